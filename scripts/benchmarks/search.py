"""The search: from a key press to painted results, the first result on a slow line, and the bytes of the index.

The processor is slowed to a quarter, as in a cheap phone; the line is WebPageTest's "3G Fast": 1.6 Mbit/s, 150 ms.
"""

import gzip
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from bank import Bank, load_bank
from benchmarks.enlarge import enlarge
from benchmarks.painting import PAINTED
from benchmarks.rows import Row, times
from benchmarks.setting import DOCS, Setting
from browser import open_browser
from local_server import served
from search.boxes import OurBox, StockBox
from search.build import build_index, phrasings
from search.stock import build_stock

QUERIES = ("s3 access denied", "alb vs nlb", "ecs exit code 137", "how do I rotate a secret", "dynmodb hot partiton")
SLOWER = 4
LINE = {"latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.768e6 / 8, "offline": False}
TIMES = 10
SETTLED = 1_000  # milliseconds after which nothing is left to load
BETWEEN_KEYS = 120  # milliseconds: 100 words a minute
# The page notes for each key how long it takes until what the key changed is on the screen. Ours shows it in the same
# turn; the theme's asks a worker, so that there the list of results is watched.
TIMING = f"""() => {{
  let pressed;
  window.measured = [];
  const painted = {PAINTED};
  addEventListener("keydown", (event) => {{ pressed = event.timeStamp; }}, true);
  document.querySelector(".md-search__input").addEventListener("input", () => painted(pressed));
}}"""
TIMING_OF_THEME = f"""() => {{
  let pressed;
  window.measured = [];
  const painted = {PAINTED};
  addEventListener("keydown", (event) => {{ pressed = event.timeStamp; }}, true);
  new MutationObserver(() => {{
    if (pressed) painted(pressed);
    pressed = undefined;
  }}).observe(document.querySelector(".md-search-result__list"), {{ childList: true }});
}}"""
FIRST = """() => {
  const box = document.querySelector(".search-results");
  addEventListener("focusin", () => { window.focused ??= performance.now(); });
  new MutationObserver(() => {
    if (!box.children.length || window.first) return;
    requestAnimationFrame(() => { window.first = performance.now() - window.focused; });
  }).observe(box, { childList: true });
}"""


def measure(setting: Setting) -> Iterator[Row]:
    """Yield the sizes of the indexes, the times of keys, and the time to the first result."""
    site = setting.site
    with sync_playwright() as playwright:
        browser = open_browser(playwright)
        bank = load_bank(DOCS)
        stock = build_stock(setting.folder / "stock")
        yield from _sizes(site, stock)
        theirs = keys(browser, stock, StockBox, TIMING_OF_THEME)
        yield from times("key press to painted results", keys(browser, site, OurBox, TIMING), theirs)
        larger = enlarged(bank, site, setting.folder)
        yield from times(f"the same at {TIMES} times the bank", keys(browser, larger, OurBox, TIMING))
        yield from times("a key in an input on an empty page", keys_without_search(browser))
        yield Row("first result after the first focus, on a slow line", first_result(browser, site), "ms")
        browser.close()


def keys(browser: Browser, site: Path, box_type: type, timing: str) -> list[float]:
    """Type the queries; return for each key the milliseconds to the paint (the theme's: if its results change)."""
    with served(site) as address:
        page = browser.new_page(service_workers="block")
        page.goto(address)
        box_type(page).prepare()
        page.wait_for_timeout(SETTLED)
        return typed(page, timing)


def keys_without_search(browser: Browser) -> list[float]:
    """Return what a key takes where nothing is searched or shown: what the browser itself needs on this machine."""
    page = browser.new_page(service_workers="block")
    page.set_content('<input class="md-search__input">')
    page.focus("input")
    return typed(page, TIMING)


def typed(page: Page, timing: str) -> list[float]:
    """Type the queries into the box that has the focus; return what the page noted, and close it."""
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.evaluate(timing)
    for query in QUERIES:
        page.fill(".md-search__input", "")
        type_slowly(page, query)
    page.wait_for_timeout(SETTLED)
    measured = page.evaluate("() => window.measured")
    page.close()
    return measured


def type_slowly(page: Page, text: str) -> None:
    """Type as a quick typist does."""
    for letter in text:
        page.keyboard.press("Space" if letter == " " else letter)
        page.wait_for_timeout(BETWEEN_KEYS)


def first_result(browser: Browser, site: Path) -> float:
    """Return the milliseconds from the first focus to the first result, on a slow line, nothing cached."""
    with served(site, compressed=True) as address:
        page = browser.new_page(service_workers="block")
        page.goto(address)
        page.wait_for_load_state("networkidle")
        page.evaluate(FIRST)
        page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", LINE)
        page.keyboard.press("/")
        page.keyboard.type("s3")
        page.wait_for_function("() => window.first")
        first = page.evaluate("() => window.first")
        page.close()
    return first


def enlarged(bank: Bank, site: Path, folder: Path) -> Path:
    """Return a copy of the site's home page with the index of a larger bank."""
    docs = folder / "docs"
    enlarge(bank, TIMES, docs)
    wordings = {page.path: phrasings(page) for page in bank.topics}

    def phrasings_of(page) -> dict[str, list[str]]:
        folder, _, path = page.path.partition("/")  # as `enlarge` names the copies
        copy = folder.rpartition("-")[2]
        return {f"{id}-c{copy}": [f"{one} {copy}" for one in some] for id, some in wordings[path].items()}

    larger = build_index(load_bank(docs), phrasings_of=phrasings_of)
    copy = folder / "larger"
    shutil.copytree(site / "assets", copy / "assets")
    html = (site / "index.html").read_text("utf-8")
    for kind, name in larger.names.items():
        html = re.sub(rf"search/{kind}-[0-9a-f]+\.js", name, html)
    (copy / "index.html").write_text(html, "utf-8")
    larger.write(copy)
    return copy


def _sizes(site: Path, stock: Path) -> Iterator[Row]:
    """Yield the compressed kilobytes of our index and of the theme's, for the same pages."""

    def size(*files: Path) -> float:
        return sum(len(gzip.compress(file.read_bytes(), 9)) for file in files) / 1e3

    first, whole = size(*site.glob("search/first-*.js")), size(*site.glob("search/whole-*.js"))
    yield Row("index, compressed", first + whole, "kB", size(stock / "search/search_index.json"))
    yield Row("of it before the first results", first, "kB")
