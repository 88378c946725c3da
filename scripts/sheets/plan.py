"""Which sheets there are, and where each goes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bank import Bank, Page
from targets import named_topics

PAPERS = {"a4": "A4", "letter": "Letter"}
KINDS = {"full": "", "cram": "-cram"}
BOOK = "all"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One PDF: of one topic, or of all (`pages` then has several). `kind` is a key of KINDS, `paper` one of PAPERS."""

    topic: str
    kind: str
    paper: str
    pages: tuple[Page, ...]

    @property
    def is_book(self) -> bool:
        return self.topic == BOOK

    @property
    def file(self) -> Path:
        """Where the PDF goes, below the folder of the site."""
        folder = Path("pdf") if self.paper == "a4" else Path("pdf") / self.paper
        return folder / f"{self.topic}{KINDS[self.kind]}.pdf"

    @property
    def name(self) -> str:
        return f"{self.topic}, {'book' if self.is_book else self.kind}, {PAPERS[self.paper]}"


def plan(bank: Bank, wanted: Iterable[str] = ()) -> list[Sheet]:
    """Return the sheets of the topics with these names, or of all topics and the book if none is named.

    The books come first, because they take longest. Raises UsageError for a name that no topic has.
    """
    wanted = list(wanted)
    return list(_sheets(named_topics(bank, wanted), not wanted))


def _sheets(topics: dict[str, Page], with_book: bool) -> Iterator[Sheet]:
    if with_book and topics:
        yield from (Sheet(BOOK, "full", paper, tuple(topics.values())) for paper in PAPERS)
    for name, page in topics.items():
        yield from (Sheet(name, kind, paper, (page,)) for kind in KINDS for paper in PAPERS)
