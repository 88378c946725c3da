"""Which sheets there are, and where each goes."""

from collections.abc import Iterable
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


def plan(bank: Bank, wanted: Iterable[str] = (), papers: Iterable[str] = tuple(PAPERS)) -> list[Sheet]:
    """Return the sheets of the topics with these names on these papers (keys of PAPERS).

    BOOK is the name of the book; if nothing is named, all topics and the book are meant. The books come first, because
    they take longest. Raises UsageError for a name that no topic has.
    """
    wanted, papers = list(wanted), list(papers)
    topics = named_topics(bank, [name for name in wanted if name != BOOK])
    sheets = []
    if topics and (not wanted or BOOK in wanted):
        sheets += [Sheet(BOOK, "full", paper, bank.topics) for paper in papers]
    if wanted != [BOOK]:
        sheets += _of_topics(topics, papers)
    return sheets


def _of_topics(topics: dict[str, Page], papers: list[str]) -> list[Sheet]:
    return [Sheet(name, kind, paper, (page,)) for name, page in topics.items() for kind in KINDS for paper in papers]
