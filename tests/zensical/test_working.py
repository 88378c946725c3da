"""The search box and the study tools work in the site that Zensical builds."""

import pytest
from playwright.sync_api import expect

from local_server import served
from tests.browsing import BOTH_SIZES


@pytest.fixture(scope="module")
def address(sites):
    with served(sites[1].folder) as address:
        yield address


@BOTH_SIZES
def test_search_finds_a_question_and_the_quiz_hides_its_answer(visit, bank, viewport):
    first = bank.topics[0].questions[0]
    page = visit(viewport).goto()
    page.locator(".hero__search").click()
    page.locator(".md-search__input").fill(first.title)
    page.locator(f'.search-result a[href*="#{first.id}"]').click()
    expect(page.locator(f"#{first.id}")).to_be_in_viewport()
    answer = page.locator(f"section:has(> #{first.id}) > .abstract")
    expect(answer).to_be_visible()
    page.locator(".topic-tools__quiz").click()
    expect(answer).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
