"""What can be asked of a page at one visit: loading it costs more than most of the questions."""

from pathlib import Path

from playwright.sync_api import Page

from tests.accessibility import violations
from tests.browsing import DESKTOP, PHONE

_PROBES = Path(__file__).parent / "probes"
NARROWEST = {"width": 320, "height": 640}
ZOOMED = {"width": 640, "height": 450}  # a window of 1280 × 900 at 200 %
LEAST_TARGET = 24  # CSS pixels
LEAST_TEXT_CONTRAST = 4.5

# The browser leaves out what is far from the window; then it has no true place. (No style tag: pages have a policy.)
_LAID_OUT = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { content-visibility: visible !important }");
    document.adoptedStyleSheets = [sheet];
}"""


def probe(page: Page, name: str, argument=None):
    """Return what a script of `probes/` says of the page as it is now."""
    return page.evaluate((_PROBES / f"{name}.js").read_text("utf-8"), argument)


def open_all(page: Page) -> None:
    """Open every part of the page that is closed at first, and wait for what scripts then put into it."""
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")


def survey(page: Page, known_looks: set[str]) -> list[str]:
    """Return what is wrong with a page, a line for each fault: what axe finds in both color schemes, and what does not
    fit into a narrow or zoomed window. Leaves the page opened, and dark.

    `known_looks` are those of text whose contrast was judged on other pages; see `tests.accessibility.violations`.
    """
    page.set_viewport_size(DESKTOP)
    page.evaluate(_LAID_OUT)
    open_all(page)
    found = [f"light: {one}" for one in violations(page, known_looks=known_looks)]
    found += headings(page)
    # A menu that is open lies over the page, as it should.
    page.evaluate("for (const one of document.querySelectorAll('.sheet-menu')) one.open = false")
    for size in (DESKTOP, ZOOMED, PHONE, NARROWEST):
        page.set_viewport_size(size)
        found += [f"{size['width']} pixels: {one}" for one in probe(page, "layout")]
        if size == PHONE:
            found += [f"phone: {one}" for one in probe(page, "targets", LEAST_TARGET)]
    page.set_viewport_size(DESKTOP)
    page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
    found += [f"dark: {one}" for one in violations(page, colors_only=True, known_looks=known_looks)]
    return found


def headings(page: Page) -> list[str]:
    """Return what axe does not ask of a page's outline and landmarks."""
    count = page.locator("h1").count()
    found = [] if count == 1 else [f"there are {count} headings of level 1"]
    for role in ("banner", "main", "contentinfo"):
        count = page.get_by_role(role).count()
        found += [] if count == 1 else [f"there are {count} landmarks of role {role}"]
    unnamed = page.locator("nav:visible:not([role=none], [aria-label], [aria-labelledby])").count()
    return found + ([f"{unnamed} navigations have no name"] if unnamed else [])
