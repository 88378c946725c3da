"""One tab of a browser that shows the built site and prints it."""

from playwright.async_api import Browser, Page, Route

from sheets.site import Site


async def open_tab(browser: Browser, site: Site) -> Page:
    """Open a tab in which every address of the site is answered from its folder, and nothing else is.

    Its actions have no time limit of their own: whoever uses it sets one.
    """

    async def answer(route: Route) -> None:
        # Nothing on paper needs the site's scripts, and they take longer to load than a sheet takes to print.
        found = None if route.request.resource_type == "script" else site.response(route.request.url)
        if found is None:
            await route.fulfill(status=404, body="")
        else:
            await route.fulfill(body=found[0], content_type=found[1])

    tab = await browser.new_page(color_scheme="light")
    tab.set_default_timeout(0)
    await tab.route("**/*", answer)
    return tab


async def to_pdf(tab: Page, paper: str, *, is_draft: bool = False) -> bytes:
    """Return what the tab prints on this paper, once its fonts are there: tagged and with an outline.

    A draft has neither, and takes half the time; its pages are the same.
    """
    await tab.evaluate("document.fonts.ready")
    return await tab.pdf(format=paper, prefer_css_page_size=True, tagged=not is_draft, outline=not is_draft)
