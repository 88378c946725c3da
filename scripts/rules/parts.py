"""2xx: the parts of a question."""

import re
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from bank import Bank, Page
from bank.model import Link, Part
from bank.vocabulary import PARTS
from data_files import load_data
from rules.core import rule
from rules.links import local_links, resolve

SPOKEN_WORDS = (40, 90)
_DOMAINS = Path(__file__).parent / "data" / "source_domains.yaml"
_OPTION = re.compile(r"^\s*[-*] \[(?P<mark>[ xX])\] ", re.MULTILINE)


@rule("Q208", "question-part-missing")
def question_part_missing(page: Page):
    """A reader the night before relies on the shape: the short answer first, the mistakes, the takeaway, the source."""
    for question in page.questions:
        for part in PARTS:
            if part.required and not question.part(part.key):
                yield question.line, 1, f"question {question.number or ''} has no '{part.label}'; add {_how(part)}"


@rule("Q209", "question-part-order")
def question_part_order(page: Page):
    """The same order everywhere lets the eye find a part without reading."""
    order = {part.key: index for index, part in enumerate(PARTS)}
    for question in page.questions:
        last = None
        for part in question.parts:
            if last and order[part.kind.key] < order[last.kind.key]:
                yield part.line, 1, f"'{part.kind.label}' stands after '{last.kind.label}'; move it before"
            elif last and part.kind.key == last.kind.key:
                yield (
                    part.line,
                    1,
                    f"second '{part.kind.label}' in this question; merge it with the one in line {last.line}",
                )
            else:
                last = part


@rule("Q210", "spoken-answer-length")
def spoken_answer_length(page: Page):
    """Forty to ninety words are what thirty seconds hold; less says nothing, more is a lecture."""
    for question in page.questions:
        if part := question.part("thirty_seconds"):
            words = len(_body(part).split())
            low, high = SPOKEN_WORDS
            if not low <= words <= high:
                yield part.line, 1, f"'In 30 seconds' has {words} words; make it {low} to {high}"


@rule("Q211", "source-not-official")
def source_not_official(page: Page):
    """A source is the page of the maker that states the fact; what others say of it may be wrong or old."""
    for question in page.questions:
        part = question.part("sources")
        links = _links_in(page, part) if part else []
        if part and not links:
            yield part.line, 1, "'Sources' links to nothing; link to the official page that states the facts"
        for link in links:
            host = urlsplit(link.target).netloc
            if host and host not in official_domains():
                yield (
                    link.line,
                    link.column,
                    (f"{host} is not an official source; use the maker's page, or add it to {_DOMAINS.name}"),
                )


@rule("Q212", "source-not-specific")
def source_not_specific(page: Page):
    """A landing page proves nothing: the reader has to search for the fact all over again."""
    for question in page.questions:
        for link in _links_in(page, question.part("sources")):
            parts = urlsplit(link.target)
            path = parts.path.strip("/")
            if "/" not in path or path.endswith("/index.html"):
                yield link.line, link.column, f"'{link.target}' is a landing page; cite the page that states the fact"


@rule("Q223", "part-link-twice")
def part_link_twice(page: Page):
    """A source that is listed twice makes the answer look better proven than it is."""
    for question in page.questions:
        for key in ("sources", "follow_up"):
            seen = set()
            for link in _links_in(page, question.part(key)):
                if link.target in seen:
                    yield link.line, link.column, f"'{link.target}' is listed a second time; delete one of the two"
                seen.add(link.target)


@rule("Q213", "follow-up-target", scope="bank")
def follow_up_target(bank: Bank, page: Page):
    """A follow-up leads to the question that answers it, as the interviewer's next question would."""
    on_page = list(local_links(page))
    for question in page.questions:
        part = question.part("follow_up")
        if not part:
            continue
        links = [(link, path, fragment) for link, path, fragment in on_page if _covers(part, link)]
        if not links:
            yield part.line, 1, "'Follow-up' links to no question of this site"
        for link, path, fragment in links:
            target = bank.pages.get(resolve(page, path))
            if not target or (fragment and fragment not in target.anchors):
                continue  # L401 and L402 say so
            if fragment not in {q.id for q in target.questions}:
                yield link.line, link.column, f"follow-up '{link.target}' leads to no question; link to a question's id"
            elif target is page and fragment == question.id:
                yield link.line, link.column, "follow-up leads back to its own question; link to another"


@rule("Q214", "quick-check-options")
def quick_check_options(page: Page):
    """A quick check has two to five options, exactly one of them right, and says why."""
    for question in page.questions:
        if not (part := question.part("quick_check")):
            continue
        marks = [match["mark"] != " " for match in _OPTION.finditer(part.text)]
        if not 2 <= len(marks) <= 5 or sum(marks) != 1:
            yield (
                part.line,
                1,
                f"quick check has {len(marks)} options, {sum(marks)} right; make it one of 2 to 5",
            )
        after = part.text[[m.end() for m in _OPTION.finditer(part.text)][-1] :] if marks else ""
        if marks and "\n\n" not in after.strip("\n"):
            yield part.line, 1, "quick check gives no reason; say under the options why the right one is right"


@cache
def official_domains() -> frozenset[str]:
    """Return the hosts that count as official, from `source_domains.yaml`."""
    return frozenset(load_data(_DOMAINS))


def _links_in(page: Page, part: Part | None) -> list[Link]:
    return [link for link in page.links if part and _covers(part, link)]


def _covers(part: Part, link: Link) -> bool:
    return part.line <= link.line <= part.end_line


def _body(part: Part) -> str:
    """Return a callout's text without its first line, which is its title."""
    return part.text.partition("\n")[2]


def _how(part) -> str:
    if part.callout:
        return f'`{"???" if part.callout == "question" else "!!!"} {part.callout} "{part.label}"`'
    return f"a paragraph that begins with `**{part.label}:**`"
