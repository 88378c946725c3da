"""What axe finds on a page: shut doors, such as a control without a name or text without contrast."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


def assert_accessible(page: Page, part: str | None = None) -> None:
    """Fail if axe finds a violation in the page as it is now, and name each with the elements that it is about.

    A long page takes axe seconds: `part` is the selector of what alone is of interest.
    """
    results = Axe().run(page, context=part).response
    found = [
        f"{violation['id']}: {node['html'][:160]} ({node['failureSummary']})"
        for violation in results["violations"]
        for node in violation["nodes"]
    ]
    assert not found, "\n".join(found)
    assert results["passes"], "axe looked at nothing"
