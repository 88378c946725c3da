"""What a page of a built site says, in a form in which two generators can be compared."""

import re
from html import unescape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin

_DOWNLOAD = re.compile(r"(pdf|decks|social)/.*|aloud\.zip")
_ROOT = "http://site/"  # stands for the site, wherever it lies
_PARTS = re.compile(r'<section class="hero".*?</section>|<article.*?</article>', re.S)
_CODE = re.compile(r"(<pre.*?</pre>)", re.S)
_ADDRESS = re.compile(r'\b(href|src)="([^"]*)"')
_HEAD = {
    "title": re.compile(r"<title>(.*?)</title>", re.S),
    "description": re.compile(r'<meta name="description" content="([^"]*)"'),
    "canonical": re.compile(r'<link rel="canonical" href="([^"]*)"'),
    "previous": re.compile(r'<link rel="prev" href="([^"]*)"'),
    "next": re.compile(r'<link rel="next" href="([^"]*)"'),
}
_SIDE = re.compile(r'md-sidebar--(\w+)".*?(?=md-sidebar--|<div class="md-content")', re.S)
_LINK = re.compile(r'<a href="([^"]*)" class="md-nav__link[^"]*"[^>]*>(.*?)</a>', re.S)


class Site(NamedTuple):
    """A built site: its folder, and who built it."""

    builder: str
    folder: Path

    def read(self, name: str) -> bytes:
        return (self.folder / name).read_bytes()

    def page(self, name: str) -> str:
        return self.read(name).decode()

    def names(self) -> set[str]:
        """All files but downloads, which are made afterwards: other tests may have put some into one of the sites."""
        names = {file.relative_to(self.folder).as_posix() for file in self.folder.rglob("*") if file.is_file()}
        return {name for name in names if not _DOWNLOAD.fullmatch(name)}

    def pages(self) -> list[str]:
        return sorted(name for name in self.names() if name.endswith(".html"))


def head(html: str, name: str) -> dict[str, str | None]:
    """Return title, description, and the addresses of the page itself and of its neighbors."""
    found = {key: pattern.search(html) for key, pattern in _HEAD.items()}
    values = {key: unescape(match[1]).strip() if match else None for key, match in found.items()}
    return {k: _resolved(v, name) if v and k in ("previous", "next") else v for k, v in values.items()}


def content(html: str, name: str) -> str:
    """Return hero and article, with whole addresses."""
    return _ADDRESS.sub(lambda m: f'{m[1]}="{_resolved(m[2], name)}"', "".join(_PARTS.findall(html)))


def shown(html: str) -> str:
    """Return a piece of a page without the white space that browsers do not show."""
    parts = _CODE.split(html)
    parts[::2] = [re.sub(r"\s+", " ", part).replace("> <", "><") for part in parts[::2]]
    return "".join(parts)


def navigation(html: str, name: str) -> dict[str, list[tuple[str, str]]]:
    """Return for each side of the page its links, as addresses and texts."""
    return {
        side[1]: [
            (_resolved(href, name), unescape(" ".join(re.sub(r"<.*?>", "", text).split())))
            for href, text in _LINK.findall(side[0])
        ]
        for side in _SIDE.finditer(html)
    }


def broken_links(site: Site) -> set[str]:
    """Return the addresses within the site that its pages name and that lead nowhere."""
    pages = {name: site.page(name) for name in site.pages()}
    files = site.names()
    ids = {name: set(re.findall(r'\sid="?([^"\s>]+)', html)) for name, html in pages.items()}
    addresses = {_resolved(address, name) for name, html in pages.items() for _, address in _ADDRESS.findall(html)}
    return {address for address in addresses if address.startswith(_ROOT) and not _is_there(address, files, ids)}


def _is_there(address: str, files: set[str], ids: dict[str, set[str]]) -> bool:
    path, _, fragment = address.removeprefix(_ROOT).partition("#")
    name = path.partition("?")[0]
    name += "index.html" if not name or name.endswith("/") else ""
    return name in files and (not fragment or name not in ids or fragment in ids[name])


def _resolved(address: str, name: str) -> str:
    """Return an address on a page with the root of the site before it; those of other hosts stay as they are."""
    return urljoin(_ROOT + name.removesuffix("index.html"), unescape(address))
