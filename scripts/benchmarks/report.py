"""Measure, ours beside others, and write the page of the benchmarks.

usage: report.py [--only PART,PART] [--site SITE] [--quick]      needs a built site (`make build`) and a Chromium

A part that is not run keeps what it was, with its own date. --quick measures each once, on a small bank, and writes
nothing: to see that it works. Exit status: 0 all measured, 2 a part is unknown, or something is missing; what was
measured before that is written.
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from playwright.sync_api import Error as BrowserError

from benchmarks.machine import machine
from benchmarks.page import Measured, page, read_results, write_results
from benchmarks.parts import PARTS, Part
from benchmarks.rows import Row
from benchmarks.setting import DOCS, Setting
from command_line import UsageError, command
from whole_files import write_whole

RESULTS = Path(__file__).with_name("results.json")
PAGE = DOCS / "about/benchmarks.md"


@command
def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; see the module's docstring. Returns the exit status."""
    parser = argparse.ArgumentParser(prog="report.py", description=__doc__.splitlines()[0])
    parser.add_argument("--only", default="", metavar="PART,PART", help="such as build,validator (default: all)")
    parser.add_argument("--site", type=Path, default=Path("site"), help="the built site (default: site)")
    parser.add_argument("--quick", action="store_true", help="measure each once, and write nothing")
    options = parser.parse_args(arguments)
    parts = chosen(options.only)
    if not (options.site / "sitemap.xml").is_file():
        raise UsageError(f"{options.site}/ is no built site; run `make build`")
    rounds, sizes = (1, (1,)) if options.quick else (3, (1, 5, 20))
    here = machine()
    for part in parts:
        rows = measured(part, options.site.resolve(), rounds, sizes)
        if not options.quick:
            results = read_results(RESULTS) | {part.name: Measured(date.today().isoformat(), here, rows)}
            write_results(RESULTS, results)
            write_whole(PAGE, page(PARTS, results))
    return 0


def chosen(names: str) -> list[Part]:
    """Return the parts named in a list with commas, or all if it is empty. Raises UsageError for an unknown one."""
    known = {part.name: part for part in PARTS}
    wanted = [name.strip() for name in names.split(",") if name.strip()]
    for name in wanted:
        if name not in known:
            raise UsageError(f"there is no benchmark '{name}'; there are: {', '.join(known)}")
    return [known[name] for name in wanted or known]


def measured(part: Part, site: Path, rounds: int, sizes: tuple[int, ...]) -> tuple[Row, ...]:
    """Measure a part, and print each row as it comes. Raises UsageError if something is missing or does not answer."""
    print(part.title, flush=True)
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        try:
            for row in part.measure(Setting(site, Path(folder), rounds, sizes)):
                print(f"  {row}", flush=True)
                rows.append(row)
        except BrowserError as error:
            said = str(error).splitlines()[0]
            raise UsageError(
                f"the benchmark '{part.name}' failed in the browser: {said}; is {site} up to date?"
            ) from None
    return tuple(rows)


if __name__ == "__main__":
    sys.exit(main())
