"""One tab of a browser that shows the built site and prints it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from playwright.async_api import Browser, Page, Route
from playwright.async_api import Error as BrowserError

from sheets.site import Site


@asynccontextmanager
async def open_tab(browser: Browser, site: Site, seconds: float) -> AsyncIterator[Page]:
    """Open a tab in which every address of the site is answered from its folder, and nothing else is."""

    async def answer(route: Route) -> None:
        # Nothing on paper needs the site's scripts, and they take longer to load than a sheet takes to print.
        found = None if route.request.resource_type == "script" else site.response(route.request.url)
        if found is None:
            await route.fulfill(status=404, body="")
        else:
            await route.fulfill(body=found[0], content_type=found[1])

    context = await browser.new_context(color_scheme="light")
    try:
        tab = await context.new_page()
        tab.set_default_timeout(seconds * 1000)
        await tab.route("**/*", answer)
        yield tab
    finally:
        with suppress(BrowserError):
            await context.close()


async def to_pdf(tab: Page, paper: str) -> bytes:
    """Return what the tab prints on this paper, tagged and with an outline, once its fonts are there."""
    await tab.evaluate("document.fonts.ready")
    return await tab.pdf(format=paper, prefer_css_page_size=True, tagged=True, outline=True)
