"""A reader's marks, as the site keeps them in the browser."""

import json
import time

from playwright.sync_api import Page

KEY = "aloud.marks"
DAY = 86_400_000


def milliseconds(days_ago: float = 0) -> int:
    return int(time.time() * 1000 - days_ago * DAY)


def record(mark: str, days_ago: float = 0) -> dict:
    """A mark as it is kept while the scheduler could not be asked: due a day after it was given."""
    return {"mark": mark, "at": milliseconds(days_ago), "card": None, "before": None}


def give(page: Page, marks: dict[str, dict]) -> None:
    """Put marks into the browser's storage before the page that comes next runs its scripts."""
    stored = json.dumps(json.dumps({"version": 1, "marks": marks}))
    page.add_init_script(f"localStorage.getItem('{KEY}') ?? localStorage.setItem('{KEY}', {stored})")


def kept(page: Page) -> dict[str, dict]:
    stored = page.evaluate(f"localStorage.getItem('{KEY}')")
    return json.loads(stored)["marks"] if stored else {}
