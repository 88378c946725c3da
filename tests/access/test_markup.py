"""What the built pages say before any script runs: titles, outlines, and a text for each picture."""

from collections import defaultdict

import pytest
from lxml import html

from tests.access.test_pages import addresses


@pytest.fixture(scope="module")
def pages(built) -> dict[str, html.HtmlElement]:
    """The parsed page for each address."""

    def parsed(path: str) -> html.HtmlElement:
        file = built.folder / path
        return html.fromstring((file / "index.html" if file.is_dir() else file).read_bytes())

    return {path: parsed(path) for path in addresses(built)}


def test_every_page_has_a_language_and_a_title_of_its_own(pages):
    titles = defaultdict(list)
    for path, page in pages.items():
        assert page.get("lang") == "en", path
        titles[page.findtext("head/title").strip()].append(path)
    assert "" not in titles
    assert [paths for paths in titles.values() if len(paths) > 1] == []


def test_headings_start_with_one_title_and_skip_no_level(pages):
    for path, page in pages.items():
        levels = [int(one.tag[1]) for one in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]
        assert levels[:1] == [1] and levels.count(1) == 1, path
        skips = [(one, two) for one, two in zip(levels, levels[1:], strict=False) if two > one + 1]
        assert skips == [], path


def test_every_drawing_has_a_name_that_no_other_has(pages):
    names = defaultdict(set)
    for page in pages.values():
        for svg in page.xpath("//*[contains(concat(' ', @class, ' '), ' diagram ')]//svg"):
            assert svg.get("role") == "img"
            described = [page.get_element_by_id(svg.get(key)) for key in ("aria-labelledby", "aria-describedby")]
            assert all(one.text_content().strip() for one in described), svg.get("id")
            names[described[0].text_content().strip()].add(svg.get("id"))
    assert names
    assert {name: ids for name, ids in names.items() if len(ids) > 1} == {}


def test_every_image_has_an_alternative(pages):
    for path, page in pages.items():
        assert page.xpath("//img[not(@alt)]") == [], path
