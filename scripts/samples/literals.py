"""What source code says about a value before it runs: known in full, known in part, or only its type."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Value:
    """A value at a line of a sample. An instance of this class itself is a value of which nothing is known."""

    line: int


@dataclass(frozen=True, slots=True)
class TypedValue(Value):
    """A value of which only the type is known, such as "str" for an f-string."""

    type: str


@dataclass(frozen=True, slots=True)
class ScalarValue(Value):
    """A string, number, boolean, bytes or None that is written out."""

    value: str | int | float | bool | bytes | None


@dataclass(frozen=True, slots=True)
class ListValue(Value):
    """A list or tuple. `open` says that it may have further items."""

    items: tuple[Value, ...]
    open: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A key of a mapping and its value; `line` is that of the key."""

    key: str
    line: int
    value: Value


@dataclass(frozen=True, slots=True)
class MapValue(Value):
    """A mapping with string keys. `open` says that it may have further keys."""

    entries: tuple[Entry, ...]
    open: bool = False

    def get(self, key: str) -> Value | None:
        """Return the value of a key, or None. The last one wins, as it does when the code runs."""
        return next((entry.value for entry in reversed(self.entries) if entry.key == key), None)


@dataclass(frozen=True, slots=True)
class EitherValue(Value):
    """One of several values: `a if x else b`."""

    options: tuple[Value, ...]


def opened(value: Value) -> Value:
    """Return the value as one that code may have added to, at every depth."""
    if isinstance(value, MapValue):
        return MapValue(
            value.line, tuple(Entry(e.key, e.line, opened(e.value)) for e in value.entries if e.key), open=True
        )
    if isinstance(value, ListValue):
        return ListValue(value.line, tuple(opened(item) for item in value.items), open=True)
    return value


def walk(value: Value) -> Iterator[Value]:
    """Yield the value and every value in it."""
    yield value
    children: tuple[Value, ...] = ()
    if isinstance(value, MapValue):
        children = tuple(entry.value for entry in value.entries)
    elif isinstance(value, ListValue):
        children = value.items
    elif isinstance(value, EitherValue):
        children = value.options
    for child in children:
        yield from walk(child)


def from_python(data: object, line: int) -> Value:
    """Return a Python object (as JSON knows them, and tuples) as a value at a line; other types become unknown."""
    if isinstance(data, dict):
        return MapValue(line, tuple(Entry(str(key), line, from_python(item, line)) for key, item in data.items()))
    if isinstance(data, list | tuple):
        return ListValue(line, tuple(from_python(item, line) for item in data))
    if data is None or isinstance(data, str | int | float | bool | bytes):
        return ScalarValue(line, data)
    return Value(line)


def from_tree(tree: dict) -> Value:
    """Return a value that a parser in another language wrote as JSON.

    `tree` has a `line` and one of `scalar`, `items`, `entries` (each with `key`, `line`, `value`), `options`, `type`;
    `open` is optional.
    """
    line = tree["line"]
    if "scalar" in tree:
        return ScalarValue(line, tree["scalar"])
    if "items" in tree:
        return ListValue(line, tuple(map(from_tree, tree["items"])), tree.get("open", False))
    if "entries" in tree:
        entries = tuple(Entry(entry["key"], entry["line"], from_tree(entry["value"])) for entry in tree["entries"])
        return MapValue(line, entries, tree.get("open", False))
    if "options" in tree:
        return EitherValue(line, tuple(map(from_tree, tree["options"])))
    return TypedValue(line, tree["type"]) if "type" in tree else Value(line)
