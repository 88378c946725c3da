"""Build the site with Zensical, the successor of MkDocs and its theme, from the same sources.

usage: make_zensical.py [--site site-zensical]

What differs from the site that MkDocs builds is listed in `zensical_site/differences.yaml`. Exit status: 0 built,
2 the command was used wrongly, or the site cannot be built.
"""

import argparse
import sys
import time
from pathlib import Path

from command_line import command
from zensical_site.build import build


@command
def main(arguments: list[str] | None = None) -> int:
    """Run the command line; see the module's docstring. Returns the exit status."""
    parser = argparse.ArgumentParser(prog="make_zensical.py", description=__doc__.splitlines()[0])
    parser.add_argument("--site", type=Path, default=Path("site-zensical"), help="the folder to build into")
    options = parser.parse_args(arguments)
    start = time.monotonic()
    pages = build(Path.cwd(), options.site)
    print(f"zensical: {pages} pages in {options.site}, {time.monotonic() - start:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
