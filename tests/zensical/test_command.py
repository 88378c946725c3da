"""`make_zensical.py` as a command."""

import make_zensical
from bank import Bank, load_bank
from zensical_site.configuration import navigation


def test_a_folder_that_is_no_site_is_left_alone(tmp_path, capsys):
    (tmp_path / "mine.txt").write_text("mine")
    assert make_zensical.main(["--site", str(tmp_path)]) == 2
    assert "something other than a built site" in capsys.readouterr().err
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]


def test_a_project_that_cannot_be_built_leaves_the_earlier_site(clean_bank, tmp_path, capsys, monkeypatch):
    (clean_bank.parent / "mkdocs.yml").write_text("theme: [", "utf-8")
    site = tmp_path / "site"
    site.mkdir()
    (site / "sitemap.xml").write_text("earlier")
    monkeypatch.chdir(clean_bank.parent)
    assert make_zensical.main(["--site", str(site)]) == 2
    error = capsys.readouterr().err
    assert "mkdocs.yml cannot be read: " in error and error.count("\n") == 1
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith(".")] == []
    assert (site / "sitemap.xml").read_text() == "earlier"


def test_without_navigation_files_pages_are_in_the_order_of_their_names(clean_bank):
    bank = load_bank(clean_bank)
    bare = Bank(bank.root, bank.pages)
    assert navigation(bare) == ["index.md", {"Networking": ["networking/dns.md"]}, {"Security": ["security/policy.md"]}]


def test_the_navigation_holds_each_page_once(bank):
    entries = [path for entry in navigation(bank) for path in _paths(entry)]
    assert sorted(entries) == sorted(bank.pages)


def _paths(entry: str | dict[str, list[str]]) -> list[str]:
    return [entry] if isinstance(entry, str) else [path for paths in entry.values() for path in paths]
