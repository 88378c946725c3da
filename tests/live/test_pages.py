"""What the live site remembers of pages: an edit renders one page, and nothing that changes is missed."""

import logging
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.structure.pages import Page

from live.pages import remember_pages

TEXTS = {
    "index.md": "# Home\n\n[Other](other.md#there)\n",
    "other.md": "# Other\n\n## There\n",
    "third.md": "# Third\n\nWords.\n",
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch):
    """A small project; calling it builds it and returns the names of the pages that were rendered."""
    rendered: list[str] = []
    render = Page.render

    def noted(page, config, files):
        rendered.append(page.file.src_uri)
        render(page, config, files)

    monkeypatch.setattr(Page, "render", noted)
    remember_pages()
    (tmp_path / "docs").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "docs" / name).write_text(text, "utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: Small\nvalidation: {links: {anchors: warn}}\n", "utf-8")

    def run() -> list[str]:
        rendered.clear()
        build(load_config(str(tmp_path / "mkdocs.yml"), site_dir=str(tmp_path / "site")), serve_url="http://localhost/")
        return sorted(rendered)

    run.docs, run.site = tmp_path / "docs", tmp_path / "site"
    return run


def test_an_edit_renders_one_page_and_shows_it(project):
    assert project() == sorted(TEXTS)
    before = (project.site / "index.html").read_text("utf-8")
    (project.docs / "third.md").write_text("# Third\n\nOther words.\n", "utf-8")
    assert project() == ["third.md"]
    assert "Other words." in (project.site / "third/index.html").read_text("utf-8")
    assert (project.site / "index.html").read_text("utf-8").split("Build Date")[0] == before.split("Build Date")[0]


def test_a_link_whose_target_is_gone_is_told_though_its_page_is_as_it_was(project, caplog):
    project()
    (project.docs / "other.md").write_text("# Other\n\n## Elsewhere\n", "utf-8")
    with caplog.at_level(logging.WARNING, "mkdocs"):
        assert project() == ["other.md"]
    assert "does not contain an anchor '#there'" in caplog.text


def test_a_page_that_warns_warns_at_each_build(project, caplog):
    (project.docs / "third.md").write_text("# Third\n\n[Nowhere](nowhere.md)\n", "utf-8")
    project()
    caplog.clear()
    with caplog.at_level(logging.WARNING, "mkdocs"):
        assert project() == ["third.md"]
    assert "nowhere.md" in caplog.text


def test_a_new_page_renders_all_because_links_may_lead_there(project):
    project()
    (project.docs / "new.md").write_text("# New\n", "utf-8")
    assert project() == sorted([*TEXTS, "new.md"])


def test_a_page_that_lists_the_whole_bank_is_always_rendered(project):
    (project.docs / "third.md").write_text("# Third\n\n[TOPICS]\n", "utf-8")
    project()
    assert project() == ["third.md"]
