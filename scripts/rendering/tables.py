"""Says what the headers of a table head: a column; an empty corner is a cell, and not a header that says nothing."""

from xml.etree import ElementTree as etree

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor


class Headers(Treeprocessor):
    def run(self, root: etree.Element) -> None:
        for header in root.iter("th"):
            if not len(header) and not (header.text or "").strip():
                header.tag = "td"
            else:
                header.set("scope", "col")


class TablesExtension(Extension):
    def extendMarkdown(self, md) -> None:
        md.treeprocessors.register(Headers(md), "headers", 2)


def makeExtension(**options) -> TablesExtension:
    """Entry point by which Python-Markdown finds an extension."""
    return TablesExtension(**options)
