"""Measure the search: type a file of queries into the built site's search box, and into the theme's.

usage: search_eval.py [QUERIES] [--site site] [--ours]

The file is a list of {query, kind, expect: [page#id, ...]}, with `unseen: true` for what the ranking was not tuned
with (without a file, `tests/search/queries.yaml`). What is unseen and what is not is reported apart.
Exit status 0, or 2 if the queries or the site cannot be used.
"""

import argparse
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from bank import load_bank
from browser import open_browser
from command_line import UsageError, command
from local_server import served
from search.boxes import OurBox, StockBox, anchors_of, questions_of
from search.evaluation import Answer, Query, misses, read_queries, table
from search.stock import build_stock

ROOT = Path(__file__).parent.parent
QUERIES = ROOT / "tests/search/queries.yaml"
OURS = "our search"


@command
def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; see the module's docstring. Returns the exit status."""
    parser = argparse.ArgumentParser(prog="search_eval.py", description=__doc__.splitlines()[0])
    parser.add_argument(
        "queries", nargs="?", type=Path, default=QUERIES, help="a YAML file (default: tests/search/queries.yaml)"
    )
    parser.add_argument("--site", type=Path, default=Path("site"), help="the built site (default: site)")
    parser.add_argument("--ours", action="store_true", help="leave out the theme's search")
    options = parser.parse_args(arguments)
    queries = read_queries(options.queries)
    if not (options.site / "search").is_dir():
        raise UsageError(f"{options.site}/ is no built site with a search index; run `make build`")
    anchors = anchors_of(load_bank(ROOT / "docs"))
    boxes = {OURS: ask(options.site, OurBox, queries, anchors)}
    if not options.ours:
        with tempfile.TemporaryDirectory() as folder:
            boxes["the theme's search"] = ask(build_stock(Path(folder)), StockBox, queries, anchors)
    report(options.queries, boxes)
    return 0


def report(file: Path, boxes: Mapping[str, Sequence[Answer]]) -> None:
    """Print how the boxes answered, first what the ranking was not tuned with, and what ours did not answer."""
    for unseen in (True, False):
        some = {name: [one for one in answers if one.query.unseen == unseen] for name, answers in boxes.items()}
        if some[OURS]:
            print(f"{file}{', unseen' if unseen else ''}\n{table(some)}\n")
            print(f"Not right at 1, {OURS}:\n{misses(some[OURS])}\n")


def ask(site: Path, box_type: type, queries: Sequence[Query], anchors) -> list[Answer]:
    """Type each query into the site's search box; return what came."""
    with served(site) as address, sync_playwright() as playwright:
        browser = open_browser(playwright)
        page: Page = browser.new_page(service_workers="block")
        page.goto(address)
        box = box_type(page)
        box.prepare()
        answers = [Answer(query, questions_of(box.ask(query.text), anchors)) for query in queries]
        browser.close()
    return answers


if __name__ == "__main__":
    sys.exit(main())
