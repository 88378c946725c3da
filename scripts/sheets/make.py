"""Makes sheets: prints those that are new or changed, finishes them, and puts all of them where they belong."""

import asyncio
import hashlib
import subprocess
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pikepdf

from bank import Bank
from bank.cache import ContentCache
from sheets.finish import finish
from sheets.fonts import static_fonts
from sheets.plan import Sheet
from sheets.printer import Printed, print_sheets
from sheets.site import Site
from whole_files import write_whole


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a sheet: its size in bytes, whether it was known already, or why it could not be made."""

    sheet: Sheet
    size: int = 0
    is_known: bool = False
    problem: str = ""


async def make_sheets(
    site: Site, sheets: Sequence[Sheet], chromium: str, cache: Path, browsers: int
) -> AsyncIterator[Result]:
    """Make the PDFs of these sheets below the folder of the site, and yield what became of each.

    A sheet whose page, style and browser have not changed is taken from the cache. Raises OSError if the site cannot
    be read or written; nothing for what goes wrong with one sheet.
    """
    results = ContentCache(cache / "pdf", [Path(__file__).parent], salt=_version(chromium))
    site = replace(site, instead=static_fonts(site.folder, ContentCache(cache / "fonts", [])))
    contents = _contents(site, sheets)
    new = []
    for sheet in sheets:
        if (pdf := results.get(contents[sheet.file])) is None:
            new.append(sheet)
        else:
            write_whole(site.folder / sheet.file, pdf)
            yield Result(sheet, len(pdf), is_known=True)
    async with aclosing(print_sheets(site, new, chromium, browsers)) as all_printed:
        async for printed in all_printed:
            result, pdf = await asyncio.to_thread(_finished, printed, site.bank)
            if not result.problem:
                results.put(contents[printed.sheet.file], pdf)
                write_whole(site.folder / printed.sheet.file, pdf)
            yield result


def _version(chromium: str) -> str:
    return subprocess.run([chromium, "--version"], capture_output=True, text=True, timeout=30, check=False).stdout


def _contents(site: Site, sheets: Iterable[Sheet]) -> dict[Path, bytes]:
    """Return what each sheet depends on, as a hash, by its file. Each page is read once, whatever shows it."""
    look = site.look()
    parts = {page.path: page for sheet in sheets for page in sheet.pages}
    hashes = {path: hashlib.sha256(look + site.printed_part(page)).digest() for path, page in parts.items()}
    return {
        sheet.file: b"\0".join([sheet.kind.encode(), sheet.paper.encode(), *(hashes[p.path] for p in sheet.pages)])
        for sheet in sheets
    }


def _finished(printed: Printed, bank: Bank) -> tuple[Result, bytes]:
    sheet = printed.sheet
    if printed.problem:
        return Result(sheet, problem=printed.problem), b""
    try:
        pdf = finish(printed.pdf, _title(sheet, bank), bank.site_name, _reviewed(sheet), is_book=sheet.is_book)
    except pikepdf.PdfError as error:
        return Result(sheet, problem=f"the browser made no PDF: {error}"), b""
    return Result(sheet, len(pdf)), pdf


def _title(sheet: Sheet, bank: Bank) -> str:
    if sheet.is_book:
        return f"{bank.site_name}: {bank.tagline}"
    return f"{sheet.pages[0].title}: {'cram' if sheet.kind == 'cram' else 'study'} sheet"


def _reviewed(sheet: Sheet) -> date:
    dates = [page.front_matter.get("reviewed") for page in sheet.pages]
    return max((d for d in dates if isinstance(d, date)), default=date(2000, 1, 1))
