"""Checks values against the service models of botocore, from which AWS SDKs and the AWS CLI are made."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from samples.model import Problem
from samples.nearest import did_you_mean
from samples.wording import kind_of, path_text, shown
from samples.yaml_nodes import Document, Path

_NUMBERS = {"integer": int, "long": int, "float": (int, float), "double": (int, float)}


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a document writes what a shape describes; the default is that of the AWS CLI's JSON.

    `member` turns the name of a member into the key that stands for it; with `ignores_case`, only the first letter of
    a key must be of the right case. `key` splits a key of the document into that key and whether its value is only
    known at run time. `is_dynamic` tells the same of a value. Under the keys in `free` any JSON may stand.
    """

    member: Callable[[str], str] = lambda name: name
    ignores_case: bool = False
    key: Callable[[str], tuple[str, bool]] = lambda key: (key, False)
    is_dynamic: Callable[[object], bool] = lambda value: False
    free: frozenset[str] = frozenset()

    def folded(self, key: str) -> str:
        """Return what two keys have in common if they stand for the same member."""
        return key[:1] + key[1:].lower() if self.ignores_case else key


def shape_problems(
    document: Document, shape, *, value: object = None, root: Path = (), dialect: Dialect | None = None
) -> list[Problem]:
    """Return where a document, or the `value` in it at `root`, is not what a shape of botocore describes.

    Looks for unknown keys, missing members, wrong types, values outside of enumerations, ranges, lengths, patterns.
    """
    walk = _Walk(document, dialect or Dialect())
    return sorted(set(walk.problems(shape, document.value if value is None else value, root)))


class _Walk:
    def __init__(self, document: Document, dialect: Dialect):
        self._document, self._dialect = document, dialect

    def problems(self, shape, value: Any, path: Path) -> Iterator[Problem]:
        if self._dialect.is_dynamic(value) or getattr(shape, "is_document_type", False):
            return
        method = getattr(self, f"_{shape.type_name}", None)
        if method:
            yield from method(shape, value, path)

    def _problem(self, path: Path, text: str) -> Problem:
        return Problem(self._document.line(path), text)

    def _wrong_type(self, path: Path, value: object, wanted: str) -> Problem:
        return self._problem(path, f"{path_text(path)} is {kind_of(value)}, and must be {wanted}")

    def _structure(self, shape, value: Any, path: Path) -> Iterator[Problem]:
        if not isinstance(value, dict):
            yield self._wrong_type(path, value, "an object")
            return
        names = [self._dialect.member(name) for name in shape.members]
        members = {
            self._dialect.folded(key): shape.members[name] for key, name in zip(names, shape.members, strict=True)
        }
        present = set()
        for key, inner in value.items():
            name, dynamic = self._dialect.key(key)
            present.add(self._dialect.folded(name))
            member = members.get(self._dialect.folded(name))
            if member is None:
                text = f"unknown key '{key}' in {path_text(path)}{did_you_mean(name, names)}"
                yield self._problem((*path, key), text)
            elif not dynamic and name not in self._dialect.free:
                yield from self.problems(member, inner, (*path, key))
        for name in map(self._dialect.member, shape.required_members):
            if self._dialect.folded(name) not in present:
                yield self._problem(path, f"{path_text(path)} lacks the key '{name}'")
        if getattr(shape, "is_tagged_union", False) and len(present) != 1:
            yield self._problem(path, f"{path_text(path)} must have exactly one of the keys {', '.join(names)}")

    def _list(self, shape, value: Any, path: Path) -> Iterator[Problem]:
        if not isinstance(value, list):
            yield self._wrong_type(path, value, "an array")
            return
        yield from self._size(shape, len(value), path, "items")
        for index, item in enumerate(value):
            yield from self.problems(shape.member, item, (*path, index))

    def _map(self, shape, value: Any, path: Path) -> Iterator[Problem]:
        if not isinstance(value, dict):
            yield self._wrong_type(path, value, "an object")
            return
        yield from self._size(shape, len(value), path, "keys")
        for key, item in value.items():
            name, dynamic = self._dialect.key(key)
            yield from self.problems(shape.key, name, (*path, key))
            if not dynamic:
                yield from self.problems(shape.value, item, (*path, key))

    def _string(self, shape, value: Any, path: Path) -> Iterator[Problem]:
        if not isinstance(value, str):
            yield self._wrong_type(path, value, "a string")
            return
        if shape.enum and value not in shape.enum:
            text = f"{path_text(path)} is {shown(value)}, which is not allowed{did_you_mean(value, shape.enum)}"
            yield self._problem(path, text)
            return
        yield from self._size(shape, len(value), path, "characters")
        pattern = shape.metadata.get("pattern")
        if pattern and not _fits(pattern, value):
            yield self._problem(path, f"{path_text(path)} is {shown(value)}, and must fit the pattern {pattern}")

    def _number(self, shape, value: Any, path: Path) -> Iterator[Problem]:
        if isinstance(value, bool) or not isinstance(value, _NUMBERS[shape.type_name]):
            yield self._wrong_type(path, value, "an integer" if shape.type_name in {"integer", "long"} else "a number")
            return
        yield from self._size(shape, value, path, "")

    _integer = _long = _float = _double = _number

    def _boolean(self, shape, value: Any, path: Path) -> Iterator[Problem]:
        if not isinstance(value, bool):
            yield self._wrong_type(path, value, "true or false")

    def _blob(self, shape, value: Any, path: Path) -> Iterator[Problem]:
        if not isinstance(value, str):
            yield self._wrong_type(path, value, "a string")

    def _timestamp(self, shape, value: Any, path: Path) -> Iterator[Problem]:
        from botocore.utils import parse_timestamp

        if isinstance(value, bool) or not isinstance(value, str | int | float):
            yield self._wrong_type(path, value, "a timestamp")
            return
        try:
            parse_timestamp(value)
        except (ValueError, OverflowError):
            yield self._problem(path, f"{path_text(path)} is {shown(value)}, which is no timestamp; use ISO 8601")

    def _size(self, shape, size: float, path: Path, unit: str) -> Iterator[Problem]:
        low, high = shape.metadata.get("min"), shape.metadata.get("max")
        said, verb = (f"has {size} {unit}", "have") if unit else (f"is {size}", "be")
        if low is not None and size < low:
            yield self._problem(path, f"{path_text(path)} {said}, and must {verb} at least {low}")
        if high is not None and size > high:
            yield self._problem(path, f"{path_text(path)} {said}, and may {verb} at most {high}")


def _fits(pattern: str, value: str) -> bool:
    """Tell whether text fits a pattern of a model; one that no engine here can read is taken to fit.

    Older models mean a pattern without anchors for the whole text, newer ones write the anchors.
    """
    import regex

    anchored = pattern.startswith("^") or pattern.endswith("$")
    of_one_character = not any(quantifier in pattern for quantifier in "*+?{")
    match = regex.search if anchored or of_one_character else regex.fullmatch
    try:
        return match(pattern, value) is not None
    except regex.error:
        return True
