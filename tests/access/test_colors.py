"""Colors of samples, and what is left of the others where the system has its own: Windows' contrast themes."""

import re

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import expect

from tests.access.kinds import KINDS, shortest_topic
from tests.access.survey import LEAST_TEXT_CONTRAST, probe
from tests.browsing import DESKTOP

HIGHLIGHTED = re.compile(r"<code>(?:(?!</code>).)*", re.S)
TOKEN = re.compile(r'<span class="([a-z0-9]+)">')


@pytest.fixture(scope="module")
def token_classes(built, bank) -> list[str]:
    """Every class that the highlighter has given to a token on the site."""
    found = set()
    for page in bank.pages.values():
        html = (built.folder / page.path.removesuffix("index.md").removesuffix(".md") / "index.html").read_text("utf-8")
        for sample in HIGHLIGHTED.findall(html):
            found.update(TOKEN.findall(sample))
    return sorted(found)


@pytest.mark.parametrize("medium", ["screen", "print"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_token_of_a_sample_can_be_read(visit, bank, token_classes, scheme, medium):
    page = visit(DESKTOP, scheme).goto(shortest_topic(bank))
    page.evaluate(AXE_SCRIPT)
    page.emulate_media(media=medium, color_scheme=scheme)
    contrasts = probe(page, "colors", token_classes)
    assert len(set(contrasts.values())) > 3, "the samples have no colors"
    too_faint = {name: ratio for name, ratio in contrasts.items() if ratio < LEAST_TEXT_CONTRAST}
    assert too_faint == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", [*KINDS, "topic"])
def test_what_is_drawn_stays_visible_in_forced_colors(visit, bank, kind, scheme):
    page = visit(DESKTOP, scheme, forced_colors="active", reduced_motion="reduce").goto(
        KINDS.get(kind, shortest_topic(bank))
    )
    page.evaluate(AXE_SCRIPT)
    assert probe(page, "drawn") == []


def difference(page, selector: str, of: str) -> bool:
    """Return whether two elements differ in what forced colors leave: their grounds, borders, text or weights."""
    read = """one => { const s = getComputedStyle(one);
        return [s.color, s.backgroundColor, s.borderTopColor, s.borderTopWidth, s.outlineStyle].join() }"""
    return page.locator(selector).first.evaluate(read) != page.locator(of).first.evaluate(read)


def test_what_is_pressed_differs_in_forced_colors(visit, bank):
    page = visit(DESKTOP, forced_colors="active").goto(shortest_topic(bank))
    mark = page.locator(".marks__button").nth(1)
    mark.click()
    expect(mark).to_have_attribute("aria-pressed", "true")
    page.mouse.move(0, 0)
    page.evaluate("document.activeElement.blur()")
    assert difference(page, ".marks__button[aria-pressed=true]", ".marks__button[aria-pressed=false]")
    page.locator(".topic-tools__quiz").evaluate("one => one.setAttribute('aria-pressed', 'true')")
    assert difference(page, ".topic-tools__quiz", ".topic-tools a.button")
