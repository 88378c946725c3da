"""Sheets of the bank, made once, and a reader of PDFs that does not come from who made them."""

import os
from functools import cached_property
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

import make_sheets
from bank import Bank
from sheets.plan import BOOK, Sheet, plan
from tests.conftest import Built, in_thread, once

POINTS_PER_MM = 72 / 25.4
# Where the second column of a cram sheet begins, as a share of the paper's width.
CRAM_COLUMN = 0.34


class Pdf:
    """A PDF as its reader sees it."""

    def __init__(self, file: Path, sheet: Sheet):
        self.file, self.sheet = file, sheet
        self.document = pypdfium2.PdfDocument(file)

    def __len__(self) -> int:
        return len(self.document)

    @cached_property
    def texts(self) -> list[str]:
        return [page.get_textpage().get_text_range() for page in self.document]

    def _body(self, number: int) -> str:
        foot = f"{number + 1}of{len(self)}"
        head = squeezed(self.sheet.pages[0].title + "Aloud")
        body = squeezed(self.texts[number])
        return body.removeprefix(head).removeprefix(foot).removesuffix(foot)

    @cached_property
    def pages(self) -> list[str]:
        """The text of each page, squeezed, without what stands at its head and foot."""
        return [self._body(number) for number in range(len(self))]

    @property
    def text(self) -> str:
        return "".join(self.pages)

    @cached_property
    def columns(self) -> str:
        """The text of a cram sheet, column by column: PDFium reads lines of one height as one, whatever is between."""
        both = ((0, CRAM_COLUMN), (CRAM_COLUMN, 1))
        return "".join(squeezed(self._between(page, *sides)) for sides in both for page in self.document)

    @staticmethod
    def _between(page: pypdfium2.PdfPage, left: float, right: float) -> str:
        width, height = page.get_size()
        return page.get_textpage().get_text_bounded(left * width, 0, right * width, height)

    def has(self, words: str) -> bool:
        """Return whether squeezed words are in the text. A sample at the head of a page may stand between them."""
        if words in self.text:
            return True
        return any(
            words[:i] in page and words[i:] in after[:200]
            for page, after in pairwise(self.pages)
            for i in range(1, len(words))
        )

    def last_line(self, number: int, lowest: float) -> str:
        """Return the last line of a page (from 0) that stands above `lowest`, in points from its foot."""
        text = self.document[number].get_textpage()
        boxes = [box for i in range(text.count_rects()) if (box := text.get_rect(i))[1] >= lowest]
        foot = min(bottom for _, bottom, _, _ in boxes)
        line = [box for box in boxes if box[1] < foot + 3]
        sides = zip(*line, strict=True)
        left, bottom, right, top = (side(values) for side, values in zip((min, min, max, max), sides, strict=True))
        return text.get_text_bounded(left, bottom, right, top)

    def picture(self, number: int, dots_per_inch: int = 36) -> Image.Image:
        return self.document[number].render(scale=dots_per_inch / 72, grayscale=True).to_pil()

    @cached_property
    def outline(self) -> list[tuple[int, str]]:
        """The level (0 is the top) and title of each entry."""
        return [(item.level, item.get_title()) for item in self.document.get_toc(max_depth=9)]


def squeezed(text: str) -> str:
    """Return text without any white space, hyphens and marks: wrapping and ligatures change nothing that is left."""
    return "".join(c for c in text.lower() if c.isalnum())


# All sheets on both papers take longer to print than all other tests to run. They are printed before each deployment;
# else the book, which holds every topic, and some sheets: the longest topic and the first of each category.
ALL_SHEETS = os.environ.get("ALL_SHEETS") == "true"
BOOK_PAPERS = ("a4", "letter") if ALL_SHEETS else ("a4",)


def printed(bank: Bank) -> dict[str, list[str]]:
    """Return for each paper the names of what the tests print on it; an empty list stands for everything."""
    if ALL_SHEETS:
        return {"a4": [], "letter": []}
    first = {page.category: page.topic for page in reversed(bank.topics)}
    longest = max(bank.topics, key=lambda page: len(page.text)).topic
    return {"a4": [BOOK, *{longest, *first.values()}], "letter": [longest]}


def print_sheets(site: Path, bank: Bank) -> int:
    """Make the sheets into the site; return the worst exit status of the command."""
    return max(
        make_sheets.main([*names, "--paper", paper, "--site", str(site)]) for paper, names in printed(bank).items()
    )


@pytest.fixture(scope="session")
def sheets(built: Built, bank: Bank) -> list[Pdf]:
    """The sheets, made into the built site, once for all processes that run tests."""
    status = once(
        built.folder.with_name("sheets.txt"), lambda: str(in_thread(lambda: print_sheets(built.folder, bank)))
    )
    assert status == "0", "some sheets could not be made; the output above says which"
    made = [sheet for paper, names in printed(bank).items() for sheet in plan(bank, names, [paper])]
    return [Pdf(built.folder / sheet.file, sheet) for sheet in made]


@pytest.fixture(scope="session")
def full(sheets) -> list[Pdf]:
    """The full sheets of the topics."""
    return [pdf for pdf in sheets if pdf.sheet.kind == "full" and not pdf.sheet.is_book]


@pytest.fixture(scope="session")
def cram(sheets) -> list[Pdf]:
    return [pdf for pdf in sheets if pdf.sheet.kind == "cram"]


@pytest.fixture(scope="session")
def books(sheets) -> list[Pdf]:
    return [pdf for pdf in sheets if pdf.sheet.is_book]


def opened(pdf: Pdf) -> pikepdf.Pdf:
    return pikepdf.Pdf.open(BytesIO(pdf.file.read_bytes()))
