"""What a question says, part by part: the one source of the data files, the decks and the tools to study with."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from textwrap import dedent

from markdown_it import MarkdownIt

from bank import Bank, Page, Question
from bank.model import Part
from bank.plain import plain

_OPTION = re.compile(r"\[([ xX])\]\s+(.*)", re.DOTALL)
_QUICK_CHECK = re.compile(r'"Quick check:\s*(.*?)"\s*$')
_ALSO_ASKED = re.compile(r"^\*\*Also asked:\*\*\s*")
_QUOTED = re.compile(r'"([^"]+)"')


@dataclass(frozen=True, slots=True)
class Option:
    """A choice of a quick check, in Markdown."""

    text: str
    is_right: bool


@dataclass(frozen=True, slots=True)
class QuickCheck:
    """A quick check: what it asks, the choices in their order, and why (all Markdown)."""

    asks: str
    options: tuple[Option, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A link: to another question by its id, or to a source by its address."""

    title: str
    target: str


@dataclass(frozen=True, slots=True)
class Record:
    """A question. `title` is plain text; `thirty_seconds`, `takeaway` and `answer` (the whole question below its
    heading, as the page has it) are Markdown."""

    id: str
    number: int
    title: str
    type: str
    level: str
    topic: str  # the page without its suffix, such as security/iam
    topic_title: str
    category: str  # as the navigation shows it
    reviewed: str  # ISO date
    also_asked: tuple[str, ...]
    thirty_seconds: str
    takeaway: str
    quick_check: QuickCheck | None
    follow_ups: tuple[Reference, ...]
    sources: tuple[Reference, ...]
    answer: str


def records(bank: Bank) -> list[Record]:
    """Return a record for each question of the bank, in the order of the navigation.

    Raises nothing: what the gate would refuse (a question without an id) is left out, and a missing part is empty.
    """
    return [
        _record(bank, page, question)
        for page in bank.topics
        for question in page.questions
        if question.id and question.types and question.levels
    ]


def _record(bank: Bank, page: Page, question: Question) -> Record:
    return Record(
        id=question.id,
        number=question.number or 0,
        title=plain(question.title),
        type=question.types[0],
        level=question.levels[0],
        topic=page.topic,
        topic_title=page.title,
        category=bank.category_title(page.category),
        reviewed=str(page.front_matter.get("reviewed", "")),
        also_asked=also_asked(question),
        thirty_seconds=_body(question.part("thirty_seconds")),
        takeaway=_body(question.part("takeaway")),
        quick_check=_quick_check(question.part("quick_check")),
        follow_ups=tuple(_follow_ups(bank, page, question.part("follow_up"))),
        sources=tuple(Reference(link.text, link.target) for link in _links(page, question.part("sources"))),
        answer="\n".join(page.lines[question.line : question.end_line]).strip(),
    )


def also_asked(question: Question) -> tuple[str, ...]:
    """Return the other wordings of a question, as plain text; () if it names none."""
    part = question.part("also_asked")
    return tuple(_QUOTED.findall(plain(_ALSO_ASKED.sub("", part.text)))) if part else ()


def _body(part: Part | None) -> str:
    """Return what a callout says, without its first line and its indentation."""
    return dedent("\n".join(part.text.split("\n")[1:])).strip() if part else ""


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark")


def _quick_check(part: Part | None) -> QuickCheck | None:
    return _parsed_check(part.text, _body(part)) if part else None


@cache
def _parsed_check(text: str, body: str) -> QuickCheck | None:
    asks = _QUICK_CHECK.search(text.split("\n")[0])
    if not asks:
        return None
    tokens = _parser().parse(body)
    options, end = [], 0
    for index, token in enumerate(tokens):
        if token.type == "inline" and tokens[index - 1].level == 2 and (option := _OPTION.match(token.content)):
            options.append(Option(" ".join(option[2].split()), option[1] != " "))
        if token.type == "bullet_list_open" and not end:
            end = token.map[1]
    return QuickCheck(asks[1], tuple(options), "\n".join(body.split("\n")[end:]).strip())


def _links(page: Page, part: Part | None) -> Iterator:
    if part:
        yield from (link for link in page.links if part.line <= link.line <= part.end_line)


def _follow_ups(bank: Bank, page: Page, part: Part | None) -> Iterator[Reference]:
    for link in _links(page, part):
        target = link.target.partition("#")[2]
        if target in bank.places_by_id:
            yield Reference(plain(link.text), target)
