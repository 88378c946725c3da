"""A tree of Markdown files as one bank."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import yaml

from bank.model import Page
from bank.navigation import Navigation, read_navigation
from bank.scan import scan_page

SUFFIX = ".md"


@dataclass(frozen=True)
class Bank:
    """All pages below `root` by their path relative to it, the navigation files by their folder, the site's address."""

    root: Path
    pages: Mapping[str, Page]
    navigation: Mapping[str, Navigation] = field(default_factory=dict)
    site_url: str = ""

    @cached_property
    def topics(self) -> tuple[Page, ...]:
        """The topic pages in the order of the navigation."""
        return tuple(page for page in self._ordered("") if page.is_topic)

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


def load_bank(root: Path) -> Bank:
    """Read every page and navigation file below `root`. Raises nothing for what is in the files."""
    files = sorted(f for f in root.rglob(f"*{SUFFIX}") if f.is_file())
    pages = {path: scan_page(f, path) for f in files if (path := f.relative_to(root).as_posix())}
    return Bank(root, pages, read_navigation(root), _site_url(root.parent / "mkdocs.yml"))


class _Lenient(yaml.SafeLoader):
    """Loads `mkdocs.yml` without importing the functions and variables that its tags name."""


def _tag(loader: _Lenient, suffix: str, node: yaml.Node):
    # `!ENV [NAME, default]` has its default last; no other tag is of interest here.
    return loader.construct_sequence(node)[-1] if isinstance(node, yaml.SequenceNode) else None


_Lenient.add_multi_constructor("", _tag)


def _site_url(configuration: Path) -> str:
    try:
        data = yaml.load(configuration.read_text("utf-8"), _Lenient)
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return ""
    return str(data.get("site_url") or "") if isinstance(data, dict) else ""
