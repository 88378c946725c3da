"""A folder beside the site in which one process at a time makes what goes into the site."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from command_line import UsageError
from whole_files import alone

_OLD = "old"  # the site that a new one has just replaced
# What tells a built site from a folder that holds something else, and what is put into a site that is not built yet.
_SIGN = "sitemap.xml"
_ALSO_OURS = {"decks", "pdf", "aloud.zip"}


@contextmanager
def workspace(site: Path) -> Iterator[Path]:
    """Make an empty folder beside the site, on its file system; remove it at the end.

    Whoever wants one for the same site meanwhile waits, so nobody writes into a site that is being replaced. What a
    killed process has left is cleared away first: it holds its lock no longer. Raises OSError.
    """
    site = site.resolve()
    folder = site.with_name(f".{site.name}.new")
    while True:
        folder.mkdir(parents=True, exist_ok=True)
        try:
            with alone(folder / "lock", wait=lambda: _say_that_it_waits(site)):
                _clear(folder, site)
                try:
                    yield folder
                finally:
                    shutil.rmtree(folder)
                return
        except FileNotFoundError as error:
            if error.filename != str(folder / "lock"):  # else the one before has just removed the folder
                raise


def check_replaceable(site: Path) -> None:
    """Raise UsageError if a site cannot take the place of what is at `site`, or must not."""
    if site.is_mount():
        raise UsageError(f"{site} is a mount point, which cannot be replaced as a whole; name a folder in it")
    if site.exists() and not site.is_dir():
        raise UsageError(f"{site} is in the way and no folder; remove it, or name another place")
    names = {entry.name for entry in site.iterdir()} if site.exists() else set()
    if _SIGN not in names and not names <= _ALSO_OURS:
        raise UsageError(f"{site} holds something other than a built site; remove it, or name another place")


def replace_site(site: Path, made: Path, folder: Path) -> None:
    """Put the folder `made` in the place of the site. `folder` is the workspace, which ends with the old one.

    Raises OSError; the site is then as it was. Who is killed between the two steps leaves no site: the next to come
    puts the old one back.
    """
    site = site.resolve()
    try:
        if site.exists():
            site.rename(folder / _OLD)
        made.rename(site)
    except BaseException:
        _put_back(folder, site)
        raise


def _put_back(folder: Path, site: Path) -> None:
    if (folder / _OLD).is_dir() and not site.exists():
        (folder / _OLD).rename(site)


def _clear(folder: Path, site: Path) -> None:
    _put_back(folder, site)
    for entry in folder.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        elif entry.name != "lock":
            entry.unlink()


def _say_that_it_waits(site: Path) -> None:
    print(f"Waiting for another command that makes {site} …", file=sys.stderr, flush=True)
