"""6xx: leftovers. The rules are the entries of `data/residue.yaml`."""

from collections.abc import Iterator
from html import unescape
from pathlib import Path

from bank import Page
from data_files import load_data
from rules.core import declare
from rules.finding import Edit
from rules.literals import Pattern, may_match

_DATA = Path(__file__).parent / "data" / "residue.yaml"


def entries() -> list[dict]:
    """Return the entries of `residue.yaml`; see the head of that file."""
    return load_data(_DATA)


def _stretches(page: Page, where: str) -> Iterator[tuple[int, str]]:
    """Yield what a rule looks at, a stretch at a time, each with its first line."""
    if where == "prose":
        yield from ((block.line, block.prose) for block in page.blocks)
    if where == "everywhere":
        yield from ((block.line, block.text) for block in page.blocks)
    if where in ("code", "everywhere"):
        yield from ((fence.content_line, fence.content) for fence in page.fences if fence.language != "markdown")
    if where == "html":
        yield from ((html.line, html.text) for html in page.html)


def _declare(entry: dict) -> None:
    pattern = Pattern(entry["pattern"])

    # A look at the whole page settles most pages. The pattern says nothing there where a match must begin a stretch.
    def is_clean(page: Page) -> bool:
        if not may_match(pattern.literals, page.lower_text):
            return True
        return "^" not in entry["pattern"] and not pattern.search(page.text)

    def function(page: Page):
        if is_clean(page):
            return
        for first, text in _stretches(page, entry["where"]):
            for match in pattern.compiled.finditer(text):
                line = first + text[: match.start()].count("\n")
                column = match.start() - (text.rfind("\n", 0, match.start()) + 1) + 1
                found = match.group().strip().split("\n")[0][:40]
                edit = _edit(entry.get("fix"), match.group(), line, column, page)
                yield line, column, entry["message"].replace("{found}", found), edit

    declare(entry["code"], entry["name"], entry["reason"], function=function)


def _edit(fix: dict | str | None, found: str, line: int, column: int, page: Page) -> Edit | None:
    new = unescape(found) if fix == "unescape" else (fix or {}).get(found)
    if new is None:
        return None
    # Samples in lists and callouts are indented in the page and not in what was searched.
    at = page.lines[line - 1].find(found, column - 1)
    return Edit(line, at + 1, found, new) if at >= 0 else None


for _entry in entries():
    _declare(_entry)
