"""The whole bank as one book: cover, contents, a chapter for each topic, an index."""

import re
from collections.abc import Sequence
from pathlib import Path

from playwright.async_api import Page as Tab

from bank import Page, Question
from sheets.finish import page_numbers
from sheets.site import Site
from sheets.tab import to_pdf

_ASSEMBLE = Path(__file__).with_name("book.js")
_NUMBER_PAGES = Path(__file__).with_name("number_pages.js")


async def print_book(tab: Tab, site: Site, pages: Sequence[Page], paper: str) -> bytes:
    """Return the book of these pages as a PDF, made in a tab that shows any page of the site.

    Chromium cannot print the page number of a link's target, so the book is printed twice: the first time tells where
    each name is. Raises ValueError if the numbers of pages, once filled in, move a heading to another page.
    """
    await tab.evaluate(_ASSEMBLE.read_text("utf-8"), _data(site, pages))
    names = [*map(slug, pages), *(question.id for question in _all(pages))]
    numbers = page_numbers(await to_pdf(tab, paper, is_draft=True), names)
    await tab.evaluate(_NUMBER_PAGES.read_text("utf-8"), numbers)
    book = await to_pdf(tab, paper)
    if page_numbers(book, names) != numbers:
        raise ValueError("the numbers of pages in the book do not fit: its contents or index has grown by them")
    return book


def slug(page: Page) -> str:
    """Return the name that a topic has in the book, which is also one of CSS."""
    return "chapter-" + page.topic.replace("/", "-")


def _data(site: Site, pages: Sequence[Page]) -> dict:
    questions = sum(len(page.questions) for page in pages)
    reviewed = [str(page.front_matter["reviewed"]) for page in pages]
    return {
        "title": site.bank.site_name,
        "subtitle": site.bank.tagline,
        "facts": [
            f"{questions} questions in {len(pages)} topics",
            f"Every claim checked between {min(reviewed)} and {max(reviewed)}",
            site.address,
        ],
        "chapters": [
            {
                "slug": slug(page),
                "address": site.address_of(page),
                "title": page.title,
                "category": site.bank.category_title(page.category),
                "questions": [{"id": q.id, "title": _plain(q)} for q in page.questions],
            }
            for page in pages
        ],
        "terms": [{"name": name, "targets": targets} for name, targets in index_terms(pages).items()],
    }


def index_terms(pages: Sequence[Page]) -> dict[str, list[str]]:
    """Return, in alphabetical order, the names of all topics, and for each the chapter and the questions to look up.

    A question is listed where its title or its 30 seconds name the term.
    """
    chapters: dict[str, list[str]] = {}
    for page in pages:
        for name in dict.fromkeys((page.title, *page.aliases)):
            chapters.setdefault(name, []).append(slug(page))
    texts = [(q.id, f"{q.title} {summary.text if (summary := q.part('thirty_seconds')) else ''}") for q in _all(pages)]
    terms = {}
    for name in sorted(chapters, key=str.casefold):
        word = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
        terms[name] = chapters[name] + [question for question, text in texts if word.search(text)]
    return terms


def _all(pages: Sequence[Page]) -> list[Question]:
    return [question for page in pages for question in page.questions]


def _plain(question: Question) -> str:
    return question.title.replace("`", "")
