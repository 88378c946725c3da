"""A device that has visited once, and has no network now."""

import re

import pytest
from playwright.sync_api import expect

from addresses import page_address
from tests.accessibility import assert_accessible
from tests.browsing import BOTH_SIZES
from tests.offline.conftest import Host, device, wait_until_kept

FIT = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def tab(browser, built, address):
    """A tab of such a device."""
    with device(browser) as context:
        page = context.new_page()
        page.goto(address)
        wait_until_kept(page, Host(built.folder, address), "shell", "rest")
        context.set_offline(True)
        yield page


@BOTH_SIZES
def test_home_and_a_topic_never_visited_open(tab, address, bank, viewport):
    tab.set_viewport_size(viewport)
    tab.goto(address)
    topic = bank.topics[-1]
    tab.locator(f'a[href="{page_address(topic.path)}"]:visible', has_text=topic.title).last.click()
    expect(tab.locator("section.question")).to_have_count(len(topic.questions))
    assert tab.evaluate("document.fonts.ready.then(() => document.fonts.check('16px \"Aloud Sans\"'))")


@BOTH_SIZES
def test_the_search_finds_and_shows_its_passages(tab, address, viewport):
    tab.set_viewport_size(viewport)
    tab.goto(address)
    tab.keyboard.press("/")
    tab.fill(".md-search__input", "exit code 137")
    expect(tab.locator(".search-result__title").first).to_contain_text("exit code 137")
    expect(tab.locator(".search-result__passage mark").first).to_be_visible()
    tab.keyboard.press("Enter")
    expect(tab).to_have_url(re.compile(r"/containers/ecs/(\?h=[^#]*)?#"))


def test_the_list_of_all_questions_works(tab, address, bank):
    topic = bank.topics[-1]
    tab.goto(f"{address}study/questions/?topic={topic.topic}")
    expect(tab.locator(".entry:visible")).to_have_count(len(topic.questions))


@pytest.mark.parametrize("asked", ["networking/vpc?h=peering", "networking/vpc/index.html", "networking/vpc/?h=x#y"])
def test_a_page_opens_under_each_of_its_addresses(tab, address, asked):
    tab.goto(address + asked)
    expect(tab.get_by_role("heading", level=1)).to_have_text(re.compile("VPC"))
    assert tab.evaluate("getComputedStyle(document.querySelector('.topic-facts')).display") == "flex"


@BOTH_SIZES
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_not_kept_leads_to_a_page_that_says_what_is(tab, address, bank, viewport, scheme):
    tab.set_viewport_size(viewport)
    tab.emulate_media(color_scheme=scheme)
    tab.goto(address + "pdf/all.pdf?a=1&b=2")
    expect(tab.get_by_role("heading", level=1)).to_have_text("No network")
    pages = len(bank.pages)
    expect(tab.get_by_role("status").filter(has_text="pages")).to_contain_text(f"{pages} of {pages} pages")
    assert tab.get_by_role("link", name="Try again").evaluate("a => a.href") == address + "pdf/all.pdf?a=1&b=2"
    assert tab.evaluate(FIT)
    assert_accessible(tab)
    tab.locator("article .hero__search").click()
    expect(tab.locator(".md-search__input")).to_be_focused()
    tab.keyboard.press("Escape")
    tab.get_by_role("link", name="All topics").click()
    expect(tab).to_have_url(address)


@pytest.mark.parametrize(
    "asked", ["javascript:alert(1)", "//elsewhere.example/", "../../../x", "https://elsewhere.example"]
)
def test_trying_again_never_leaves_the_site(tab, address, asked):
    tab.goto(f"{address}offline.html?page={asked}")
    assert tab.get_by_role("link", name="Try again").evaluate("a => a.href").startswith(address)
