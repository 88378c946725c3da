"""Which scripts a page needs to be studied with."""

from pathlib import Path

from bank.model import Page
from served_files import ServedFile, bundle

BROWSER = Path(__file__).parent / "browser"
_MARKS = ("files", "store", "schedule", "tally", "mark-buttons")
# For each kind of page the scripts of `browser/`, in the order in which they run.
BUNDLES = {
    "home": (*_MARKS, "home"),
    "questions": (*_MARKS, "questions"),
    "progress": (*_MARKS, "progress"),
    "mock-interview": (*_MARKS, "interview"),
    "topic": (*_MARKS, "topic"),
}


def bundle_of(page: Page | None) -> str:
    """Return the name of a page's bundle, or "" if it has none: each tool has its own, and all topics share one."""
    if page is None:
        return ""
    name = "topic" if page.is_topic else "home" if page.path == "index.md" else Path(page.path).stem
    return name if name in BUNDLES else ""


def bundles() -> dict[str, ServedFile]:
    """Return each bundle by its name. Raises OSError."""
    return {name: bundle(f"study/{name}", [BROWSER / f"{m}.js" for m in modules]) for name, modules in BUNDLES.items()}
