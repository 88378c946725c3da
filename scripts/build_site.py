"""Build the site: all that is asked for is made beside it, and takes its place at once, or nothing changes.

usage: build_site.py [--site site] [--downloads] [--sheets [TOPIC ...]]

--downloads adds the Anki decks, the zip and the pictures for shared links, --sheets the study sheets (only those of the
topics, if some are named). Warnings are errors. Exit status: 0 built, 1 a page or a sheet cannot be made, 2 the command
was used wrongly or something is missing; the site is then the one that it was.
"""

import argparse
import sys
from pathlib import Path

from command_line import command
from mkdocs_command import run_mkdocs
from workspace import check_replaceable, replace_site, workspace


@command
def main(arguments: list[str] | None = None) -> int:
    """Run the command line; see the module's docstring. Returns the exit status."""
    parser = argparse.ArgumentParser(prog="build_site.py", description=__doc__.splitlines()[0])
    parser.add_argument("--site", type=Path, default=Path("site"), help="the folder of the site")
    parser.add_argument("--downloads", action="store_true", help="with Anki decks, zip and social cards")
    parser.add_argument("--sheets", nargs="*", metavar="TOPIC", help="with study sheets (default: of all topics)")
    options = parser.parse_args(arguments)
    site = options.site
    check_replaceable(site)
    with workspace(site) as folder:
        check_replaceable(site)  # again, because who was waited for may have made it
        made = folder / "site"
        if status := _make(made, options.downloads, options.sheets):
            said = f"{site} is as it was" if site.exists() else f"there is no {site}"
            print(f"build_site.py: the site could not be made; {said}", file=sys.stderr)
            return status
        replace_site(site, made, folder)
    print(f"Built {site}/")
    return 0


def _make(site: Path, downloads: bool, sheets: list[str] | None) -> int:
    """Make the site in a new folder; return the exit status of the first step that fails, or 0."""
    offered = {"SHEETS": _flag(sheets is not None), "DOWNLOADS": _flag(downloads)}
    status = run_mkdocs("build", "--strict", "--quiet", "--site-dir", str(site), **offered)
    # The tools are imported here, because who only builds the pages need not have their packages.
    if not status and downloads:
        import make_decks
        import make_social_cards
        import make_zip

        for maker in (make_decks, make_zip, make_social_cards):
            status = status or maker.main(["--site", str(site)])
    if not status and sheets is not None:
        import make_sheets

        status = make_sheets.main([*sheets, "--site", str(site)])
    return status


def _flag(is_set: bool) -> str:
    return "true" if is_set else "false"


if __name__ == "__main__":
    sys.exit(main())
