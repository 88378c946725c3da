"""Expressions of GitHub Actions, `${{ ... }}`: where they stand in a text, and which contexts they read.

Source: https://docs.github.com/en/actions/reference/workflows-and-actions/expressions
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(r"""'(?:[^']|'')*'|[A-Za-z_][\w-]*|\d[\w.]*|\.\*|\.|\[|\]|\(|\)|,|[!<>=&|]+|\*""")
_NO_CONTEXT = {"true", "false", "null", "nan", "infinity"}


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression: the text inside of the braces, and its line in the text around it, counting from 0."""

    text: str
    line: int


def expressions(text: str) -> Iterator[Expression]:
    """Yield the expressions in a text. Braces inside of the strings of an expression do not end it."""
    position = 0
    while (start := text.find("${{", position)) >= 0:
        end = _end(text, start + 3)
        yield Expression(text[start + 3 : end].strip(), text.count("\n", 0, start))
        position = end + 2


def _end(text: str, position: int) -> int:
    inside_string = False
    while position < len(text):
        if text[position] == "'":
            inside_string = not inside_string
        elif not inside_string and text.startswith("}}", position):
            return position
        position += 1
    return len(text)


def contexts(expression: str) -> set[str]:
    """Return the contexts that an expression reads, in lower case, such as "github.event.commits.*.message".

    Brackets with a string count as a dot, all other brackets as `*`. Names of functions are left out.
    """
    found: set[str] = set()
    tokens = _TOKEN.findall(expression)
    _read(tokens, 0, found, closing=None)
    return found


def _read(tokens: list[str], position: int, found: set[str], *, closing: str | None) -> int:
    """Read tokens from a position up to the one that closes a bracket, and return the position after it."""
    while position < len(tokens):
        token = tokens[position]
        if token == closing:
            return position + 1
        if token in {"(", "["}:
            position = _read(tokens, position + 1, found, closing=")" if token == "(" else "]")
        elif re.match(r"[A-Za-z_]", token) and token.lower() not in _NO_CONTEXT:
            position = _context(tokens, position, found)
        else:
            position += 1
    return position


def _context(tokens: list[str], position: int, found: set[str]) -> int:
    parts = [tokens[position].lower()]
    position += 1
    if position < len(tokens) and tokens[position] == "(":
        return position  # a function; its arguments are read by the caller
    while position < len(tokens):
        following = tokens[position + 1] if position + 1 < len(tokens) else ""
        if tokens[position] == "." and re.match(r"[A-Za-z_]", following):
            parts.append(following.lower())
            position += 2
        elif tokens[position] == ".*":
            parts.append("*")
            position += 1
        elif tokens[position] == "[":
            inner_is_text = following.startswith("'") and tokens[position + 2 : position + 3] == ["]"]
            parts.append(following.strip("'").lower() if inner_is_text else "*")
            position = _read(tokens, position + 1, found, closing="]")
        else:
            break
    found.add(".".join(parts))
    return position
