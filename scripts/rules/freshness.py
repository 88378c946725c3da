"""7xx: what was true once. The data is in `data/freshness.yaml` and `data/runtimes.yaml`."""

import datetime
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from bank import Page
from data_files import load_data
from rules.core import declare, rule
from rules.literals import Pattern

_DATA = Path(__file__).parent / "data"

MAX_AGE = datetime.timedelta(days=180)

KINDS = {
    "retired": ("R701", "retired-service", "Who proposes a service that has ended has stopped learning when it did."),
    "renamed": ("R702", "former-name", "The former name of a product shows the age of an answer."),
    "changed": ("R703", "changed-fact", "A limit or default that changed years ago is the classic wrong answer."),
}


class Fact(NamedTuple):
    """One entry of `freshness.yaml`; see the head of that file."""

    pattern: Pattern
    kind: str
    right: str
    source: str
    unless: Pattern | None
    example: str


class Runtime(NamedTuple):
    """One entry of `runtimes.yaml`; see the head of that file."""

    pattern: Pattern
    name: str
    ends: datetime.date
    use: str


@cache
def facts() -> tuple[Fact, ...]:
    """Return the entries of `freshness.yaml`. Raises KeyError or re.error for an entry that is not whole."""
    return tuple(
        Fact(
            Pattern(e["pattern"], re.IGNORECASE),
            e["kind"],
            e["right"],
            e["source"],
            Pattern(e["unless"], re.IGNORECASE) if e.get("unless") else None,
            e["example"],
        )
        for e in load_data(_DATA / "freshness.yaml")
    )


@cache
def runtimes() -> tuple[Runtime, ...]:
    """Return the entries of `runtimes.yaml`. Raises KeyError or re.error for an entry that is not whole."""
    return tuple(
        Runtime(Pattern(e["pattern"]), e["name"], e["ends"], e["use"]) for e in load_data(_DATA / "runtimes.yaml")
    )


def _outdated(kind: str):
    def function(page: Page):
        for fact in facts():
            for first, text in page.stretches.holding(fact.pattern.literals) if fact.kind == kind else ():
                match = fact.pattern.search(text)
                if match and not (fact.unless and fact.unless.search(text)):
                    line = first + text[: match.start()].count("\n")
                    yield line, 1, f"'{match.group()}': {fact.right} See {fact.source}"

    return function


for _kind, (_code, _name, _reason) in KINDS.items():
    declare(_code, _name, _reason, function=_outdated(_kind))


def ended_runtimes(page: Page, day: datetime.date) -> Iterator[tuple[int, Runtime]]:
    """Yield each runtime in the samples of a page that is without support on a day, with its line in the page."""
    samples = {(fence.content_line, fence.content) for fence in page.fences}
    for runtime in runtimes():
        for first, text in page.stretches.holding(runtime.pattern.literals) if runtime.ends < day else ():
            if (first, text) in samples and (match := runtime.pattern.search(text)):
                yield first + text[: match.start()].count("\n"), runtime


def last_review(page: Page) -> datetime.date | None:
    """Return the day on which the claims of a page were last checked, or None if its front matter has no such date."""
    reviewed = page.front_matter.get("reviewed")
    return reviewed if isinstance(reviewed, datetime.date) else None


@rule("R704", "runtime-unsupported")
def runtime_unsupported(page: Page):
    """A sample with a runtime past its end of support cannot be deployed, or will not be for long."""
    for line, runtime in ended_runtimes(page, datetime.date.today()):
        yield line, 1, f"{runtime.name} is out of support since {runtime.ends}; use {runtime.use}"


@rule("R710", "review-is-old", severity="warning")
def review_is_old(page: Page):
    """A page that nobody has checked for half a year is trusted less than it should be."""
    reviewed = last_review(page)
    if reviewed and (age := datetime.date.today() - reviewed) > MAX_AGE:
        message = f"page was reviewed {age.days} days ago; check its claims and set 'reviewed'"
        yield page.line_of("reviewed:"), 1, message


@rule("R711", "review-in-future")
def review_in_future(page: Page):
    """A review date that has not come yet is a typing error, and hides the page's true age."""
    reviewed = last_review(page)
    # One day of grace: it may already be tomorrow where the page was reviewed.
    if reviewed and reviewed > datetime.date.today() + datetime.timedelta(days=1):
        yield page.line_of("reviewed:"), 1, f"page is reviewed on {reviewed}, which is in the future"
