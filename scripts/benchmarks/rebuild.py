"""The live site after an edit: from the write of a page to the reloaded page with the new text."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from bank import load_bank
from benchmarks.rows import Row
from benchmarks.setting import DOCS, ROOT, Setting, our_project
from browser import open_browser
from command_line import UsageError

MOST = 2.0  # seconds
EDITS = 3  # in each round
SECONDS_TO_START = 120
SECONDS_TO_RELOAD = 120
SETTLED = 2_000  # milliseconds after which the browser waits for the next edition


def measure(setting: Setting) -> Iterator[Row]:
    """Yield the median of some edits of the text of one page, and the longest."""
    project = our_project(setting.folder)
    topic = max(load_bank(DOCS).topics, key=lambda page: len(page.text))
    with live(project) as address, sync_playwright() as playwright:
        browser = open_browser(playwright)
        tab = browser.new_page(viewport={"width": 1440, "height": 900})
        tab.goto(f"{address}{topic.topic}/")
        edits = range(EDITS * setting.rounds + 1)
        seconds = [edit(tab, project / "docs" / topic.path, f"Edition {number}.") for number in edits]
        browser.close()
    seconds = seconds[1:]  # the first one fills what is kept
    yield Row(f"from the write to the reloaded page, median of {len(seconds)}", median(seconds), "s", most=MOST)
    yield Row("the longest", max(seconds), "s")


def edit(tab: Page, file: Path, mark: str) -> float:
    """Write a paragraph into a page that is open in the tab; return the seconds until it is shown."""
    tab.wait_for_timeout(SETTLED)
    text = file.read_text("utf-8")
    head, _, _ = text.partition("\n\nEdition ")
    start = time.perf_counter()
    file.write_text(f"{head.rstrip()}\n\n{mark}\n", "utf-8")
    try:
        tab.get_by_text(mark, exact=True).first.wait_for(state="attached", timeout=SECONDS_TO_RELOAD * 1e3)
    except PlaywrightTimeout:
        raise UsageError(f"an edit of {file.name} is not shown within {SECONDS_TO_RELOAD} s") from None
    return time.perf_counter() - start


@contextmanager
def live(project: Path) -> Iterator[str]:
    """Serve the live site of a project while the context lasts; the value is its address, with a slash at its end."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, str(ROOT / "scripts/serve.py"), str(port)]
    process = subprocess.Popen(command, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        end = time.monotonic() + SECONDS_TO_START
        while not _answers(port):
            if process.poll() is not None or time.monotonic() > end:
                raise UsageError("the live site does not start; `make serve` says why")
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait()


def _answers(port: int) -> bool:
    with socket.socket() as client:
        return client.connect_ex(("127.0.0.1", port)) == 0
