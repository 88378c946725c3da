"""The site as an archive, unpacked and opened in a browser from its folder."""

import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile

import pytest
from playwright.sync_api import expect

import make_zip
from addresses import page_address
from tests.browsing import BOTH_SIZES
from tests.conftest import ROOT
from tests.offline.conftest import device


@pytest.fixture(scope="module")
def archives(tmp_path_factory) -> list[Path]:
    """Two archives of the same sources."""

    def make(number: int) -> Path:
        folder = tmp_path_factory.mktemp(f"made{number}")
        make_zip.build(folder / "site")
        make_zip.write_zip(folder / "site", folder / "aloud.zip")
        return folder / "aloud.zip"

    before = Path.cwd()
    os.chdir(ROOT)
    try:
        with ThreadPoolExecutor(2) as pool:
            return list(pool.map(make, (1, 2)))
    finally:
        os.chdir(before)


@pytest.fixture(scope="module")
def unpacked(archives, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    with ZipFile(archives[0]) as archive:
        assert archive.testzip() is None
        archive.extractall(folder)
    assert [file.name for file in folder.iterdir()] == ["aloud"]
    return folder / "aloud"


@pytest.fixture
def tab(browser):
    """A tab that must see no error in the console and load nothing but files."""
    with device(browser) as context:
        said: list[str] = []
        context.on("console", lambda m: said.append(m.text) if m.type in ("error", "warning") else None)
        context.on("request", lambda r: None if r.url.startswith(("file:", "data:", "blob:")) else said.append(r.url))
        yield context.new_page()
        assert said == []


class Links(HTMLParser):
    """The addresses that a page names, and the places in it that can be linked to."""

    def __init__(self, page: Path):
        super().__init__()
        self.addresses: list[str] = []
        self.places: set[str] = set()
        self.feed(page.read_text("utf-8"))

    def handle_starttag(self, tag, attrs):
        for name, value in attrs:
            if name in ("href", "src"):
                self.addresses.append(value or "")
            elif name == "id":
                self.places.add(value)


def test_the_same_sources_make_the_same_bytes(archives):
    one, two = archives
    assert one.read_bytes() == two.read_bytes()


def test_every_link_leads_to_a_file_and_a_place_in_it(unpacked):
    pages = {page: Links(page) for page in unpacked.rglob("*.html")}
    assert pages
    wrong = set()
    for page, links in pages.items():
        for address in links.addresses:
            parts = urlsplit(address)
            if parts.scheme:
                continue
            target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
            is_there = target.is_file() and (not parts.fragment or parts.fragment in pages[target].places)
            if not is_there or not target.is_relative_to(unpacked):
                wrong.add((page.name, address))
    assert not wrong


def test_it_holds_every_page_and_its_license_and_nothing_for_hosts(unpacked, bank):
    names = {file.relative_to(unpacked).as_posix() for file in unpacked.rglob("*") if file.is_file()}
    assert {page_address(path, folders=False) for path in bank.pages} <= names
    assert {"README.txt", "search/LICENSES.txt"} <= names
    assert not {"sw.js", "manifest.webmanifest", "404.html", "offline.html", "sitemap.xml"} & names
    assert not [name for name in names if name.endswith(".map") or "/lunr/" in name]
    assert len((unpacked / "README.txt").read_text().splitlines()) == 3


@BOTH_SIZES
def test_a_reader_finds_reads_and_marks_without_a_server(tab, unpacked, bank, viewport):
    tab.set_viewport_size(viewport)
    topic = bank.topics[0]
    tab.goto((unpacked / "index.html").as_uri())
    tab.locator("article").get_by_role("link", name=topic.title, exact=True).click()
    expect(tab.locator("section.question")).to_have_count(len(topic.questions))
    mark = tab.locator(".marks__button").first
    mark.click()
    expect(mark).to_have_attribute("aria-pressed", "true")

    tab.keyboard.press("/")
    tab.fill(".md-search__input", "exit code 137")
    expect(tab.locator(".search-result__passage mark").first).to_be_visible()
    tab.keyboard.press("Enter")
    tab.wait_for_url((unpacked / "containers/ecs.html").as_uri() + "#**")

    tab.goto(f"{(unpacked / 'study/questions.html').as_uri()}?topic={topic.topic}")
    expect(tab.locator(".entry:visible")).to_have_count(len(topic.questions))
    tab.locator(".entry:visible a").first.click()
    expect(tab.locator(".marks__button").first).to_have_attribute("aria-pressed", "true")

    tab.goto((unpacked / "study/progress.html").as_uri())
    expect(tab.locator("article")).to_contain_text(topic.title)
    tab.locator(".md-logo:visible, .md-nav__button.md-logo").first.evaluate("link => link.click()")
    tab.wait_for_url((unpacked / "index.html").as_uri())


def test_an_interrupted_run_leaves_what_was_there(tmp_path, monkeypatch):
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("new")
    archive = tmp_path / "aloud.zip"
    archive.write_bytes(b"old")

    def interrupt(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(make_zip.ZipFile, "writestr", interrupt)
    with pytest.raises(KeyboardInterrupt):
        make_zip.write_zip(tmp_path / "site", archive)
    assert archive.read_bytes() == b"old"
    assert {file.name for file in tmp_path.iterdir()} == {"site", "aloud.zip"}


def test_a_site_that_is_not_there_is_said_in_one_sentence(tmp_path, capsys):
    assert make_zip.main(["--site", str(tmp_path / "none")]) == 2
    said = capsys.readouterr().err
    assert "is not a folder; build the site first" in said
    assert said.count("\n") == 1


def test_a_build_that_fails_is_said_in_one_sentence(tmp_path, capsys, monkeypatch):
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "site").mkdir()
    assert make_zip.main(["--site", "site"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("make_zip.py: the site could not be built: ")
    assert said.count("\n") == 1
    assert not list((tmp_path / "site").iterdir())
