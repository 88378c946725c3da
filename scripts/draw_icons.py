"""Draw the app's icons from the site's mark, after the mark or the colors have changed.

usage: draw_icons.py

Needs a Chromium. Exit status: 0 all drawn, 2 something is missing on this machine.
"""

import sys
from base64 import b64encode
from pathlib import Path

from playwright.sync_api import sync_playwright

from browser import open_browser
from command_line import command
from offline.app import ICONS, colors
from whole_files import write_whole

DOCS = Path("docs")
MARK = DOCS / "assets/images/mark.svg"
TOKENS = DOCS / "assets/stylesheets/tokens.css"
# Devices cut any shape from a maskable icon: only a circle of 80% of its width is always seen.
MASKABLE_WIDTH = 56  # of the mark, in percent of the icon's width
PAGE = """<!doctype html>
<body style="display: grid; place-items: center; height: 100vh; margin: 0; background: {ground}">
<img src="data:image/svg+xml;base64,{mark}" style="width: {width}%">"""


@command
def main() -> int:
    """Draw each icon; see the module's docstring. Returns the exit status."""
    mark = b64encode(MARK.read_bytes()).decode()
    ground = colors(TOKENS.read_text("utf-8"))["default"]["ground"]
    with sync_playwright() as playwright:
        browser = open_browser(playwright)
        for file, size, purpose in ICONS:
            is_maskable = purpose == "maskable"
            tab = browser.new_page(viewport={"width": size, "height": size})
            tab.set_content(
                PAGE.format(
                    mark=mark,
                    ground=ground if is_maskable else "transparent",
                    width=MASKABLE_WIDTH if is_maskable else 100,
                )
            )
            write_whole(DOCS / file, tab.screenshot(omit_background=not is_maskable))
        browser.close()
    print(f"icons: {len(ICONS)} drawn")
    return 0


if __name__ == "__main__":
    sys.exit(main())
