"""Highlights samples with fewer elements: white space and plain names, two of five tokens, look like the text around.

Each element costs a reader's device time, and no style sheet here gives these two a color of their own.
"""

from markdown.extensions import Extension
from pygments.token import STANDARD_TYPES, Name, Whitespace

_PLAIN = (Name, Whitespace)


class FewerElements(Extension):
    def extendMarkdown(self, md) -> None:
        # Pygments knows no option for this; a token whose class is empty gets no element.
        STANDARD_TYPES.update(dict.fromkeys(_PLAIN, ""))


def makeExtension(**options) -> FewerElements:
    """Entry point by which Python-Markdown finds an extension."""
    return FewerElements(**options)
