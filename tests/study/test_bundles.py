"""What the tools to study with cost, and where they are."""

import gzip
import re

import pytest
from playwright.sync_api import expect

from study.bundles import BROWSER, BUNDLES
from tests.browsing import BOTH_SIZES

BUDGET = 27_000  # bytes, compressed, for all modules together; the scheduler is a library of its own


def test_all_modules_together_stay_within_their_budget():
    modules = [BROWSER / f"{name}.js" for name in {name for names in BUNDLES.values() for name in names}]
    together = b"\n".join(module.read_bytes() for module in sorted(modules))
    assert len(gzip.compress(together, 6)) < BUDGET


def test_every_module_is_used():
    used = {name for names in BUNDLES.values() for name in names}
    assert {file.stem for file in BROWSER.glob("*.js")} == used


@pytest.mark.parametrize("path", ["about/how-to-study/", "study/cards/"])
def test_a_page_without_tools_loads_none(visit, path):
    page = visit().goto(path)
    assert page.locator("script[src*='/study/']").count() == 0


WAYS = {
    "All questions": r"/study/questions/$",
    "Quiz": r"/study/questions/\?quiz=1$",
    "Your progress": r"/study/progress/$",
    "Mock interview": r"/study/mock-interview/$",
    "Anki cards": r"/study/cards/$",
}


@BOTH_SIZES
@pytest.mark.parametrize("way", WAYS)
def test_home_leads_to_each_way_to_study(visit, viewport, way):
    page = visit(viewport).goto()
    page.locator(".way").filter(has_text=re.compile(f"^\\s*{way}")).click()
    expect(page).to_have_url(re.compile(WAYS[way]))
    expect(page.get_by_role("heading", level=1)).to_be_visible()


@BOTH_SIZES
def test_a_topic_leads_to_each_way_to_study(visit, viewport):
    page = visit(viewport).goto("security/iam/")
    tools = page.locator(".topic-tools")
    expect(tools.get_by_role("button", name="Quiz yourself")).to_be_visible()
    expect(tools.get_by_text("Study sheet")).to_be_visible()
    expect(tools.get_by_role("link", name="Anki cards")).to_have_attribute(
        "href", re.compile(r"decks/security/iam\.apkg$")
    )
    tools.get_by_role("link", name="Mock interview").click()
    expect(page).to_have_url(re.compile(r"/study/mock-interview/\?topics=security/iam"))


@BOTH_SIZES
@pytest.mark.parametrize("path", ["", "study/cards/", "study/progress/", "about/how-to-study/"])
def test_the_first_key_on_a_page_leads_past_its_head(visit, viewport, path):
    page = visit(viewport).goto(path)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.closest('.md-header, .md-sidebar') === null")
