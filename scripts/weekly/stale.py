"""Name what will be out of date soon: pages that wait for a review, samples whose runtime loses its support.

usage: python -m weekly.stale [--days 30]

Prints one line for each, and nothing if there is none. Exit status: 0, or 2 if the command was used wrongly.
"""

import argparse
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from bank import Bank, Page, load_bank
from command_line import command
from rules.freshness import MAX_AGE, ended_runtimes, last_review
from targets import DOCS

_MOST_DAYS = 3650


@command
def main(arguments: list[str] | None = None) -> int:
    """Run the command line; see the module's docstring. Returns the exit status."""
    parser = argparse.ArgumentParser(prog="weekly.stale", description=__doc__.splitlines()[0])
    parser.add_argument("--days", type=_days, default=30, help="how far to look ahead (default: %(default)s)")
    options = parser.parse_args(arguments)
    for line in stale(load_bank(Path(DOCS)), date.today() + timedelta(days=options.days)):
        print(line)
    return 0


def _days(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > _MOST_DAYS:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 0 to {_MOST_DAYS}")
    return int(text)


def stale(bank: Bank, day: date) -> Iterator[str]:
    """Yield a line for each thing that rules R704 and R710 would find on this day."""
    for page in bank.topics:
        yield from _old_review(page, day)
        for line, runtime in ended_runtimes(page, day):
            yield f"{DOCS}/{page.path}:{line}: {runtime.name} is supported until {runtime.ends}; use {runtime.use}"


def _old_review(page: Page, day: date) -> Iterator[str]:
    reviewed = last_review(page)
    if reviewed and day - reviewed > MAX_AGE:
        due = reviewed + MAX_AGE
        yield f"{DOCS}/{page.path}: the last review was on {reviewed}; check every claim again by {due}"


if __name__ == "__main__":
    sys.exit(main())
