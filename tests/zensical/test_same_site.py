"""Zensical builds the same site, but for what `differences.yaml` lists."""

import re
from collections import Counter
from difflib import unified_diff

from data_files import load_data
from tests.conftest import ROOT
from tests.zensical.reading import Site, broken_links, content, head, navigation, shown

LISTED = load_data(ROOT / "scripts/zensical_site/differences.yaml")


def test_it_builds_the_same_files(sites):
    differing = {site.builder: site.names() - other.names() for site, other in (sites, sites[::-1])}
    for builder, names in differing.items():
        listed = [one["pattern"] for one in LISTED["files"] if one["only_in"] == builder]
        assert {name for name in names if not any(re.fullmatch(p, name) for p in listed)} == set()
        assert [p for p in listed if not any(re.fullmatch(p, name) for name in names)] == [], "no longer there"


def test_pages_say_the_same(sites):
    counts = Counter()
    for name in sites[0].pages():
        ours, theirs = (_without_listed(content(site.page(name), name), site, counts) for site in sites)
        assert ours == theirs, f"{name}:\n" + "\n".join(unified_diff(_lines(ours), _lines(theirs), lineterm="", n=0))
    for one in LISTED["content"]:
        other = next(site.builder for site in sites if site.builder != one["more_in"])
        assert counts[one["pattern"], one["more_in"]] > counts[one["pattern"], other], f"{one} is no longer there"


def test_pages_have_the_same_titles_descriptions_and_addresses(sites):
    assert _read(sites[0], head) == _read(sites[1], head)


def test_navigation_and_contents_are_the_same(sites):
    ours, theirs = (_read(site, navigation) for site in sites)
    assert all(ours[name]["primary"] for name in ours) and ours == theirs


def test_the_sitemap_names_the_same_pages(sites):
    ours, theirs = (set(re.findall(r"<loc>(.*?)</loc>", site.page("sitemap.xml"))) for site in sites)
    assert ours == theirs


def test_data_for_tools_and_other_programs_is_the_same(sites):
    data = re.compile(r"data/.*|search/.*|study/.*\.js|.*\.webmanifest")
    names = [name for name in sites[0].names() if data.fullmatch(name)]
    assert names and [name for name in names if sites[0].read(name) != sites[1].read(name)] == []


def test_no_link_leads_nowhere(sites):
    ours, theirs = map(broken_links, sites)
    assert theirs - ours == set()  # sheets, decks and the zip are made afterwards


def _without_listed(text: str, site: Site, counts: Counter) -> str:
    for one in LISTED["content"]:
        text, count = re.subn(one["pattern"], "", text, flags=re.S)
        counts[one["pattern"], site.builder] += count
    return shown(text)


def _read(site: Site, what) -> dict:
    return {name: what(site.page(name), name) for name in site.pages()}


def _lines(text: str) -> list[str]:
    return text.replace(">", ">\n").split("\n")
