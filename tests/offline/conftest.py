"""A copy of the built site that may be changed, on a host of its own, and tabs that keep it."""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from addresses import page_address
from local_server import served
from offline.service_worker import NAME, edition, worker

KEPT = """async (site) => {
  const registration = await navigator.serviceWorker.getRegistration(site);
  const files = registration?.active ? await (await caches.open(`aloud ${site}`)).keys() : [];
  return files.map(({ url }) => url.slice(site.length));
}"""

STATE = """async () => {
  const { installing, waiting, active } = (await navigator.serviceWorker.getRegistration()) ?? {};
  return { installing: Boolean(installing), waiting: Boolean(waiting), active: active?.state === "activated" };
}"""

SAVE_DATA = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
LONG_AGO = 1_000_000_000  # seconds since 1970


@dataclass
class Host:
    """A site on a host: its folder, and its address with a slash at its end."""

    folder: Path
    address: str

    def write(self, name: str, content: bytes | str) -> None:
        """Change a file. Its time is moved on: to a server, two changes within a second are one."""
        file = self.folder / name
        later = file.stat().st_mtime + 10 if file.exists() else None
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        if later:
            os.utime(file, (later, later))

    def deploy(self) -> None:
        """Write the worker for what is there."""
        self.write(NAME, worker(self.folder).content)

    def keys(self, *parts: str) -> set[str]:
        """Return what the worker keeps of "shell" and "rest" by the names that it gives, relative to the site."""
        known = edition(self.folder)
        return {f"{address}?v={digest}" for part in parts for address, digest in known[part].items()}


def kept(tab: Page, host: Host) -> set[str]:
    return set(tab.evaluate(KEPT, host.address))


def wait_until_kept(tab: Page, host: Host, *parts: str) -> None:
    """Wait until exactly those parts of what the host has are kept."""
    wanted = host.keys(*parts)
    wait_until(lambda: kept(tab, host) == wanted, lambda: f"missing: {wanted - kept(tab, host)}")


def wait_until(is_so: Callable[[], bool], said: Callable[[], str] = str, seconds: float = 30) -> None:
    """Wait until a condition holds that the browser's own waiting cannot ask for, as its answer comes later."""
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end, said()
        time.sleep(0.05)


def state(tab: Page) -> dict[str, bool]:
    """Return which workers the tab's site has: installing, waiting, active (and running)."""
    return tab.evaluate(STATE)


@contextmanager
def device(browser: Browser, **options) -> Iterator[BrowserContext]:
    """A browser's profile of its own. At the end, no page must have failed."""
    context = browser.new_context(**options)
    context.set_default_timeout(10_000)
    errors: list[str] = []
    context.on("weberror", lambda error: errors.append(str(error.error)))
    yield context
    context.close()
    assert errors == []


def visited(context: BrowserContext, host: Host) -> Page:
    """A tab of a device that has visited the host and keeps all of it."""
    tab = context.new_page()
    tab.goto(host.address)
    wait_until_kept(tab, host, "shell", "rest")
    return tab


@pytest.fixture
def host(built, bank, tmp_path) -> Iterator[Host]:
    """The site with two topics, which is enough to keep."""
    topics = [page.topic for page in bank.topics]
    folder = tmp_path / "site"
    shutil.copytree(built.folder, folder, ignore=shutil.ignore_patterns("lunr", "*.map", "data", "text-*"))
    for topic in topics[2:]:
        shutil.rmtree(folder / topic)
        for file in folder.glob(f"study/answers-{topic.replace('/', '-')}-*"):
            file.unlink()
    for file in folder.rglob("*"):
        # A file that is this old a browser takes for fresh for a year, unless it is told otherwise.
        os.utime(file, (LONG_AGO, LONG_AGO))
    with served(folder) as address:
        host = Host(folder, address)
        host.deploy()
        yield host


@pytest.fixture
def topics(bank) -> list[str]:
    """The addresses of the topics that `host` has."""
    return [page_address(page.path) for page in bank.topics[:2]]
