"""The built site behind a plain static server, and a real browser in front of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from browser import open_browser
from local_server import served

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1440, "height": 900}
BOTH_SIZES = pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])


@pytest.fixture(scope="session")
def address(built) -> Iterator[str]:
    """The address of the served site, with a slash at its end."""
    with served(built.folder) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = open_browser(playwright)
        yield chromium
        chromium.close()


@dataclass
class Visit:
    """An open tab, and what went wrong in it so far."""

    page: Page
    address: str
    errors: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    def goto(self, path: str = "") -> Page:
        self.page.goto(self.address + path)
        return self.page


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator:
    """A function that opens a tab of a size and color scheme; with `keeps`, its service worker may run.

    At the end, the tab must have seen no error in the console and sent no request to another host."""
    opened: list[tuple[BrowserContext, Visit]] = []

    def open_tab(viewport=DESKTOP, scheme="light", *, keeps=False, **options) -> Visit:
        context = browser.new_context(viewport=viewport, color_scheme=scheme, **options)
        if not keeps:  # or each tab would fetch the whole site to keep it
            context.add_init_script("delete Navigator.prototype.serviceWorker")
        tab = Visit(context.new_page(), address)
        tab.page.set_default_timeout(10_000)
        tab.page.on("console", lambda m: tab.errors.append(m.text) if m.type in ("error", "warning") else None)
        tab.page.on("pageerror", lambda e: tab.errors.append(str(e)))
        tab.page.on("request", lambda r: None if _own(r.url, address) else tab.foreign.append(r.url))
        opened.append((context, tab))
        return tab

    yield open_tab
    for context, tab in opened:
        context.close()
        assert tab.errors == []
        assert tab.foreign == []


def _own(url: str, address: str) -> bool:
    return url.startswith((address, "data:", "blob:"))
