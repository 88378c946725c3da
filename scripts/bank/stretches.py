"""The blocks and samples of a page as one searchable whole: what one suppression, or one "was replaced by", covers."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import accumulate


class Stretches:
    """Stretches of a page's text, each with the line on which it begins. Finds those that hold a string, quickly."""

    def __init__(self, lower_text: str, stretches: Iterable[tuple[int, str]]):
        self._lower = lower_text
        self._line_ends = list(accumulate(len(line) + 1 for line in self._lower.split("\n")))
        self._all = list(stretches)
        self._on_line: dict[int, list[tuple[int, str]]] = defaultdict(list)
        for first, stretch in self._all:
            for line in range(first, first + stretch.count("\n") + 1):
                self._on_line[line].append((first, stretch))

    def holding(self, literals: frozenset[str]) -> list[tuple[int, str]]:
        """Return those in which one of these strings, given in lower case, stands; all if there are no strings."""
        if not literals:
            return self._all
        lines = {bisect_right(self._line_ends, at) + 1 for literal in literals for at in self._places(literal)}
        return list(dict.fromkeys(stretch for line in sorted(lines) for stretch in self._on_line.get(line, ())))

    def _places(self, literal: str) -> Iterator[int]:
        at = self._lower.find(literal)
        while at >= 0:
            yield at
            at = self._lower.find(literal, at + 1)
