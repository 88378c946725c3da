"""Makes the packages: one for each topic, and one of all."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path

import genanki

from bank import Bank
from decks.model import NAME, model
from decks.notes import Card, card
from decks.package import package
from exports.records import Record, records
from whole_files import write_whole

FOLDER = Path("decks")
ALL = "all"


@dataclass(frozen=True, slots=True)
class Result:
    """A package that was written: its name (a topic's, or ALL), how many cards it has, and its size in bytes."""

    name: str
    cards: int
    size: int


def make_decks(bank: Bank, topics: Sequence[str], *, with_all: bool, site: Path, time: int) -> Iterator[Result]:
    """Write the packages of these topics, and one of all of them if `with_all`, below the folder of the site.

    `time` is as in `package`. Yields what was written. Raises UsageError for a diagram that is not drawn yet, else
    OSError; then what was written before stays, each file whole.
    """
    kind = model()
    decks, every_card = [], []
    for topic, known in groupby(records(bank), key=lambda record: record.topic):
        if topic not in topics:
            continue
        cards = _cards(bank, list(known), kind)
        deck = _deck(bank, topic, cards)
        decks.append(deck)
        every_card += cards
        yield _write(site / file_of(topic), topic, [deck], cards, time)
    if with_all:
        yield _write(site / file_of(ALL), ALL, decks, every_card, time)


def file_of(name: str) -> Path:
    """Return where the package of this name (a topic's, or ALL) goes, below the folder of the site."""
    return FOLDER / f"{name}.apkg"


def deck_id(topic: str) -> int:
    """Return the number of a topic's deck, which is the same in each package and build: at least 2^30, below 2^31."""
    return (1 << 30) + int.from_bytes(hashlib.sha256(topic.encode()).digest()[:8]) % (1 << 30)


def _cards(bank: Bank, known: Sequence[Record], kind: genanki.Model) -> list[Card]:
    page = bank.pages[f"{known[0].topic}.md"]
    questions = {question.id: question for question in page.questions}
    cards = []
    for record in known:
        question = questions[record.id]
        fences = [fence for fence in page.fences if question.line < fence.line <= question.end_line]
        cards.append(card(record, fences, model=kind, site=bank.site_url, position=record.number))
    return cards


def _deck(bank: Bank, topic: str, cards: Sequence[Card]) -> genanki.Deck:
    page = bank.pages[f"{topic}.md"]
    source = f'<a href="{escape(bank.site_url)}">{NAME}</a>' if bank.site_url else NAME
    deck = genanki.Deck(
        deck_id(topic),
        f"{NAME}::{bank.category_title(page.category)}::{page.title}",
        f"{escape(page.description)}<br>From {source}, licensed under CC BY 4.0.",
    )
    for each in cards:
        deck.add_note(each.note)
    return deck


def _write(file: Path, name: str, decks: Sequence[genanki.Deck], cards: Sequence[Card], time: int) -> Result:
    images = {drawing.name: drawing.content for each in cards for drawing in each.drawings}
    content = package(decks, images, time)
    write_whole(file, content)
    return Result(name, len(cards), len(content))
