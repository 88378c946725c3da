"""A reader's ways through the site, in a real browser."""

import re

import pytest
from playwright.sync_api import expect

from tests.browsing import DESKTOP, PHONE
from tests.site_pages import topic_addresses


def test_from_home_to_a_topic_to_a_question(visit):
    page = visit().goto()
    page.get_by_role("link", name="Elastic Load Balancing").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Elastic Load Balancing")
    page.locator(".md-nav--secondary").get_by_role("link", name=re.compile("cross-zone")).click()
    expect(page).to_have_url(re.compile(r"/networking/load-balancing/#cross-zone-load-balancing$"))
    expect(page.locator("#cross-zone-load-balancing")).to_be_in_viewport()


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_a_search_finds_a_question_and_opens_it(visit, viewport):
    page = visit(viewport).goto()
    page.get_by_text("Search a service, a symptom, an error").click()
    page.keyboard.type("cross-zone load balancing")
    result = page.locator(".search-result__link").filter(has_text="cross-zone").first
    expect(result).to_be_in_viewport()
    result.click()
    expect(page.locator("#cross-zone-load-balancing")).to_be_in_viewport()


def test_previous_and_next_topic(visit):
    page = visit().goto("networking/load-balancing/")
    expect(page.locator("a.md-footer__link--prev")).to_be_visible()
    page.locator("a.md-footer__link--next").click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Elastic Load Balancing")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_color_scheme_follows_the_system_and_can_be_switched(visit, scheme):
    tab = visit(scheme=scheme)
    page = tab.goto("security/iam/")
    body = page.locator("body")
    first, other = ("default", "slate") if scheme == "light" else ("slate", "default")
    expect(body).to_have_attribute("data-md-color-scheme", first)
    page.get_by_role("button", name=re.compile("Switch to")).click()
    expect(body).to_have_attribute("data-md-color-scheme", other)
    page.reload()
    expect(body).to_have_attribute("data-md-color-scheme", other)


def test_on_a_phone_the_questions_are_listed_at_the_top(visit):
    page = visit(viewport=PHONE).goto("networking/vpc/")
    page.locator(".overview a").last.click()
    expect(page.locator("section.question").last.locator("h2")).to_be_in_viewport()


def test_pages_read_without_scripts(visit, bank):
    tab = visit(java_script_enabled=False)
    for path in topic_addresses(bank)[::10]:  # one template makes them all
        page = tab.goto(path)
        for text in ("In 30 seconds", "Common mistakes", "Key takeaway"):
            expect(page.get_by_text(text, exact=True).first).to_be_visible()


def test_a_lost_reader_gets_a_page(visit, address):
    tab = visit()
    page = tab.goto("404.html")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
