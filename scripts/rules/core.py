"""What a rule and a finding are, and how the rules are run. Rules read the bank; they change nothing."""

import posixpath
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from inspect import cleandoc

from bank import Bank


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replace `old` by `new` at a place in a file: line and column count from 1, `old` is a piece of that line.

    Naming the text that goes makes an edit safe: where it is not found any more, it is not applied.
    """

    line: int
    column: int
    old: str
    new: str


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something wrong at a place, with what to do about it, and, where that is mechanical, the edit that does it."""

    path: str
    line: int
    column: int
    code: str
    message: str = field(compare=False)
    edit: Edit | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its code, its name, why it exists, its function, and what that function looks at.

    Functions by scope: "page": function(page); "bank": function(bank, page), for what needs other pages too;
    "navigation": function(bank, folder, navigation file).
    """

    code: str
    name: str
    reason: str
    function: Callable
    scope: str

    def run(self, bank: Bank, paths: Collection[str]) -> Iterator[Finding]:
        """Yield the rule's findings for the pages with these paths, and for the navigation files beside them."""
        if self.scope == "navigation":
            for folder, navigation in bank.navigation.items():
                if any(posixpath.dirname(path) == folder for path in paths):
                    yield from self._findings(posixpath.join(folder, ".pages"), self.function(bank, folder, navigation))
            return
        for path in paths:
            page = bank.pages[path]
            yield from self._findings(path, self.function(page) if self.scope == "page" else self.function(bank, page))

    def _findings(self, path: str, results: Iterable[tuple]) -> Iterator[Finding]:
        for line, column, message, *edit in results:
            yield Finding(path, line, column, self.code, message, edit[0] if edit else None)


_rules: dict[str, Rule] = {}


def rule(code: str, name: str, *, scope: str = "page") -> Callable:
    """Register a function as a rule; see Rule for what it gets.

    The function yields tuples of line, column, message and, if there is one, an Edit. Its docstring is the reason
    that `--explain` prints. Raises ValueError for a code that is taken, and for a function without a docstring.
    """

    def register(function: Callable) -> Callable:
        if code in _rules:
            raise ValueError(f"Rule code {code} is taken by '{_rules[code].name}'.")
        if not function.__doc__:
            raise ValueError(f"Rule {code} has no docstring, so nobody could learn why it exists.")
        _rules[code] = Rule(code, name, cleandoc(function.__doc__), function, scope)
        return function

    return register


def all_rules() -> list[Rule]:
    """Return all rules in the order of their codes."""
    return [_rules[code] for code in sorted(_rules)]


def check(bank: Bank, paths: Collection[str] | None = None) -> list[Finding]:
    """Run all rules over the pages with these paths (all pages if None) and return the findings, sorted.

    Rules that compare pages always see the whole bank. Raises KeyError for a path that is not in the bank.
    """
    paths = bank.pages.keys() if paths is None else paths
    return sorted(finding for r in all_rules() for finding in r.run(bank, paths))
