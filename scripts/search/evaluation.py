"""How well a search box answers a file of queries."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from command_line import UsageError
from data_files import load_data

KINDS = ("name", "abbreviation", "symptom", "comparison", "typo", "sentence")


class QueryError(UsageError):
    """A query file cannot be used; the message says where and why."""


@dataclass(frozen=True)
class Query:
    """What is typed, of what kind it is, and the questions (`page#id`) that are right.

    The ranking was not tuned with what is unseen.
    """

    text: str
    kind: str
    expect: tuple[str, ...]
    unseen: bool = False


@dataclass(frozen=True)
class Answer:
    """The questions that the box showed for a query, best first."""

    query: Query
    shown: tuple[str, ...]

    @property
    def rank(self) -> int | None:
        """The place of the first right question, counted from 1, or None if there is none."""
        return next((place for place, question in enumerate(self.shown, 1) if question in self.query.expect), None)


def read_queries(file: Path) -> list[Query]:
    """Return the queries of a YAML file: a list of {query, kind, expect}. Raises QueryError if it is anything else."""
    try:
        entries = load_data(file)
    except OSError as error:
        raise QueryError(f"{file}: {error.strerror}") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise QueryError(f"{file}: not valid YAML: {error}") from error
    if not isinstance(entries, list):
        raise QueryError(f"{file}: must be a list of {{query, kind, expect: [page#id, ...]}}")
    return [_query(file, number, entry) for number, entry in enumerate(entries, 1)]


def _query(file: Path, number: int, entry) -> Query:
    expect = entry.get("expect") if isinstance(entry, dict) else None
    if not isinstance(expect, list) or not expect or not all(isinstance(one, str) and "#" in one for one in expect):
        raise QueryError(f"{file}: entry {number}: must have `query`, `kind`, and `expect` as a list of page#id")
    kind = str(entry.get("kind", "other"))
    return Query(str(entry.get("query", "")), kind, tuple(expect), unseen=entry.get("unseen") is True)


@dataclass(frozen=True)
class Score:
    """Measures over some answers; shares are from 0 to 1."""

    count: int
    first: float
    third: float
    reciprocal: float
    empty: int

    @classmethod
    def of(cls, answers: Sequence[Answer]) -> "Score":
        ranks = [answer.rank for answer in answers]
        size = len(answers) or 1
        return cls(
            count=len(answers),
            first=sum(rank == 1 for rank in ranks) / size,
            third=sum(rank is not None and rank <= 3 for rank in ranks) / size,
            reciprocal=sum(1 / rank for rank in ranks if rank) / size,
            empty=sum(not answer.shown for answer in answers),
        )

    def __str__(self) -> str:
        return f"{self.first:8.1%}{self.third:8.1%}{self.reciprocal:8.3f}{self.empty:8}"


_HEAD = f"{'right at 1':>8}{'in 3':>6}{'MRR':>8}{'empty':>8}"


def table(boxes: Mapping[str, Sequence[Answer]]) -> str:
    """Return the scores of search boxes side by side, for each kind and in all, as lines of text.

    `boxes` has what each box answered to the same queries, by the box's name.
    """
    queries = [answer.query for answer in next(iter(boxes.values()))]
    kinds = [*KINDS, *sorted({query.kind for query in queries} - set(KINDS))]
    lines = [
        f"{'':22}" + "".join(f"    {name:32}" for name in boxes),
        f"{'':14}{'queries':8}" + f"    {_HEAD}" * len(boxes),
    ]
    for kind in [*kinds, "all"]:
        count = sum(kind in (query.kind, "all") for query in queries)
        if count:
            scores = (Score.of([a for a in answers if kind in (a.query.kind, "all")]) for answers in boxes.values())
            lines.append(f"  {kind:12}{count:7} " + "".join(f"    {score}" for score in scores))
    return "\n".join(lines)


def misses(answers: Iterable[Answer]) -> str:
    """Return a line for each query whose first result is not right: what came, and what was expected where."""
    lines = []
    for answer in answers:
        if answer.rank != 1:
            came = ", ".join(answer.shown[:3]) or "nothing"
            place = f"right at {answer.rank}" if answer.rank else "right nowhere"
            query = answer.query
            lines.append(f"  [{query.kind}] {query.text!r}: {place}; came {came}; expected {query.expect[0]}")
    return "\n".join(lines) or "  none"
