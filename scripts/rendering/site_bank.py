"""The question bank of the site that is being built, read once for each state of its files."""

from functools import lru_cache
from pathlib import Path

from bank import Bank, load_bank
from bank.load import page_cache, page_files


def site_bank(docs: Path) -> Bank:
    """Return the bank below `docs`. While no file changes, it is the same object. Raises nothing."""
    docs = docs.resolve()  # extensions give it relative, hooks absolute
    state = tuple((f, s.st_mtime_ns, s.st_size) for f in page_files(docs) if (s := _stat(f)))
    return _load(docs, state)


def _stat(file: Path):
    try:
        return file.stat()
    except OSError:
        return None


@lru_cache(maxsize=1)
def _load(docs: Path, _state: tuple) -> Bank:
    return load_bank(docs, page_cache())
