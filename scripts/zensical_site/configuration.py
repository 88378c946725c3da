"""What Zensical has to be told besides `mkdocs.yml`: it runs no plugin that orders pages, and none of our hooks."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bank import Bank

# Zensical makes no template of the theme's folder into a page of its own, but templates among the documents.
TEMPLATES = ("offline.html",)
VARIANT = "classic"  # of the theme: the other has another look


def configuration(parent: Path, overrides: Path, bank: Bank, extra: Mapping[str, Any]) -> dict[str, Any]:
    """Return a configuration for a folder in which the documents lie in `docs` and the site is built into `site`.

    `parent` is the `mkdocs.yml` that it adds to, and `overrides` the folder of our templates; both are absolute.
    `extra` is what the templates read as `config.extra`.
    """
    return {
        "INHERIT": str(parent),
        "docs_dir": "docs",
        "site_dir": "site",
        "nav": navigation(bank),
        "theme": {"custom_dir": str(overrides), "variant": VARIANT},
        "extra": dict(extra),
        "extra_css": None,  # not those of the parent: they are served as two files
        "extra_templates": list(TEMPLATES),
    }


def navigation(bank: Bank) -> list[str | dict[str, list[str]]]:
    """Return the navigation as `mkdocs.yml` would have it: pages, and categories by their titles, in their order."""
    folders: dict[str, list[str]] = {}
    for page in (*bank.topics, *bank.guides):
        folders.setdefault(page.category, []).append(page.path)
    top = {*folders, *(path for path in bank.pages if "/" not in path)}
    order = bank.navigation[""].order(top) if "" in bank.navigation else sorted(top)
    return [{bank.category_title(name): folders[name]} if name in folders else name for name in order]
