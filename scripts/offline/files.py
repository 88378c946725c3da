"""Which files of the built site are of use where, and which of them are there first."""

import re
from pathlib import Path

# Made for search engines and hosts.
_NO_READER = re.compile(r"(sitemap\.xml(\.gz)?|robots\.txt|404\.html|sw\.js|social/.*)")
_LOADED = {".html", ".css", ".js", ".woff2", ".svg", ".png", ".jpg", ".webp", ".webmanifest"}
_LATER = re.compile(r"((?!study/).+/index\.html|search/(text|whole)-.*|study/answers-.*)")


def reader_files(site: Path) -> list[str]:
    """Return the names of the files that readers have a use for, relative to the site, with `/`, sorted."""
    names = sorted(file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file())
    return [name for name in names if not _NO_READER.fullmatch(name)]


def page_files(site: Path) -> list[str]:
    """Return those that are pages, or that pages load: no downloads and no data for other programs."""
    return [name for name in reader_files(site) if Path(name).suffix in _LOADED]


def is_later(name: str) -> bool:
    """Return whether a file can wait: a page to read, its answers, or its part of the search."""
    return bool(_LATER.fullmatch(name))
