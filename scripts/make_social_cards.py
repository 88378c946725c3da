"""Draw the picture of each page that is shown where its address is shared.

usage: make_social_cards.py [--site site]

Needs a Chromium. Only cards that have changed are drawn again. Exit status: 0 all made, 2 the command was used wrongly
or something is missing.
"""

import argparse
import sys
from pathlib import Path

from bank import load_bank
from bank.cache import ContentCache
from bank.load import page_cache
from browser import open_browser
from command_line import UsageError, command
from finding.social_cards import SIZE, cards, small_png
from targets import DOCS
from whole_files import write_whole
from workspace import workspace

CACHE = Path(".cache/social")
CODE = [Path(__file__), *Path(__file__).with_name("finding").glob("*card*")]


@command
def main(arguments: list[str] | None = None) -> int:
    """Run the command line; see the module's docstring. Returns the exit status."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(prog="make_social_cards.py", description=__doc__.splitlines()[0])
    parser.add_argument("--site", type=Path, default=Path("site"), help="the folder of the built site")
    options = parser.parse_args(arguments)
    if not (options.site / "index.html").is_file():
        raise UsageError(f"{options.site} is not a built site; build it first: `make build`")
    bank = load_bank(Path(DOCS), page_cache())
    cache = ContentCache(CACHE, CODE)
    wanted = cards(bank)
    with workspace(options.site), sync_playwright() as playwright:
        tab = open_browser(playwright).new_page(viewport=SIZE)

        def drawn(html: str) -> bytes:
            tab.set_content(html)
            tab.evaluate("document.fonts.ready")
            return small_png(tab.screenshot())

        size = 0
        for card in wanted:
            picture = cache.get_or_make(card.html.encode(), lambda html=card.html: drawn(html))
            write_whole(options.site / card.file, picture)
            size += len(picture)
    print(f"social cards: {len(wanted)}, {size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
