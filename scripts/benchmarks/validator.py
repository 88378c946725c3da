"""The validator beside markdownlint-cli2 over the same files, after one change, and at several times the bank."""

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from bank import Bank, load_bank
from benchmarks.enlarge import enlarge
from benchmarks.rows import Row
from benchmarks.setting import DOCS, ROOT, Setting
from benchmarks.timing import best_of
from command_line import UsageError

VALIDATE = (sys.executable, ROOT / "scripts/validate.py", "docs")
MARKDOWNLINT = ROOT / "node_modules/.bin/markdownlint-cli2"


def measure(setting: Setting) -> Iterator[Row]:
    """Yield for each size the seconds of a run that finds nothing kept, and of one after a change of one page."""
    if not MARKDOWNLINT.exists():
        raise UsageError("markdownlint-cli2 is missing: run `npm ci`, or `make bench`, which does")
    bank = load_bank(DOCS)
    for size in setting.sizes:
        yield from _rows(bank, size, setting.folder / str(size), setting.rounds)


def _rows(bank: Bank, size: int, folder: Path, rounds: int) -> Iterator[Row]:
    written = enlarge(bank, size, folder / "docs")
    config = {"default": True, "MD013": False, "MD046": False}  # line length and code style do not fit callouts
    (folder / ".markdownlint-cli2.jsonc").write_text(json.dumps({"config": config}))
    page = folder / "docs/copy-0" / bank.topics[0].path

    def change_one_page():
        page.write_text(page.read_text("utf-8") + "\n", "utf-8")

    cold = best_of(rounds, [*VALIDATE, "--no-cache"], folder)
    shutil.rmtree(folder / ".cache", ignore_errors=True)
    best_of(1, VALIDATE, folder)
    changed = best_of(rounds, VALIDATE, folder, before=change_one_page)
    other = best_of(rounds, [MARKDOWNLINT, "docs/**/*.md"], folder)
    name = f"{size} times the bank, {size * len(bank.topics)} pages"
    yield Row(f"{name}: all, beside markdownlint-cli2", cold, "s", other)
    yield Row(f"{name}: each megabyte", cold / written * 1e6, "s", other / written * 1e6)
    yield Row(f"{name}: after a change of one page", changed, "s")
