"""Fills the caches for many pages at once, on all cores: what is read and checked a page at a time needs no order."""

import gc
from collections.abc import Sequence
from pathlib import Path

from bank.cache import ContentCache
from bank.load import page_files, page_key, read_page
from rules.core import page_findings

# A new process takes about as long to start and import as five pages take to be checked.
WORTH_A_PROCESS = 5
_CHUNK = 4


def warm_up(root: Path, pages: ContentCache, findings: ContentCache) -> None:
    """Read and check every page below `root` that the caches do not know yet, and keep the results in them.

    `load_bank` and `check` then find their work done. A few pages are left to them. Raises OSError if no process can
    be started; nothing for what is in the files.
    """
    new = [file for file in page_files(root) if not _is_known(file, root, pages)]
    if len(new) < 2 * WORTH_A_PROCESS:
        return
    # Not at the top: most runs have nothing to do for a second process.
    from workers import in_processes

    chunks = [new[i : i + _CHUNK] for i in range(0, len(new), _CHUNK)]
    for _ in in_processes(_examine, [(root, pages, findings, chunk) for chunk in chunks], gc.disable):
        pass


def _is_known(file: Path, root: Path, pages: ContentCache) -> bool:
    try:
        return pages.has(page_key(file, root))
    except OSError:
        return True


def _examine(root: Path, pages: ContentCache, findings: ContentCache, files: Sequence[Path]) -> None:
    for file in files:
        page_findings(read_page(file, root, pages), findings)
