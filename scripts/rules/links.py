"""4xx: links, images and anchors."""

import posixpath
from difflib import get_close_matches
from functools import cache
from urllib.parse import unquote, urlsplit

from bank import Bank, Page
from rules.core import rule
from rules.finding import Edit

_EMPTY_TEXTS = ("", "here", "click here", "link", "this", "this page", "docs")


def local_links(page: Page):
    """Yield each link that stays on the site, with the path and the fragment that it names."""
    for link in page.links:
        if local := _local(link.target):
            yield link, *local


@cache
def _local(target: str) -> tuple[str, str] | None:
    """Return the path and the fragment of a link that stays on the site, None for another."""
    parts = urlsplit(target)
    if parts.scheme or parts.netloc or parts.path.startswith("/"):
        return None
    return unquote(parts.path), unquote(parts.fragment)


def resolve(page: Page, path: str) -> str:
    """Return the path in the bank of a link's target; an empty one is the page itself."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path)) if path else page.path


@rule("L401", "link-target-missing", scope="bank")
def link_target_missing(bank: Bank, page: Page):
    """A dead link ends the reader's trust in the rest of the page."""
    for link, path, _ in local_links(page):
        target = resolve(page, path)
        if target in bank.pages or (path and not target.startswith("..") and (bank.root / target).is_file()):
            continue
        near = get_close_matches(target, bank.pages, 1)
        hint = f"; did you mean {posixpath.relpath(near[0], posixpath.dirname(page.path) or '.')}?" if near else ""
        yield (
            link.line,
            link.column,
            f"link to '{link.target}', but there is no file {target}{hint or '; correct the path'}",
        )


@rule("L402", "link-anchor-missing", scope="bank")
def link_anchor_missing(bank: Bank, page: Page):
    """A link to an anchor that is not there drops the reader at the top of a long page."""
    for link, path, fragment in local_links(page):
        target = bank.pages.get(resolve(page, path))
        if target and fragment and fragment not in target.anchors:
            near = get_close_matches(fragment, target.anchors, 1)
            hint = f"did you mean #{near[0]}?" if near else "use an id of a heading there"
            yield link.line, link.column, f"there is no anchor #{fragment} in {target.path}; {hint}"


@rule("L403", "link-absolute-to-own-site", scope="bank")
def link_absolute_to_own_site(bank: Bank, page: Page):
    """An absolute link to this site breaks under every other address: previews, forks, the offline copy."""
    own = urlsplit(bank.site_url).netloc if bank.site_url else None
    for link in page.links:
        parts = urlsplit(link.target)
        if parts.netloc and parts.netloc == own:
            yield (
                link.line,
                link.column,
                f"'{link.target}' is an absolute link to this site; link to the Markdown file instead",
            )
        elif not parts.scheme and not parts.netloc and parts.path.startswith("/"):
            yield link.line, link.column, f"'{link.target}' begins with `/`; write it relative to this page"


@rule("L404", "link-http")
def link_http(page: Page):
    """Plain http can be read and changed on the way, and every site worth citing has https."""
    for link in page.links:
        if link.target.startswith("http://"):
            edit = Edit(link.line, link.column, "http://", "https://")
            yield link.line, link.column, f"'{link.target}' uses http; write https", edit


@rule("L405", "link-not-markdown")
def link_not_markdown(page: Page):
    """A link to a built address, or to a folder, is checked by nobody and breaks with the layout of addresses."""
    for link, path, _ in local_links(page):
        if path.endswith("/") or path.endswith(".html"):
            yield link.line, link.column, f"'{link.target}' is an address of the built site; link to the Markdown file"


@rule("L406", "link-reference-undefined")
def link_reference_undefined(page: Page):
    """`[text][name]` without a definition is printed with its brackets, and a strict build does not mind."""
    for reference in page.undefined_references:
        yield (
            reference.line,
            reference.column,
            f"'{reference.text}' refers to a link that is not defined; give it a target",
        )


@rule("L407", "link-text-says-nothing")
def link_text_says_nothing(page: Page):
    """A screen reader lists links by their text, and a printed note shows nothing else."""
    for link in page.links:
        if not link.is_image and link.text.strip().lower() in _EMPTY_TEXTS:
            yield link.line, link.column, f"link text '{link.text}' says nothing; name what it leads to"
