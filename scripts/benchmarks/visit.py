"""A first visit with a phone: bytes, requests, the main thread's time and what moves, ours beside plain Material."""

import gzip
from collections import defaultdict
from collections.abc import Iterator
from statistics import median
from typing import NamedTuple

from playwright.sync_api import Browser, sync_playwright

from bank import load_bank
from benchmarks.rows import Row
from benchmarks.setting import DOCS, Setting
from browser import open_browser
from local_server import served
from offline.files import page_files
from search.stock import build_stock

PHONE = {"width": 390, "height": 844}
MOST_RATIO = 0.7  # of the bytes
VISITS = 3  # in each round, of each page and site
SETTLED = 1_000  # milliseconds after which nothing is left to load
# Not loaded: ours asks for nothing there, and this machine may have no way there.
ELSEWHERE = "https://*"
OURS, STOCK = "ours", "stock"
WATCH = """
window.shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""
BLOCKING = "() => document.head.querySelectorAll('script[src]:not([defer], [async], [type=module])').length"
SEARCH = "/search/"
# As the browser counts them, in seconds.
THREAD = {
    "TaskDuration": "main thread, all",
    "ScriptDuration": "main thread, scripts",
    "RecalcStyleDuration": "main thread, styles",
    "LayoutDuration": "main thread, layout",
}


class Visit(NamedTuple):
    """What one visit took: kilobytes, requests, milliseconds of the main thread by kind, and what was wrong."""

    kilobytes: float
    of_search: float  # of these
    requests: int
    thread: dict[str, float]
    shift: float
    blocking: int


def measure(setting: Setting) -> Iterator[Row]:
    """Yield the medians of some visits of the home page and of the largest topic page."""
    largest = max(load_bank(DOCS).topics, key=lambda page: len(page.text))
    pages = {"": "home", f"{largest.topic}/": f"largest topic page ({largest.title})"}
    sites = {OURS: setting.site, STOCK: build_stock(setting.folder)}
    found = defaultdict(list)
    with sync_playwright() as playwright:
        browser = open_browser(playwright)
        for _ in range(VISITS * setting.rounds):
            for path in pages:
                for site, folder in sites.items():
                    with served(folder, compressed=True) as address:
                        found[path, site].append(visit(browser, address, path))
        browser.close()
    for path, name in pages.items():
        yield from _rows(name, found[path, OURS], found[path, STOCK])
    kept = sum(len(gzip.compress((setting.site / one).read_bytes(), 6)) for one in page_files(setting.site))
    yield Row("what the service worker keeps later, without being asked, compressed", kept / 1e3, "kB")


def visit(browser: Browser, address: str, path: str) -> Visit:
    """Open a page for the first time and wait until it has settled."""
    context = browser.new_context(viewport=PHONE, service_workers="block")
    page = context.new_page()
    page.add_init_script(WATCH)
    devtools = context.new_cdp_session(page)
    addresses: dict[str, str] = {}
    sizes: dict[str, int] = {}
    devtools.on("Network.requestWillBeSent", lambda e: addresses.update({e["requestId"]: e["request"]["url"]}))
    devtools.on("Network.loadingFinished", lambda e: sizes.update({e["requestId"]: e["encodedDataLength"]}))
    devtools.send("Network.enable")
    devtools.send("Network.setBlockedURLs", {"urls": [ELSEWHERE]})
    devtools.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(address + path)
    page.wait_for_timeout(SETTLED)
    metrics = {each["name"]: each["value"] * 1e3 for each in devtools.send("Performance.getMetrics")["metrics"]}
    result = Visit(
        sum(sizes.values()) / 1e3,
        sum(size for key, size in sizes.items() if SEARCH in addresses.get(key, "")) / 1e3,
        sum(1 for size in sizes.values() if size),
        {name: metrics[name] for name in THREAD},
        page.evaluate("() => window.shift"),
        page.evaluate(BLOCKING),
    )
    context.close()
    return result


def _rows(name: str, ours: list[Visit], theirs: list[Visit]) -> Iterator[Row]:
    def both(value) -> tuple[float, float]:
        return median(map(value, ours)), median(map(value, theirs))

    def row(what: str, value, unit: str, **bars) -> Row:
        mine, other = both(value)
        return Row(f"{name}: {what}", mine, unit, other, **bars)

    yield row("over the wire, compressed", lambda v: v.kilobytes, "kB", most_ratio=MOST_RATIO)
    yield row("of it without what is searched", lambda v: v.kilobytes - v.of_search, "kB")
    yield row("requests", lambda v: v.requests, "")
    for metric, label in THREAD.items():
        yield row(label, lambda v, metric=metric: v.thread[metric], "ms")
    yield row("layout shift", lambda v: v.shift, "", most=0)
    yield row("scripts in the head that hold up the first paint", lambda v: v.blocking, "", most=0)
