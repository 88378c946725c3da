"""1xx: the page as a whole."""

import datetime
import re

from bank import Page
from bank.vocabulary import FRONT_MATTER_ALLOWED, FRONT_MATTER_KEYS, PARTS
from rules.core import rule

_VENDOR = re.compile(r"\b(?:AWS|Amazon)\b")


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
    """One level-1 heading, the first of the page, names it for readers, search and screen readers alike; menus, cards
    and the book take the name from the front matter, so both are the same."""
    if not page.is_topic or not page.headings:
        return
    first, *others = [h for h in page.headings if h.level == 1] or [None]
    if first is None:
        yield page.headings[0].line, 1, "page has no title; begin it with a level-1 heading, `# Title`"
    elif (title := page.front_matter.get("title")) and first.text != title:
        yield first.line, 1, f"page is called '{first.text}' here and '{title}' in its front matter; one name for both"
    for heading in others:
        yield heading.line, 1, f"second page title '{heading.text}'; make it a level-2 or level-3 heading"


@rule("P104", "front-matter-unknown")
def front_matter_unknown(page: Page):
    """A key with a typing error does nothing; and tags would bury the page's questions in the search results."""
    for key in page.front_matter:
        if key not in FRONT_MATTER_ALLOWED:
            yield page.line_of(f"{key}:"), 1, f"front matter has the key '{key}', which nothing reads; remove it"


@rule("P105", "alias-sentence")
def alias_sentence(page: Page):
    """Abbreviations and former names are what people search for; one visible sentence serves them and the search."""
    if page.is_topic and page.headings and page.questions and not page.aliases:
        line = page.headings[0].line
        yield line, 1, 'no sentence "Also known as: ..." before the first question; add one to the first paragraph'


@rule("P106", "title-names-vendor")
def title_names_vendor(page: Page):
    """ "AWS" and "Amazon" are in every name: in a title they help nobody to search, and win every search for them."""
    if page.is_topic and (match := _VENDOR.search(page.title)):
        yield page.line_of("title:"), 1, f"title '{page.title}' names {match.group()}; leave it out"


@rule("P107", "heading-level")
def heading_level(page: Page):
    """Levels without gaps make the outline that search, screen readers and the PDF show."""
    last = 0
    for heading in page.headings:
        if heading.level > last + 1 and last:
            yield heading.line, 1, f"heading of level {heading.level} under one of level {last}; use level {last + 1}"
        if page.is_topic and heading.level > 3:
            yield heading.line, 1, "heading below level 3; an answer that needs it is two answers"
        last = heading.level


@rule("P108", "heading-is-a-part")
def heading_is_a_part(page: Page):
    """Each heading becomes a search result: twenty of "Common mistakes" tell a reader nothing."""
    labels = {part.label.lower() for part in PARTS} | {"summary", "conclusion", "overview", "introduction", "notes"}
    for heading in page.headings:
        if page.is_topic and heading.level == 3 and heading.text.lower().rstrip(":") in labels:
            yield heading.line, 1, f"heading '{heading.text}' could stand in any answer; say what this one says"


@rule("P109", "table-columns")
def table_columns(page: Page):
    """A row with a cell too few or too many is shown shifted, or loses its last cell, without a word."""
    columns = 0
    for row in page.rows:
        if row.is_head:
            columns = row.cells
        elif row.cells != columns:
            yield (
                row.line,
                1,
                f"row has {row.cells} cells, its table {columns} columns; a `|` in a cell is written `\\|`",
            )


@rule("P110", "image-alternative")
def image_alternative(page: Page):
    """A reader who does not see the image gets its text."""
    for link in page.links:
        if link.is_image and not link.text.strip():
            yield link.line, link.column, f"image '{link.target}' has no text; write `![what it shows]({link.target})`"


@rule("P111", "topic-without-questions")
def topic_without_questions(page: Page):
    """A card that promises no question is a promise nobody needs; guides belong under `about/`."""
    if page.is_topic and page.headings and not page.questions:
        yield page.headings[0].line, 1, "topic has no question; begin one with `make question`, or remove the page"
