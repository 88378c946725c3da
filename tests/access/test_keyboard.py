"""The site by the keyboard alone: every control is reached, seen and left."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect

from tests.access.kinds import KINDS, shortest_topic
from tests.access.survey import probe
from tests.browsing import BOTH_SIZES, DESKTOP, PHONE

FRAMES, LOOKS = 100, 20  # milliseconds, and how often a fault is looked at before it is one
MANY = 1500  # stops: more than any page has


def walk(page: Page) -> list[str]:
    """Press Tab from where the focus is until the page ends; return what was wrong, a line for each fault."""
    page.evaluate(AXE_SCRIPT)
    found = []
    for _ in range(MANY):
        page.keyboard.press("Tab")
        stop = probe(page, "stop")
        if not stop or stop["isKnown"]:
            break
        for _ in range(LOOKS):  # the theme fits its side bars into the window once it has scrolled, some frames later
            if not stop["faults"]:
                break
            page.wait_for_timeout(FRAMES)
            stop = probe(page, "stop")
        found += [f"{stop['name']} {fault}" for fault in stop["faults"]]
    else:
        found.append("the walk did not end")
    return found + probe(page, "missed")


def show_all(page: Page) -> None:
    """Scroll through the page, as who reads it does: the theme gives a sample its button when it is seen."""
    for _ in range(200):
        page.mouse.wheel(0, 700)
        page.wait_for_timeout(20)
        if page.evaluate("scrollY + innerHeight >= document.documentElement.scrollHeight - 1"):
            break
    page.evaluate("scrollTo(0, 0)")


@pytest.mark.parametrize("kind", [*KINDS, "topic"])
def test_every_control_is_reached_and_its_focus_is_seen(visit, bank, kind):
    page = visit(DESKTOP, reduced_motion="reduce").goto(KINDS.get(kind, shortest_topic(bank)))
    show_all(page)
    found = walk(page)
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("kind", "scheme"), [("home", "light"), ("interview", "light"), ("topic", "dark")])
def test_in_a_narrow_window_too(visit, bank, kind, scheme):
    page = visit(PHONE, scheme, reduced_motion="reduce").goto(KINDS.get(kind, shortest_topic(bank)))
    show_all(page)
    found = walk(page)
    assert not found, "\n".join(found)


@BOTH_SIZES
def test_the_first_stop_skips_to_the_content(visit, bank, viewport):
    for path in ("", shortest_topic(bank)):
        page = visit(viewport).goto(path)
        page.keyboard.press("Tab")
        expect(page.locator("a.md-skip")).to_be_focused()
        expect(page.locator("a.md-skip")).to_be_in_viewport()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("!!document.activeElement.closest('.md-content')"), path


@BOTH_SIZES
def test_escape_closes_the_search_and_gives_the_focus_back(visit, viewport):
    page = visit(viewport, reduced_motion="reduce").goto()
    link = page.get_by_role("link", name="Elastic Load Balancing").first
    link.focus()
    page.keyboard.press("/")
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.type("nat gateway")
    expect(page.locator(".search-result").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.locator(".md-search__output")).to_be_hidden()
    expect(link).to_be_focused()


@BOTH_SIZES
def test_escape_closes_the_menu_of_sheets_and_gives_the_focus_back(visit, bank, viewport):
    page = visit(viewport).goto(shortest_topic(bank))
    summary = page.locator(".sheet-menu summary")
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator(".sheet-menu [data-print]").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".sheet-menu__choices")).to_be_hidden()
    expect(summary).to_be_focused()


@pytest.mark.parametrize("kind", ["progress", "lost", "topic"])
def test_the_navigation_of_a_narrow_window_opens_and_closes_by_key(visit, bank, kind):
    page = visit(PHONE, reduced_motion="reduce").goto(KINDS.get(kind, shortest_topic(bank)))
    page.evaluate(AXE_SCRIPT)
    opener = page.locator(".md-header").get_by_role("button", name="Navigation")
    opener.focus()
    expect(opener).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Space")
    expect(opener).to_have_attribute("aria-expanded", "true")
    assert page.evaluate("!!document.activeElement.closest('.md-sidebar--primary')")
    assert probe(page, "stop")["faults"] == []
    page.keyboard.press("Escape")
    expect(page.locator(".md-sidebar--primary")).to_be_hidden()
    expect(opener).to_be_focused()


def test_a_section_of_that_navigation_opens_over_it_and_closes_by_key(visit):
    page = visit(PHONE, reduced_motion="reduce").goto()
    page.locator(".md-header").get_by_role("button", name="Navigation").press("Enter")
    section = page.locator(".md-sidebar--primary button.md-nav__link", has_text="Security")
    section.press("Enter")
    back = page.locator("button.md-nav__title:visible")
    expect(back).to_be_focused()
    expect(section).to_be_hidden()
    page.keyboard.press("Tab")
    expect(page.locator("[data-md-level='1'] a:visible").first).to_be_focused()
    back.press("Enter")
    expect(section).to_be_focused()
    page.locator(".md-sidebar--primary button:visible").last.focus()
    page.keyboard.press("Tab")
    expect(page.locator(".md-sidebar--primary")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_color_scheme_is_switched_there_and_back_by_key(visit, scheme, key):
    page = visit(DESKTOP, scheme).goto("404.html")
    before = page.locator("body").get_attribute("data-md-color-scheme")
    names = ["Switch to dark mode", "Switch to light mode"][:: 1 if scheme == "light" else -1]
    page.get_by_role("button", name=names[0]).focus()
    page.keyboard.press(key)
    expect(page.locator("body")).not_to_have_attribute("data-md-color-scheme", before)
    expect(page.get_by_role("button", name=names[1])).to_be_focused()
    page.keyboard.press(key)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", before)
    expect(page.get_by_role("button", name=names[0])).to_be_focused()
