"""Remembers each page's HTML from one build of the live site to the next: an edit changes one page, and Markdown takes
most of a build's time.

A page is rendered again if anything has changed that its HTML depends on: its own text, the settings, the files that it
may link to or draw, and what other pages call the questions that it names. Code stays as it was at the start.
"""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils import CountHandler

from rendering import diagrams, question_list, topics
from rendering.site_bank import site_bank

_OF_THE_WHOLE_BANK = (question_list.MARKER, topics.MARKER)  # pages with these show what is in all others
_SETTINGS = ("markdown_extensions", "mdx_configs", "use_directory_urls", "validation")


class _Rendered(NamedTuple):
    """What `Page.render` leaves in a page; links are by the path of the file that they lead to."""

    content: str
    toc: TableOfContents
    title: str | None
    anchors: set[str]
    links: dict[str, dict[str, str]]


class _Memory:
    """The HTML of each page, under what it was made from."""

    def __init__(self, render: Callable[[Page, MkDocsConfig, Files], None]):
        self._render = render
        self._known: dict[str, tuple[tuple, _Rendered]] = {}
        self._surroundings: tuple[Files | None, tuple] = (None, ())

    def render(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Do what `Page.render` does, or what it did before."""
        if self._surroundings[0] is not files:  # they are new at each build
            self._surroundings = (files, _surroundings(files, config))
        name, key = page.file.src_uri, (page.markdown, self._surroundings[1])
        before, rendered = self._known.pop(name, (None, None))
        if before == key:
            _restore(page, rendered, files)
            self._known[name] = (key, rendered)
        # What warns must warn at each build.
        elif not self._warns(page, config, files) and not any(marker in page.markdown for marker in _OF_THE_WHOLE_BANK):
            self._known[name] = (key, _rendered(page))

    def _warns(self, page: Page, config: MkDocsConfig, files: Files) -> bool:
        warnings = CountHandler(level=logging.WARNING)
        log = logging.getLogger("mkdocs")
        log.addHandler(warnings)
        try:
            self._render(page, config, files)
        finally:
            log.removeHandler(warnings)
        return bool(warnings.get_counts())


def remember_pages() -> None:
    """Let MkDocs, in this process, render only pages whose HTML may have changed."""
    memory = _Memory(Page.render)
    Page.render = lambda page, config, files: memory.render(page, config, files)


def _surroundings(files: Files, config: MkDocsConfig) -> tuple:
    """Return all that the HTML of pages depends on besides their text."""
    drawings = sorted((file.name, file.stat().st_mtime_ns) for file in diagrams.FOLDER.glob("*"))
    bank = site_bank(Path(config.docs_dir))
    return (
        [repr(config[name]) for name in _SETTINGS],
        [(file.src_uri, file.url, file.inclusion) for file in files],
        drawings,
        [(page.path, page.title, [(q.id, q.number) for q in page.questions]) for page in bank.topics],
    )


def _rendered(page: Page) -> _Rendered:
    links = {file.src_uri: anchors for file, anchors in (page.links_to_anchors or {}).items()}
    return _Rendered(page.content, page.toc, page._title_from_render, page.present_anchor_ids, links)


def _restore(page: Page, rendered: _Rendered, files: Files) -> None:
    page.content, page.toc, page._title_from_render, page.present_anchor_ids, links = rendered
    page.links_to_anchors = {files.get_file_from_path(name): anchors for name, anchors in links.items()}
