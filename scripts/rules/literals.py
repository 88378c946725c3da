"""Which strings a regular expression cannot match without: a text that holds none of them need not be searched."""

import re
from functools import cached_property
from re import _constants as op  # the parser of the standard library, which no public name gives access to
from re import _parser

MIN_LENGTH = 3


class Pattern:
    """A regular expression that is compiled when it is first needed: most texts hold none of its `literals`.

    What it is made of is looked at when it is first used; re.error is raised then.
    """

    def __init__(self, text: str, flags: int = 0):
        self.text, self._flags = text, flags

    @cached_property
    def literals(self) -> frozenset[str]:
        return required_literals(self.text, self._flags)

    @cached_property
    def compiled(self) -> re.Pattern:
        return re.compile(self.text, self._flags)

    def search(self, text: str) -> re.Match | None:
        return self.compiled.search(text)

    def __repr__(self) -> str:
        return f"Pattern({self.text!r})"


def required_literals(pattern: str, flags: int = 0) -> frozenset[str]:
    """Return strings in lower case of which at least one is in every text that the pattern matches.

    The empty set means that nothing is known, so that every text has to be searched. Raises re.error for a text that
    is no regular expression.
    """
    return frozenset(_best(_parser.parse(pattern, flags)))


def may_match(literals: frozenset[str], lower_text: str) -> bool:
    """Return whether a text, given in lower case, can hold a match."""
    return not literals or any(literal in lower_text for literal in literals)


def _best(tree) -> set[str]:
    """Return the best of the alternatives that a sequence of parsed items offers: long strings, and few of them."""
    candidates: list[set[str]] = []
    run = ""
    for kind, argument in tree:
        if kind is op.LITERAL:
            run += chr(argument).lower()
            continue
        candidates.append({run})
        run = ""
        if kind is op.SUBPATTERN:
            candidates.append(_best(argument[-1]))
        elif kind is op.BRANCH:
            branches = [_best(branch) for branch in argument[1]]
            candidates.append(set().union(*branches) if all(branches) else set())
        elif kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT) and argument[0] > 0:
            candidates.append(_best(argument[2]))
    candidates.append({run})
    candidates = [c for c in candidates if min(map(len, c), default=0) >= MIN_LENGTH]
    return max(candidates, key=lambda c: min(map(len, c)) - len(c), default=set())
