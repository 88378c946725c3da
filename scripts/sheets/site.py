"""The built site, as the printing browser sees it: under its real address, without a server."""

import mimetypes
import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from addresses import page_address
from bank import Bank, Page

_ARTICLE = re.compile(r"<article\b.*?</article>", re.DOTALL)
_STYLE = re.compile(r"<style>@page.*?</style>", re.DOTALL)


@dataclass(frozen=True)
class Site:
    """The built site of a bank in `folder`. `instead` are files served in place of its own."""

    folder: Path
    bank: Bank
    instead: dict[str, bytes] = field(default_factory=dict)

    @property
    def address(self) -> str:
        return self.bank.site_url

    def address_of(self, page: Page) -> str:
        return self.address + page_address(page.path)

    def built(self, page: Page) -> Path:
        """Return the file that holds a page."""
        return self.folder / page_address(page.path) / "index.html"

    def response(self, address: str) -> tuple[bytes, str] | None:
        """Return content and media type for an address, or None if the site has nothing there."""
        if not address.startswith(self.address):
            return None
        path = unquote(urlsplit(address[len(self.address) :]).path)
        media_type = mimetypes.guess_type(path)[0] or "text/html"
        if path in self.instead:
            return self.instead[path], media_type
        file = self.folder / path
        try:
            return (file / "index.html" if file.is_dir() else file).read_bytes(), media_type
        except OSError:
            return None

    def printed_part(self, page: Page) -> bytes:
        """Return what a page's sheets depend on. Its navigation is not on paper, and does not count.

        Raises FileNotFoundError if the page has not been built.
        """
        html = self.built(page).read_text("utf-8")
        return "".join(_ARTICLE.findall(html) + _STYLE.findall(html)).encode()

    def look(self) -> bytes:
        """Return what all sheets depend on: the style sheets and fonts."""
        own = [file.read_bytes() for file in sorted((self.folder / "assets/stylesheets").glob("*.css"))]
        return b"\0".join([self.address.encode(), *own, *(self.instead[name] for name in sorted(self.instead))])
