"""Make the Anki decks: a package for each topic, and one of all, into the folder `decks` of the site.

usage: make_decks.py [TOPIC ...] [--site site]      such as: make_decks.py security/iam

Needs no built site. If topics are named, only their packages are made. Exit status: 0 all made, 2 the command was used
wrongly or something is missing.
"""

import argparse
import sys
import time
from pathlib import Path

from bank import load_bank
from bank.load import page_cache
from command_line import command
from decks.build_time import build_time
from decks.make import ALL, FOLDER, make_decks
from targets import DOCS, named_topics
from workspace import workspace


@command
def main(arguments: list[str] | None = None) -> int:
    """Run the command line; see the module's docstring. Returns the exit status."""
    parser = argparse.ArgumentParser(prog="make_decks.py", description=__doc__.splitlines()[0])
    parser.add_argument("topics", nargs="*", metavar="TOPIC", help="such as security/iam (default: all)")
    parser.add_argument("--site", type=Path, default=Path("site"), help="the folder of the site")
    options = parser.parse_args(arguments)
    start = time.monotonic()
    bank = load_bank(Path(DOCS), page_cache())
    topics = list(named_topics(bank, options.topics))
    built = build_time()
    with workspace(options.site):
        made = list(make_decks(bank, topics, with_all=not options.topics, site=options.site, time=built))
    cards = sum(result.cards for result in made if result.name != ALL)
    size = sum(result.size for result in made) / 1_000_000
    seconds = time.monotonic() - start
    print(f"decks: {len(made)} in {options.site / FOLDER}, {cards} cards, {size:.1f} MB, {seconds:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
