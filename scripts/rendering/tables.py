"""Makes an empty corner of a table what it is: a cell, and not a header that says nothing."""

from xml.etree import ElementTree as etree

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor


class EmptyHeaders(Treeprocessor):
    def run(self, root: etree.Element) -> None:
        for header in root.iter("th"):
            if not len(header) and not (header.text or "").strip():
                header.tag = "td"


class TablesExtension(Extension):
    def extendMarkdown(self, md) -> None:
        md.treeprocessors.register(EmptyHeaders(md), "empty_headers", 2)


def makeExtension(**options) -> TablesExtension:
    """Entry point by which Python-Markdown finds an extension."""
    return TablesExtension(**options)
