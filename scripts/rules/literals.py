"""Which strings a regular expression cannot match without: a text that holds none of them need not be searched."""

import re
from re import _constants as op  # the parser of the standard library, which no public name gives access to
from re import _parser

MIN_LENGTH = 3


def required_literals(pattern: re.Pattern) -> frozenset[str]:
    """Return strings in lower case of which at least one is in every text that the pattern matches.

    The empty set means that nothing is known, so that every text has to be searched.
    """
    return frozenset(_best(_parser.parse(pattern.pattern, pattern.flags)))


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
