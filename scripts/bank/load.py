"""A tree of Markdown files as one bank."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import yaml

from bank.cache import ContentCache
from bank.model import Page, Question
from bank.navigation import Navigation, read_navigation

CONFIGURATION = "mkdocs.yml"  # beside the folder of the pages


@dataclass(frozen=True)
class Bank:
    """All pages below `root` by their path relative to it, the navigation files by their folder, the site's address,
    name and what it says of itself in a few words."""

    root: Path
    pages: Mapping[str, Page]
    navigation: Mapping[str, Navigation] = field(default_factory=dict)
    site_url: str = ""
    site_name: str = ""
    tagline: str = ""

    @cached_property
    def topics(self) -> tuple[Page, ...]:
        """The topic pages in the order of the navigation."""
        return tuple(page for page in self._ordered("") if page.is_topic)

    @cached_property
    def guides(self) -> tuple[Page, ...]:
        """The pages about the site and the tools to study with, in the order of the navigation."""
        return tuple(page for page in self._ordered("") if page.is_guide)

    @cached_property
    def places_by_id(self) -> Mapping[str, tuple[str, int]]:
        """For each question id, the path and line of the first question that has it."""
        return self._first_places(lambda question: question.id)

    @cached_property
    def places_by_title(self) -> Mapping[str, tuple[str, int]]:
        """For each normalized title, the path and line of the first question that has it."""
        return self._first_places(lambda question: question.normal_title)

    def _first_places(self, key: Callable[[Question], str | None]) -> dict[str, tuple[str, int]]:
        places: dict[str, tuple[str, int]] = {}
        for page in self.pages.values():
            for question in page.questions:
                if name := key(question):
                    places.setdefault(name, (page.path, question.line))
        return places

    def category_title(self, category: str) -> str:
        """Return the name under which the navigation shows a folder."""
        navigation = self.navigation.get(category)
        return navigation.title if navigation and navigation.title else category.replace("-", " ").capitalize()

    def _ordered(self, folder: str):
        prefix = f"{folder}/" if folder else ""
        below = {p[len(prefix) :].split("/", 1)[0] for p in self.pages if p.startswith(prefix)}
        navigation = self.navigation.get(folder)
        for name in navigation.order(below) if navigation else sorted(below):
            page = self.pages.get(prefix + name)
            if page:
                yield page
            else:
                yield from self._ordered(prefix + name)


def load_bank(root: Path, cache: ContentCache | None = None) -> Bank:
    """Read every page and navigation file below `root`. Raises nothing for what is in the files.

    With a cache, a page whose bytes have not changed is not parsed again.
    """
    pages = {file.relative_to(root).as_posix(): read_page(file, root, cache) for file in page_files(root)}
    return Bank(root, pages, read_navigation(root), **_site(root.parent / CONFIGURATION))


def page_files(root: Path) -> list[Path]:
    """Return all Markdown files below `root`, sorted, with links that lead nowhere."""
    return sorted(f for f in root.rglob("*.md") if f.is_file() or f.is_symlink())


def page_cache(folder: Path = Path(".cache/pages")) -> ContentCache:
    """Return a cache for `load_bank` that knows what a parsed page depends on: our parser, and the libraries' lock."""
    here = Path(__file__).parent
    return ContentCache(folder, [here, here.parent.parent / "requirements.txt"])


def page_key(file: Path, root: Path) -> bytes:
    """Return what a page's parsed form is kept under in a cache. Raises OSError if the file cannot be read."""
    return f"{file}\0{root}\0".encode() + file.read_bytes()


def read_page(file: Path, root: Path, cache: ContentCache | None = None) -> Page:
    """Return the page in `file`, from the cache if it is known there. Raises nothing for what is in the file."""
    if cache is None:
        return _parse(file, root)
    try:
        key = page_key(file, root)
    except OSError:
        return _parse(file, root)
    return cache.get_or_make(key, lambda: _parse(file, root))


def _parse(file: Path, root: Path) -> Page:
    from bank.scan import scan_page  # not at the top: where every page is cached, no parser has to be loaded

    return scan_page(file, file.relative_to(root).as_posix())


class _Lenient(yaml.SafeLoader):
    """Loads the configuration without importing the functions and variables that its tags name."""


def _tag(loader: _Lenient, suffix: str, node: yaml.Node):
    # `!ENV [NAME, …, default]`; no other tag is of interest here.
    if not isinstance(node, yaml.SequenceNode):
        return None
    *names, default = loader.construct_sequence(node)
    return next((os.environ[name] for name in names if name in os.environ), default)


_Lenient.add_multi_constructor("", _tag)


def _site(configuration: Path) -> dict[str, str]:
    try:
        data = yaml.load(configuration.read_text("utf-8"), _Lenient)
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        data = None
    known = data if isinstance(data, dict) else {}
    extra = known.get("extra")
    tagline = extra.get("tagline") if isinstance(extra, dict) else ""
    return {**{key: str(known.get(key) or "") for key in ("site_url", "site_name")}, "tagline": str(tagline or "")}
