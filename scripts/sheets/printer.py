"""Browsers that print: several at once, each replaced when it hangs or dies."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import groupby

from playwright.async_api import Browser, Page, Playwright, async_playwright
from playwright.async_api import Error as BrowserError

from browser import ARGUMENTS
from sheets.book import print_book
from sheets.misprints import lost_labels, stranded_headings
from sheets.plan import PAPERS, Sheet
from sheets.site import Site
from sheets.tab import open_tab, to_pdf

# What of one sheet is moved below the floats at most; moving one thing may strand another, so rounds are needed.
MOST_MOVED = 20
_HEADINGS = "section.question h3"
_TAKEAWAYS = "section.question > .admonition.tip"
_TEXTS = """selector => [...document.querySelectorAll(`${selector} > p:not(.admonition-title)`)]
  .map((paragraph) => paragraph.textContent)"""
_MOVE = """([selector, numbers]) => document.querySelectorAll(selector).forEach(
  (element, number) => element.classList.toggle("is-moved", numbers.includes(number)))"""
# Far above what a topic (half a second) or a book takes, far below what somebody waits for.
SECONDS = 60
SECONDS_A_TOPIC_OF_A_BOOK = 15


@dataclass(frozen=True, slots=True)
class Printed:
    """A sheet as Chromium made it, or why there is none."""

    sheet: Sheet
    pdf: bytes = b""
    problem: str = ""


async def print_sheets(site: Site, sheets: Sequence[Sheet], chromium: str, browsers: int) -> AsyncIterator[Printed]:
    """Print the sheets with that many browsers at once, and yield each when it is done. Raises nothing for a sheet.

    The sheets of one topic are printed from one tab: loading the page takes longer than printing it.
    """
    groups: asyncio.Queue[list[Sheet]] = asyncio.Queue()
    for _, group in groupby(sheets, key=lambda sheet: (sheet.topic, sheet.paper if sheet.is_book else "")):
        groups.put_nowait(list(group))
    done: asyncio.Queue[Printed] = asyncio.Queue()
    async with async_playwright() as playwright:
        workers = [
            asyncio.create_task(_work(playwright, chromium, site, groups, done))
            for _ in range(min(browsers, groups.qsize()))
        ]
        try:
            for _ in sheets:
                yield await done.get()
        finally:
            for worker in workers:
                worker.cancel()
            await asyncio.gather(*workers, return_exceptions=True)


async def _work(playwright: Playwright, chromium: str, site: Site, groups: asyncio.Queue, done: asyncio.Queue) -> None:
    browser: Browser | None = None
    tab: Page | None = None
    try:
        while not groups.empty():
            left = groups.get_nowait()
            bound = SECONDS + SECONDS_A_TOPIC_OF_A_BOOK * (len(left[0].pages) - 1)
            problem = ""
            try:
                async with asyncio.timeout(bound):
                    if browser is None or tab is None:
                        browser = await playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
                        tab = await open_tab(browser, site)
                    async for printed in _print(tab, site, tuple(left)):
                        done.put_nowait(printed)
                        left.remove(printed.sheet)
            except TimeoutError:
                problem = f"the browser did not finish within {bound} s"
            except (BrowserError, ValueError) as error:
                problem = f"the browser failed: {str(error).splitlines()[0]}"
            for sheet in left:
                done.put_nowait(Printed(sheet, problem=problem))
            if problem and browser:
                await _close(browser)
                browser = tab = None
    finally:
        if browser:
            await _close(browser)


async def _close(browser: Browser) -> None:
    """Close a browser that may not answer any more."""
    with suppress(BrowserError, TimeoutError):
        await asyncio.wait_for(browser.close(), 5)


async def _print(tab: Page, site: Site, sheets: Sequence[Sheet]) -> AsyncIterator[Printed]:
    await tab.goto(site.address_of(sheets[0].pages[0]))
    for sheet in sheets:
        if sheet.is_book:
            yield Printed(sheet, await print_book(tab, site, sheet.pages, PAPERS[sheet.paper]))
        else:
            await tab.evaluate("kind => { document.documentElement.dataset.sheet = kind }", sheet.kind)
            # A cram sheet has neither floats nor the headings and labels that they misplace.
            printed = to_pdf if sheet.kind == "cram" else _without_misprints
            yield Printed(sheet, await printed(tab, PAPERS[sheet.paper]))


async def _without_misprints(tab: Page, paper: str) -> bytes:
    """Print, and print again with what went wrong moved below the floats, until nothing does."""
    takeaways = await tab.evaluate(_TEXTS, _TAKEAWAYS)
    moved: set[tuple[str, int]] = set()  # selectors with the numbers, from 0, of what each finds
    pdf = await to_pdf(tab, paper)
    while len(moved) < MOST_MOVED:
        wrong = {(_HEADINGS, number) for number in stranded_headings(pdf)}
        wrong |= {(_TAKEAWAYS, number) for number in lost_labels(pdf, takeaways)}
        if wrong <= moved:
            break
        moved |= wrong
        await _move(tab, moved)
        pdf = await to_pdf(tab, paper)
    await _move(tab, set())
    return pdf


async def _move(tab: Page, moved: set[tuple[str, int]]) -> None:
    """Move these below the floats, and everything else back."""
    for selector in (_HEADINGS, _TAKEAWAYS):
        await tab.evaluate(_MOVE, [selector, [number for place, number in moved if place == selector]])
