"""Make the site once more, as pages that a browser opens from a folder, and put them into site/aloud.zip.

usage: make_zip.py [--site site]

The same sources make the same bytes. Exit status: 0 made, 2 the command was used wrongly or the site cannot be built.
"""

import argparse
import io
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from command_line import UsageError, command
from mkdocs_command import run_mkdocs_apart
from offline.files import reader_files
from whole_files import write_whole
from workspace import workspace

NAME = "aloud.zip"
FOLDER = "aloud"
README = """\
Aloud: AWS interview questions with answers, to read without a network.
1. Unpack this archive.
2. Open index.html in a browser.
"""
# No address, because canonical links and printed pages would name one at which a host has no such page.
VARIABLES = {"FOLDERS": "false", "SITE_URL": "", "SHEETS": "false", "DOWNLOADS": "false"}
_UNUSED = {"offline.html"}  # a folder has no service worker
_MODE = 0o100644 << 16  # a file that its owner may write and all may read
_UNIX = 3


@command
def main(arguments: list[str] | None = None) -> int:
    """Run the command line; see the module's docstring. Returns the exit status."""
    parser = argparse.ArgumentParser(prog="make_zip.py", description=__doc__.splitlines()[0])
    parser.add_argument("--site", type=Path, default=Path("site"), help="the folder of the built site")
    options = parser.parse_args(arguments)
    start = time.monotonic()
    if not options.site.is_dir():
        raise UsageError(f"{options.site} is not a folder; build the site first: `make build`")
    with workspace(options.site) as folder:
        build(folder / "pages")
        files = write_zip(folder / "pages", options.site / NAME)
    size = (options.site / NAME).stat().st_size
    print(f"zip: {files} files, {size / 1e6:.1f} MB, {options.site / NAME}, {time.monotonic() - start:.1f} s")
    return 0


def build(folder: Path) -> None:
    """Build the site for a file system. Raises UsageError if that fails."""
    run_mkdocs_apart("build", "--strict", "--quiet", "--site-dir", str(folder), **VARIABLES)


def write_zip(site: Path, archive: Path) -> int:
    """Write a folder's files into an archive, at once: it is whole or not there. Returns how many. Raises OSError."""
    files = list(_files(site))
    made = io.BytesIO()
    with ZipFile(made, "w") as packed:
        for name, content in files:
            packed.writestr(_entry(name), content, ZIP_DEFLATED, compresslevel=9)
    write_whole(archive, made.getvalue())
    return len(files)


def _files(site: Path) -> Iterator[tuple[str, bytes]]:
    yield "README.txt", README.encode()
    for name in reader_files(site):
        if name not in _UNUSED:
            yield name, (site / name).read_bytes()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(f"{FOLDER}/{name}", (1980, 1, 1, 0, 0, 0))  # the first date that the format knows
    entry.create_system = _UNIX
    entry.external_attr = _MODE
    return entry


if __name__ == "__main__":
    sys.exit(main())
