"""Print the study sheets: for each topic a full and a cram sheet, and the whole bank as one book, on A4 and US Letter.

usage: make_sheets.py [TOPIC ...] [--paper a4|letter] [--site site] [--no-cache]

A topic is named such as security/iam, and the book "all".

Needs a built site and a Chromium. Only sheets whose pages have changed are printed again. Exit status: 0 all made,
1 some could not be made, 2 the command was used wrongly or something is missing.
"""

import argparse
import asyncio
import os
import sys
import time
from pathlib import Path

from bank import load_bank
from bank.load import page_cache
from browser import find_browser
from command_line import UsageError, command
from sheets.plan import PAPERS, Sheet, plan
from sheets.site import Site
from targets import DOCS
from workspace import workspace

CACHE = Path(".cache/sheets")


@command
def main(arguments: list[str] | None = None) -> int:
    """Run the command line; see the module's docstring. Returns the exit status."""
    parser = argparse.ArgumentParser(prog="make_sheets.py", description=__doc__.splitlines()[0])
    parser.add_argument(
        "topics", nargs="*", metavar="TOPIC", help="such as security/iam, or all: the book (default: both)"
    )
    parser.add_argument("--paper", choices=tuple(PAPERS), help="only on this paper (default: on both)")
    parser.add_argument("--site", type=Path, default=Path("site"), help="the folder of the built site")
    parser.add_argument("--no-cache", action="store_true", help="print everything again")
    options = parser.parse_args(arguments)
    bank = load_bank(Path(DOCS), page_cache())
    sheets = plan(bank, options.topics, [options.paper] if options.paper else PAPERS)
    chromium = find_browser()
    site = Site(options.site, bank)
    with workspace(options.site) as folder:
        if missing := next((p.path for s in sheets for p in s.pages if not site.built(p).is_file()), None):
            raise UsageError(f"{options.site} does not hold {missing}; run `make sheets`, which builds the site first")
        return asyncio.run(_make(site, sheets, chromium, folder if options.no_cache else CACHE))


async def _make(site: Site, sheets: list[Sheet], chromium: str, cache: Path) -> int:
    from sheets.make import make_sheets  # not at the top: a wrong topic is answered before the printing tools load

    start = time.monotonic()
    printed = failed = number = 0
    async for result in make_sheets(site, sheets, chromium, cache, os.cpu_count() or 1):
        number += 1
        printed += not result.is_known and not result.problem
        failed += bool(result.problem)
        if not result.is_known:
            said = f"NOT MADE: {result.problem}" if result.problem else f"{result.size / 1000:.0f} kB"
            print(f"[{number}/{len(sheets)}] {result.sheet.name}: {said}", flush=True)
    unchanged = len(sheets) - printed - failed
    seconds = time.monotonic() - start
    print(f"sheets: {len(sheets)} in all, {printed} printed, {unchanged} unchanged, {failed} failed, {seconds:.1f} s")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
