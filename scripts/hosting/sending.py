"""How each file of the built site is sent to browsers, and in which order files are replaced."""

import re
from pathlib import PurePosixPath

# The name holds a digest of the content (ours have 12 digits, the theme's have 8): another content has another name.
_NAMED_BY_CONTENT = re.compile(r".*[-.]([0-9a-f]{8}|[0-9a-f]{12})(\.min)?\.(css|js|svg|woff2)(\.map)?")
_FOREVER = "public, max-age=31536000, immutable"
# The browser asks each time; CloudFront answers from its cache, which each publication empties.
_ASK = "public, max-age=0, s-maxage=86400, must-revalidate"
# Nothing in between may keep it, since it says which edition of all other files holds.
_SERVICE_WORKER = {"sw.js": "no-cache"}

# Browsers are told not to guess, and the tables of operating systems differ.
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".gz": "application/gzip",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".map": "application/json",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
    ".zip": "application/zip",
}
_DOWNLOAD = "application/octet-stream"  # such as Anki's packages


def is_named_by_content(name: str) -> bool:
    """Return whether a file of this name, relative to the site, never changes."""
    return bool(_NAMED_BY_CONTENT.fullmatch(name))


def cache_control(name: str) -> str:
    """Return the Cache-Control header of a file by its name relative to the site."""
    return _SERVICE_WORKER.get(name) or (_FOREVER if is_named_by_content(name) else _ASK)


def content_type(name: str) -> str:
    """Return the Content-Type header of a file by its name; what is unknown is a download."""
    return _TYPES.get(PurePosixPath(name).suffix, _DOWNLOAD)


def steps(names: list[str]) -> tuple[list[str], list[str], list[str]]:
    """Return the files in the order in which they are replaced: what pages load, the pages, the service worker.

    So no page is there before its files are, and no device learns of an edition that is not there as a whole.
    """
    pages = [name for name in names if name.endswith(".html")]
    workers = [name for name in names if name in _SERVICE_WORKER]
    return [name for name in names if name not in {*pages, *workers}], pages, workers
