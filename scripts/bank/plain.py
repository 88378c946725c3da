"""Markdown without its marks."""

import re
from functools import cache

from markdown_it import MarkdownIt

_INLINE = MarkdownIt()
# What a line of a block begins with; an asterisk before a letter begins an emphasis.
_BLOCK_MARKS = re.compile(r"^(?:[#>|!?:= -]|\*(?=\s))+")


@cache
def plain(markdown: str) -> str:
    """Return the words of a piece of Markdown: of links their text, of code its code."""
    source = " ".join(_BLOCK_MARKS.sub("", line.strip()).rstrip("| ") for line in markdown.split("\n"))
    source = source.partition("{ #")[0].replace(" | ", " · ")
    tokens = _INLINE.parseInline(source)[0].children or []
    return "".join(_text(token) for token in tokens).strip()


def _text(token) -> str:
    if token.type in ("text", "code_inline", "image"):
        return token.content
    return " " if token.type in ("softbreak", "hardbreak") else ""
