"""Wording that messages of the checkers share."""

from collections.abc import Sequence

_LONG = 160


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
