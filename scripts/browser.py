"""Where the machine's Chromium is, and how to start it.

Run as a command, it makes sure that there is one: an installed Chromium or Chrome, else Playwright's, else the
distribution's package. Exit status 2 and one sentence if none can be had.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from command_line import UsageError, command

if TYPE_CHECKING:  # Playwright takes long to load, and most who ask where the browser is do not start it here
    from playwright.sync_api import Browser, Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
# Containers and CI machines often run as root and without a GPU; nothing here loads a page from elsewhere, so the
# sandbox protects from nothing, and the rest keeps the browser from calling home.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


class NoBrowser(UsageError):
    """No Chromium of this machine can be used; the message says how to get one."""


def find_browser() -> str:
    """Return the path of a Chromium or Chrome.

    The environment variable `CHROME` wins; then what is on the PATH, then the usual places of macOS, then what
    Playwright has installed. Raises NoBrowser if there is none.
    """
    if chosen := os.environ.get("CHROME"):
        if shutil.which(chosen):
            return shutil.which(chosen)
        raise NoBrowser(f"CHROME is set to {chosen}, which is not a program that can be started.")
    candidates = [shutil.which(name) for name in NAMES] + [a for a in APPLICATIONS if Path(a).exists()]
    for candidate in filter(None, candidates):
        return candidate
    bundled = _playwright_browser()
    if bundled:
        return bundled
    raise NoBrowser("No Chromium or Chrome found: install one, or set CHROME to its path, then run this again.")


def _playwright_browser() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def open_browser(playwright: "Playwright") -> "Browser":
    """Start the browser that `find_browser` names. Raises NoBrowser if there is none or it does not start."""
    from playwright.sync_api import Error as BrowserError

    path = find_browser()
    try:
        return playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
    except BrowserError:
        raise NoBrowser(f"{path} does not start as a browser; install Chromium, or set CHROME to its path.") from None


def install_browser() -> None:
    """Try Playwright's download, then the distribution's package. Raises NoBrowser if neither works."""
    attempts = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if shutil.which("apt-get") and os.geteuid() == 0:
        attempts += [["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "chromium"]]
    for attempt in attempts:
        print(f"No browser found; trying: {' '.join(attempt)}", flush=True)
        try:
            subprocess.run(attempt, timeout=900, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        except (OSError, subprocess.TimeoutExpired):
            continue
        try:
            find_browser()
            return
        except NoBrowser:
            continue
    find_browser()


@command
def main() -> int:
    """Find a browser, or install one; see the module's docstring. Returns the exit status."""
    try:
        find_browser()
    except NoBrowser:
        install_browser()
    print(f"Browser: {find_browser()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
