"""Which scripts a page needs to be studied with."""

from pathlib import Path

from bank.model import Page
from served_files import ServedFile, bundle

BROWSER = Path(__file__).parent / "browser"
_MARKS = ("files", "parts", "store", "schedule", "tally", "mark-buttons")
_LIST = ("list-state", "list-filter", "list-form", "list-view", "list-quiz")
_INTERVIEW = tuple(
    f"interview-{part}" for part in ("choice", "link", "setup", "clock", "awake", "question", "run", "summary")
)
# For each kind of page the scripts of `browser/`, in the order in which they run.
BUNDLES = {
    "home": ("files", "store", "schedule", "tally", "home"),
    "questions": (*_MARKS, "quiz", "quiz-bar", "quiz-keys", "answer-parts", *_LIST, "questions"),
    "progress": (*_MARKS, "exchange", "progress-exchange", "progress"),
    "mock-interview": (*_MARKS, "answer-parts", *_INTERVIEW, "interview"),
    "topic": (*_MARKS, "quiz", "quiz-bar", "quiz-keys", "quick-check", "topic"),
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
