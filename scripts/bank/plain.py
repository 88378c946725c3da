"""Markdown without its marks."""

from markdown_it import MarkdownIt

_INLINE = MarkdownIt()


def plain(markdown: str) -> str:
    """Return the words of a piece of Markdown: of links their text, of code its code."""
    source = " ".join(line.strip().lstrip("#>|-*!?:= ").rstrip("| ") for line in markdown.split("\n"))
    source = source.partition("{ #")[0].replace(" | ", " · ")
    tokens = _INLINE.parseInline(source)[0].children or []
    return "".join(_text(token) for token in tokens).strip()


def _text(token) -> str:
    if token.type in ("text", "code_inline", "image"):
        return token.content
    return " " if token.type in ("softbreak", "hardbreak") else ""
