"""Check every code sample of the pages with the tool that would run it.

usage: check_samples.py [PATH ...] [--format text|github|json] [--list] [--no-cache]

Exit status: 0 nothing found, 1 findings, 2 the command was used wrongly or a tool is missing.
"""

import argparse
import sys
from pathlib import Path

from bank import load_bank
from command_line import command
from rules.report import FORMATS, shown
from samples.cache import Cache
from samples.run import check_samples, findings, listing, summary
from targets import DOCS, targets

CACHE = Path(".cache/samples")


@command
def main(arguments: list[str] | None = None) -> int:
    """Run the command line; see the module's docstring. Returns the exit status."""
    parser = argparse.ArgumentParser(prog="check_samples.py", description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="*", metavar="PATH", help=f"pages or folders of pages (default: {DOCS})")
    parser.add_argument("--format", choices=FORMATS, default="text", help="how to print findings")
    parser.add_argument("--list", action="store_true", help="name each sample, and with what it was checked")
    parser.add_argument("--no-cache", action="store_true", help="check everything again")
    options = parser.parse_args(arguments)
    cache = Cache(None if options.no_cache else CACHE)
    status = 0
    for root, paths in targets([Path(p) for p in options.paths or [DOCS]]):
        bank = load_bank(root)
        checked = check_samples(bank, paths, cache)
        if options.list:
            sys.stdout.write(listing(checked))
        found = findings(checked)
        sys.stdout.write(FORMATS[options.format]((shown(bank, f), f) for f in found))
        if options.format == "text":
            print(summary(checked), file=sys.stderr)
        status = max(status, 1 if found else 0)
    return status


if __name__ == "__main__":
    sys.exit(main())
