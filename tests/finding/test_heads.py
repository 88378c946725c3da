"""What search engines and shared links learn of each page, and where they learn of the pages."""

import re
from collections import Counter

from addresses import page_address

# Shorter says too little, longer is cut in lists of results.
DESCRIPTION = range(50, 161)


def test_every_page_names_its_own_address(heads, site_address):
    for path, head in heads.items():
        assert head.canonical == head.meta["og:url"] == [site_address + page_address(path)], path


def test_every_page_has_a_description_of_its_own(heads):
    descriptions = {path: head.meta["description"] for path, head in heads.items()}
    assert {path: one for path, one in descriptions.items() if len(one) != 1 or len(one[0]) not in DESCRIPTION} == {}
    assert [text for text, count in Counter(one for (one,) in descriptions.values()).items() if count > 1] == []


def test_a_shared_link_shows_what_the_page_says(heads):
    for path, head in heads.items():
        assert head.meta["og:description"] == head.meta["description"], path
        for name in ("og:title", "og:type", "og:site_name"):
            assert len(head.meta[name]) == 1 and head.meta[name][0], (path, name)


def test_the_sitemap_holds_exactly_the_pages(built, bank, site_address):
    listed = re.findall("<loc>(.*?)</loc>", (built.folder / "sitemap.xml").read_text("utf-8"))
    assert sorted(listed) == sorted(site_address + page_address(path) for path in bank.pages)


def test_the_sitemap_dates_topics_by_their_review(built, bank, site_address):
    sitemap = (built.folder / "sitemap.xml").read_text("utf-8")
    dates = dict(re.findall(r"<loc>(.*?)</loc>\s*<lastmod>(.*?)</lastmod>", sitemap))
    for page in bank.topics:
        assert dates[site_address + page_address(page.path)] == str(page.front_matter["reviewed"]), page.path


def test_robots_may_see_all_and_find_the_sitemap(built, site_address):
    lines = (built.folder / "robots.txt").read_text("utf-8").splitlines()
    assert "Allow: /" in lines and f"Sitemap: {site_address}sitemap.xml" in lines
    assert not [line for line in lines if line.startswith("Disallow")]
