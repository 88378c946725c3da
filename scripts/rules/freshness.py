"""7xx: what was true once. The data is in `data/freshness.yaml` and `data/runtimes.yaml`."""

import datetime
import re
from functools import cache
from typing import NamedTuple

from bank import Page
from rules.core import declare, rule
from rules.data_files import load_data
from rules.literals import required_literals

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


def _outdated(kind: str):
    def function(page: Page):
        for fact in facts():
            for first, text in page.stretches.holding(fact.literals) if fact.kind == kind else ():
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
    samples = {(fence.content_line, fence.content) for fence in page.fences}
    for runtime in runtimes():
        for first, text in page.stretches.holding(runtime.literals) if runtime.ends < today else ():
            if (first, text) in samples and (match := runtime.pattern.search(text)):
                line = first + text[: match.start()].count("\n")
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
