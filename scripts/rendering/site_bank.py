"""The question bank of the site that is being built, read once for each build in which a file has changed."""

from functools import lru_cache
from pathlib import Path

from bank import Bank, load_bank
from bank.load import page_cache, page_files

_states: dict[Path, tuple] = {}  # of the files below a folder, as they were when a build began


def site_bank(docs: Path) -> Bank:
    """Return the bank below `docs`, as it was when the build began. Raises nothing."""
    docs = docs.resolve()  # extensions give it relative, hooks absolute
    if docs not in _states:
        look_again(docs)
    return _load(docs, _states[docs])


def look_again(docs: Path) -> None:
    """Have the next `site_bank` read the files below `docs` again if one has changed.

    Once for a build, not for a page: of thousands of pages each would ask after all the others.
    """
    docs = docs.resolve()
    _states[docs] = tuple((f, s.st_mtime_ns, s.st_size) for f in page_files(docs) if (s := _stat(f)))


def _stat(file: Path):
    try:
        return file.stat()
    except OSError:
        return None


@lru_cache(maxsize=1)
def _load(docs: Path, _state: tuple) -> Bank:
    return load_bank(docs, page_cache())
