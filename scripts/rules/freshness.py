"""7xx: what was true once. The data is in `data/freshness.yaml` and `data/runtimes.yaml`."""

import datetime
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from bank import Page
from rules.core import declare, rule
from rules.data_files import load_data
from rules.literals import may_match, required_literals

MAX_AGE = datetime.timedelta(days=180)

KINDS = {
    "retired": ("R701", "retired-service", "Who proposes a service that has ended has stopped learning when it did."),
    "renamed": ("R702", "former-name", "The former name of a product shows the age of an answer."),
    "changed": ("R703", "changed-fact", "A limit or default that changed years ago is the classic wrong answer."),
}


class Fact(NamedTuple):
    """One entry of `freshness.yaml`; see the head of that file."""

    pattern: re.Pattern
    literals: frozenset[str]
    kind: str
    right: str
    source: str
    unless: re.Pattern | None
    example: str


class Runtime(NamedTuple):
    """One entry of `runtimes.yaml`; see the head of that file."""

    pattern: re.Pattern
    literals: frozenset[str]
    name: str
    ends: datetime.date
    use: str


@cache
def facts() -> tuple[Fact, ...]:
    """Return the entries of `freshness.yaml`. Raises KeyError or re.error for an entry that is not whole."""
    patterns = {e["pattern"]: re.compile(e["pattern"], re.IGNORECASE) for e in load_data("freshness.yaml")}
    return tuple(
        Fact(
            patterns[e["pattern"]],
            required_literals(patterns[e["pattern"]]),
            e["kind"],
            e["right"],
            e["source"],
            re.compile(e["unless"], re.IGNORECASE) if e.get("unless") else None,
            e["example"],
        )
        for e in load_data("freshness.yaml")
    )


@cache
def runtimes() -> tuple[Runtime, ...]:
    """Return the entries of `runtimes.yaml`. Raises KeyError or re.error for an entry that is not whole."""
    return tuple(
        Runtime(pattern := re.compile(e["pattern"]), required_literals(pattern), e["name"], e["ends"], e["use"])
        for e in load_data("runtimes.yaml")
    )


class _Stretches:
    """The blocks and samples of a page: what one reason can excuse. Finds those that hold a string, quickly."""

    def __init__(self, page: Page):
        self.lower = page.text.lower()
        self._line_ends = list(accumulate(len(line) + 1 for line in self.lower.split("\n")))
        self._all = [(b.line, b.text) for b in page.blocks] + [(f.content_line, f.content) for f in page.fences]
        self._on_line: dict[int, list[tuple[int, str]]] = defaultdict(list)
        for first, text in self._all:
            for line in range(first, first + text.count("\n") + 1):
                self._on_line[line].append((first, text))

    def holding(self, literals: frozenset[str]) -> list[tuple[int, str]]:
        """Return, with their first lines, those in which one of these strings stands; all if there are no strings."""
        if not literals:
            return self._all
        lines = {bisect_right(self._line_ends, at) + 1 for literal in literals for at in self._places(literal)}
        return list(dict.fromkeys(stretch for line in sorted(lines) for stretch in self._on_line.get(line, ())))

    def _places(self, literal: str) -> Iterator[int]:
        at = self.lower.find(literal)
        while at >= 0:
            yield at
            at = self.lower.find(literal, at + 1)


def _outdated(kind: str):
    def function(page: Page):
        stretches = _Stretches(page)
        for fact in facts():
            for first, text in stretches.holding(fact.literals) if fact.kind == kind else ():
                match = fact.pattern.search(text)
                if match and not (fact.unless and fact.unless.search(text)):
                    line = first + text[: match.start()].count("\n")
                    yield line, 1, f"'{match.group()}': {fact.right} See {fact.source}"

    return function


for _kind, (_code, _name, _reason) in KINDS.items():
    declare(_code, _name, _reason, function=_outdated(_kind))


@rule("R704", "runtime-unsupported")
def runtime_unsupported(page: Page):
    """A sample with a runtime past its end of support cannot be deployed, or will not be for long."""
    today = datetime.date.today()
    lower = page.text.lower()
    possible = [r for r in runtimes() if r.ends < today and may_match(r.literals, lower)]
    for fence in page.fences if possible else ():
        for runtime in possible:
            if match := runtime.pattern.search(fence.content):
                line = fence.content_line + fence.content[: match.start()].count("\n")
                yield line, 1, f"{runtime.name} is out of support since {runtime.ends}; use {runtime.use}"


@rule("R710", "review-is-old", severity="warning")
def review_is_old(page: Page):
    """A page that nobody has checked for half a year is trusted less than it should be."""
    reviewed = page.front_matter.get("reviewed")
    if isinstance(reviewed, datetime.date) and datetime.date.today() - reviewed > MAX_AGE:
        age = (datetime.date.today() - reviewed).days
        yield _line(page), 1, f"page was reviewed {age} days ago; check its claims and set 'reviewed'"


@rule("R711", "review-in-future")
def review_in_future(page: Page):
    """A review date that has not come yet is a typing error, and hides the page's true age."""
    reviewed = page.front_matter.get("reviewed")
    # One day of grace: it may already be tomorrow where the page was reviewed.
    if isinstance(reviewed, datetime.date) and reviewed > datetime.date.today() + datetime.timedelta(days=1):
        yield _line(page), 1, f"page is reviewed on {reviewed}, which is in the future"


def _line(page: Page) -> int:
    return next((n for n, line in enumerate(page.lines, 1) if line.startswith("reviewed:")), 1)
