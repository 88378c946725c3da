"""Wording that messages of the checkers share."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

_FEW = 12
_LONG = 160


def did_you_mean(word: object, known: Iterable[object]) -> str:
    """Return what to append to "unknown ...": the nearest known word, else all of them if they are few, else nothing."""
    names = [str(name) for name in known]
    by_lower = {name.lower(): name for name in reversed(names)}
    near = get_close_matches(str(word).lower(), by_lower, n=1, cutoff=0.6)
    if near:
        return f"; did you mean {by_lower[near[0]]}?"
    if 0 < len(names) <= _FEW:
        return f"; known are {', '.join(sorted(names))}"
    return ""


def path_text(path: Sequence[str | int]) -> str:
    """Return a path into a document as `spec.containers[0].image`; the empty path is "the document"."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return f"`{text}`" if text else "the document"


def shown(value: object) -> str:
    """Return a value as a message shows it: short, and in quotes if it is text."""
    text = repr(value)
    return text if len(text) <= _LONG else f"{text[:_LONG]}..."


def kind_of(value: object) -> str:
    """Return the JSON type of a value with its article."""
    if isinstance(value, bool):
        return "a boolean"
    if value is None:
        return "null"
    names = {str: "a string", int: "an integer", float: "a number", dict: "an object", list: "an array"}
    return names.get(type(value), f"a {type(value).__name__}")
