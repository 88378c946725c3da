"""What axe finds on a page: shut doors, such as a control without a name or text without contrast."""

from pathlib import Path

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

_PROBE = (Path(__file__).parent / "access/probes/axe.js").read_text("utf-8")


def violations(
    page: Page, part: str | None = None, *, colors_only: bool = False, known_looks: set[str] | None = None
) -> list[str]:
    """Return what axe finds in the page as it is now, a line for each element; see `access/probes/axe.js`.

    A long page takes axe seconds: `part` is the selector of what alone is of interest, and with `colors_only` axe asks
    only what depends on the color scheme. `known_looks` are those of text that was judged before; new ones are added.
    """
    known = set() if known_looks is None else known_looks
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    result = page.evaluate(_PROBE, {"part": part, "colorsOnly": colors_only, "knownLooks": list(known)})
    assert result["passed"] or known, "axe looked at nothing"
    known.update(result["looks"])
    return result["found"]


def assert_accessible(page: Page, part: str | None = None) -> None:
    """Fail if axe finds a violation in the page as it is now."""
    found = violations(page, part)
    assert not found, "\n".join(found)
