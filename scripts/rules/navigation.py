"""5xx: the navigation and its `.pages` files."""

import posixpath

from bank import Bank, Page
from bank.navigation import REST, Navigation
from rules.core import rule


@rule("N501", "page-not-in-navigation", scope="bank")
def page_not_in_navigation(bank: Bank, page: Page):
    """A page that a `.pages` file leaves out is built but never shown, and a strict build does not mind."""
    name = page.path
    while name:
        folder, name = posixpath.split(name)
        navigation = bank.navigation.get(folder)
        if navigation and navigation.entries is not None and not navigation.order([name]):
            shown = posixpath.join(folder, ".pages")
            yield (
                1,
                1,
                f"page is not in the navigation: {shown} lists neither '{name}' nor `{REST}`; add `- {REST}` to it",
            )
        name = folder


@rule("N502", "navigation-file", scope="navigation")
def navigation_file(bank: Bank, folder: str, navigation: Navigation):
    """A `.pages` file holds `title` and `nav`, names what exists, and has `...`, so that no new page is left out."""
    if navigation.problem:
        yield 1, 1, f"file cannot be used: {navigation.problem}"
        return
    for key in navigation.keys:
        if key not in ("title", "nav"):
            yield navigation.line_of(key), 1, f"key '{key}' is not used here; only `title` and `nav` are"
    if navigation.entries is None:
        return
    if REST not in navigation.entries:
        yield 1, 1, f"`nav` does not list `- {REST}`; add it, so that a new page is never left out"
    for entry in navigation.entries:
        path = posixpath.join(folder, entry)
        if entry != REST and path not in bank.pages and not any(p.startswith(f"{path}/") for p in bank.pages):
            yield navigation.line_of(entry), 1, f"'{entry}' does not exist in this folder; correct or remove it"
