"""The search box of the built site, as somebody uses it."""

import re

import pytest
from playwright.sync_api import expect

from tests.browsing import BOTH_SIZES

HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "\"'`--></script><script>alert(1)</script>",
    "x" * 10_000,
    "__proto__ constructor toString",
    "🙂🙃 ملف سري",
    "%00%0d%0a ${7*7} {{7*7}}",
    "   ",
)


def opened(page, query: str):
    page.keyboard.press("/")
    page.fill(".md-search__input", query)
    page.wait_for_selector(".md-search.is-complete", state="attached")
    return page.locator(".search-result")


@BOTH_SIZES
def test_results_are_questions_with_their_facts_and_the_passage(visit, viewport):
    page = visit(viewport).goto()
    first = opened(page, "exit code 137").first
    expect(first.locator(".search-result__title")).to_contain_text("exit code 137")
    expect(first.locator(".search-result__facts")).to_have_text(re.compile("ECS.*debugging.*advanced"))
    expect(first.locator(".search-result__passage mark").first).to_be_visible()
    expect(first).to_be_in_viewport()


def test_enter_opens_the_first_and_the_page_marks_the_words(visit):
    page = visit().goto()
    opened(page, "cross-zone load balancing")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/networking/load-balancing/#cross-zone-load-balancing$"))
    expect(page.locator("#cross-zone-load-balancing")).to_be_in_viewport()
    page.wait_for_function("() => CSS.highlights.get('found')?.size > 0")


def test_arrows_move_and_escape_leaves(visit):
    page = visit().goto()
    links = opened(page, "security group").locator("a")
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()


def test_a_service_shows_its_topic(visit, bank):
    page = visit().goto()
    first = opened(page, "ecs").first
    expect(first).to_have_class(re.compile("search-result--topic"))
    expect(first).to_contain_text(f"{len(bank.pages['containers/ecs.md'].questions)} questions")


def test_a_search_can_be_shared(visit):
    page = visit().goto("?q=presigned+url")
    expect(page.locator(".md-search__input")).to_have_value("presigned url")
    expect(page.locator(".search-result").first).to_contain_text("presigned")
    page.locator(".search-share").click()
    expect(page.locator(".search-status")).to_have_text(re.compile("address", re.I))


def test_nothing_is_loaded_before_somebody_looks(visit):
    tab = visit()
    asked = []
    tab.page.on("request", lambda request: asked.append(request.url))
    page = tab.goto("storage/s3/")
    page.wait_for_load_state("networkidle")
    made_by_the_build = re.compile(r"/search/(first|whole|engine|arrival|text)-")
    assert not [url for url in asked if made_by_the_build.search(url)]
    opened(page, "versioning")
    assert [url for url in asked if "/search/first-" in url] and [url for url in asked if "/search/engine-" in url]


@pytest.mark.parametrize("query", HOSTILE, ids=lambda q: q[:12])
def test_no_query_runs_or_breaks_the_box(visit, query):
    page = visit().goto()
    page.on("dialog", lambda dialog: pytest.fail(f"a dialog opened: {dialog.message}"))
    opened(page, query)
    assert page.locator(".md-search img, .md-search__output script").count() == 0
    page.fill(".md-search__input", "fargate")
    expect(page.locator(".search-result").first).to_contain_text("Fargate")


def test_more_words_narrow(visit):
    page = visit().goto()
    results = opened(page, "bucket")
    before = page.locator(".search-status").inner_text()
    page.fill(".md-search__input", "bucket versioning")
    expect(results.first).to_be_visible()
    numbers = [int(re.match(r"\d+", text)[0]) for text in (before, page.locator(".search-status").inner_text())]
    assert 0 < numbers[1] < numbers[0]


def test_a_slip_of_the_finger_is_forgiven(visit):
    page = visit().goto()
    expect(opened(page, "dynmodb hot partiton").first).to_contain_text("hot DynamoDB partition")


def test_few_questions_with_all_words_are_followed_by_others(visit):
    page = visit().goto()
    results = opened(page, "cryptomining bill")
    expect(page.locator(".search-status")).to_have_text(re.compile("^[1-9] questions?; then those with most"))
    assert results.count() > int(page.locator(".search-status").inner_text()[0])


def test_an_index_that_does_not_load_is_told_and_tried_again(browser, address):
    page = browser.new_page(service_workers="block")
    page.route("**/search/first-*", lambda route: route.abort())
    page.goto(address)
    page.keyboard.press("/")
    page.fill(".md-search__input", "fargate")
    expect(page.locator(".search-status")).to_contain_text("did not load")
    page.unroute("**/search/first-*")
    page.locator(".search-retry").click()
    expect(page.locator(".search-result").first).to_contain_text("Fargate")
    page.close()


def test_the_page_stays_where_it_was_read(visit):
    page = visit().goto("networking/vpc/")
    page.evaluate("() => scrollTo({ top: 3000, behavior: 'instant' })")
    before = page.evaluate("() => scrollY")
    opened(page, "bucket")
    page.keyboard.press("Escape")
    assert abs(page.evaluate("() => scrollY") - before) <= 1  # parts that are laid out late have heights in fractions


def test_without_scripts_no_box_is_shown(visit):
    page = visit(java_script_enabled=False).goto()
    expect(page.locator(".md-search")).to_be_hidden()
    expect(page.get_by_text("Search a service, a symptom, an error")).to_be_hidden()
