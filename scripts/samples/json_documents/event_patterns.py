"""Event patterns of Amazon EventBridge.

Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
"""

import ipaddress
from collections.abc import Iterator

from samples.model import Problem
from samples.nearest import did_you_mean
from samples.wording import kind_of, path_text, shown
from samples.yaml_nodes import Document, Path

# https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html, and what replays add to it.
_FIELDS = frozenset(
    {
        "account",
        "detail",
        "detail-type",
        "id",
        "region",
        "replay-name",
        "resources",
        "source",
        "time",
        "version",
    }
)
_COMPARISONS = ("<", "<=", "=", ">", ">=")
_RANGE = 5e9  # numbers must be from -5.0e9 to 5.0e9


def event_pattern_problems(document: Document) -> list[Problem]:
    """Return what is wrong with an event pattern for a rule: fields of an event, arrays of values, and operators."""
    pattern = document.value
    if not isinstance(pattern, dict) or not pattern:
        return [Problem(1, "an event pattern is an object with at least one field of an event")]
    look = _Pattern(document)
    found = [*look.fields(pattern, ())]
    for key in pattern:
        if key not in _FIELDS and key != "$or":
            found.append(Problem(document.line((key,)), f"an event has no field '{key}'{did_you_mean(key, _FIELDS)}"))
    return sorted(set(found))


class _Pattern:
    def __init__(self, document: Document):
        self._document = document
        self._operators = {
            "anything-but": self._anything_but,
            "cidr": self._cidr,
            "equals-ignore-case": self._text,
            "exists": self._exists,
            "numeric": self._numeric,
            "prefix": self._affix,
            "suffix": self._affix,
            "wildcard": self._wildcard,
        }

    def _problem(self, path: Path, text: str) -> Problem:
        return Problem(self._document.line(path), text)

    def fields(self, pattern: dict, path: Path) -> Iterator[Problem]:
        for key, value in pattern.items():
            at = (*path, key)
            if key == "$or":
                yield from self._alternatives(value, at)
            elif isinstance(value, dict):
                if not value:
                    yield self._problem(at, f"{path_text(at)} is empty; it would match nothing")
                yield from self.fields(value, at)
            elif not isinstance(value, list):
                yield self._problem(
                    at, f"{path_text(at)} is {kind_of(value)}; values stand in an array, even a single one"
                )
            elif not value:
                yield self._problem(at, f"{path_text(at)} is an empty array, which matches nothing")
            else:
                for i, item in enumerate(value):
                    yield from self._value(item, (*at, i))

    def _alternatives(self, value: object, path: Path) -> Iterator[Problem]:
        if not isinstance(value, list) or len(value) < 2 or not all(isinstance(item, dict) for item in value):
            yield self._problem(path, "`$or` takes an array of at least two objects")
            return
        for i, item in enumerate(value):
            yield from self.fields(item, (*path, i))

    def _value(self, item: object, path: Path) -> Iterator[Problem]:
        if isinstance(item, list):
            yield self._problem(path, f"{path_text(path)} is an array in an array")
        if not isinstance(item, dict):
            return
        if len(item) != 1:
            yield self._problem(path, f"{path_text(path)} must have exactly one operator")
            return
        [(operator, operand)] = item.items()
        if operator not in self._operators:
            text = f"unknown operator '{operator}' in {path_text(path)}{did_you_mean(operator, self._operators)}"
            yield self._problem((*path, operator), text)
            return
        if not self._operators[operator](operand):
            text = f"the operator '{operator}' does not take {shown(operand)}"
            yield self._problem((*path, operator), text)

    @staticmethod
    def _text(operand: object) -> bool:
        return isinstance(operand, str)

    def _affix(self, operand: object) -> bool:
        if isinstance(operand, dict):
            return list(operand) == ["equals-ignore-case"] and isinstance(operand["equals-ignore-case"], str)
        return isinstance(operand, str)

    @staticmethod
    def _wildcard(operand: object) -> bool:
        return isinstance(operand, str) and bool(operand) and "**" not in operand

    @staticmethod
    def _exists(operand: object) -> bool:
        return isinstance(operand, bool)

    @staticmethod
    def _cidr(operand: object) -> bool:
        try:
            return isinstance(operand, str) and "/" in operand and bool(ipaddress.ip_network(operand, strict=False))
        except ValueError:
            return False

    def _anything_but(self, operand: object) -> bool:
        if isinstance(operand, dict):
            inner = {"prefix", "suffix", "equals-ignore-case", "wildcard"}
            return len(operand) == 1 and set(operand) <= inner and all(self._texts(v) for v in operand.values())
        if isinstance(operand, list):
            texts = all(isinstance(item, str) for item in operand)
            return bool(operand) and (texts or all(_is_number(item) for item in operand))
        return isinstance(operand, str) or _is_number(operand)

    @staticmethod
    def _texts(operand: object) -> bool:
        items = operand if isinstance(operand, list) else [operand]
        return bool(items) and all(isinstance(item, str) for item in items)

    @staticmethod
    def _numeric(operand: object) -> bool:
        if not isinstance(operand, list) or len(operand) not in {2, 4}:
            return False
        signs, numbers = operand[::2], operand[1::2]
        if not all(sign in _COMPARISONS for sign in signs):
            return False
        if not all(_is_number(number) and -_RANGE <= number <= _RANGE for number in numbers):
            return False
        return len(operand) == 2 or (signs[0][0] == ">" and signs[1][0] == "<" and numbers[0] < numbers[1])


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
