"""1xx: the page as a whole."""

import datetime

from bank import Page
from bank.vocabulary import FRONT_MATTER_KEYS
from rules.core import rule


@rule("P101", "front-matter-invalid")
def front_matter_invalid(page: Page):
    """MkDocs passes over front matter that is not valid YAML without a word, and prints it on the page."""
    for defect in page.defects:
        if defect.kind == "front-matter":
            yield defect.line, defect.column, f"front matter is not valid: {defect.detail}; mend the YAML"


@rule("P102", "front-matter-missing")
def front_matter_missing(page: Page):
    """Title, description and review date feed the cards, the search engines, the sheets and the freshness checks."""
    if not page.is_topic or any(d.kind == "front-matter" for d in page.defects) or not page.text.strip():
        return
    for key in FRONT_MATTER_KEYS:
        if not page.front_matter.get(key):
            yield 1, 1, f"front matter has no '{key}'; add `{key}: ...` between the `---` lines at the top"
    reviewed = page.front_matter.get("reviewed")
    if reviewed and not isinstance(reviewed, datetime.date):
        yield 1, 1, f"'reviewed' is {reviewed!r}, not a date; write it as 2026-11-21, without quotes"


@rule("P103", "title-heading")
def title_heading(page: Page):
    """One level-1 heading, the first of the page, names it for readers, search and screen readers alike."""
    if not page.is_topic or not page.headings:
        return
    first, *others = [h for h in page.headings if h.level == 1] or [None]
    if first is None:
        yield page.headings[0].line, 1, "page has no title; begin it with a level-1 heading, `# Title`"
    for heading in others:
        yield heading.line, 1, f"second page title '{heading.text}'; make it a level-2 or level-3 heading"
