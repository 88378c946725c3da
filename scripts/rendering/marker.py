"""Replaces a paragraph that is only a marker, such as `[TOPICS]`, by what a function makes for it."""

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as etree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from bank import Bank
from rendering.site_bank import site_bank


class _Replacement(Treeprocessor):
    def __init__(self, md: Markdown, marker: str, make: Callable[[], etree.Element]):
        super().__init__(md)
        self.marker, self.make = marker, make

    def run(self, root: etree.Element) -> None:
        for index, element in enumerate(list(root)):
            if element.tag == "p" and (element.text or "").strip() == self.marker:
                root.remove(element)
                root.insert(index, self.make())


def replace_marker(md: Markdown, marker: str, make: Callable[[], etree.Element]) -> None:
    """Let this Markdown put what `make` returns in the place of each paragraph that is the marker."""
    # Before MkDocs turns links to Markdown files into addresses (0).
    md.treeprocessors.register(_Replacement(md, marker, make), marker, 2)


class BankExtension(Extension):
    """An extension whose marker stands for something that is made of the whole bank."""

    def __init__(self, marker: str, make: Callable[[Bank], etree.Element], **options):
        self.config = {"docs": ["docs", "Folder of the pages, relative to the working directory"]}
        super().__init__(**options)
        self.marker, self.make = marker, make

    def extendMarkdown(self, md: Markdown) -> None:
        docs = Path(self.getConfig("docs"))
        replace_marker(md, self.marker, lambda: self.make(site_bank(docs)))
