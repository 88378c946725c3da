"""The validator: beside markdownlint-cli2 over the same files, after one change, and at 1, 5 and 20 times the bank.

usage: python scripts/benchmarks/validator.py      needs `npm ci` for markdownlint-cli2
"""

import json
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from bank import load_bank
from benchmarks.enlarge import enlarge
from benchmarks.timing import best_of

ROOT = Path(__file__).parents[2]
VALIDATE = (sys.executable, ROOT / "scripts/validate.py", "docs")
MARKDOWNLINT = ROOT / "node_modules/.bin/markdownlint-cli2"
RUNS = 3


def main() -> int:
    if not MARKDOWNLINT.exists():
        print("markdownlint-cli2 is missing: run `npm ci`, or `make bench`, which does.", file=sys.stderr)
        return 2
    bank = load_bank(ROOT / "docs")
    with tempfile.TemporaryDirectory() as folder:
        for times in (1, 5, 20):
            report(bank, times, Path(folder) / str(times))
    return 0


def report(bank, times: int, folder: Path) -> None:
    """Print one row of the benchmark for a bank of `times` the real one."""
    size = enlarge(bank, times, folder / "docs")
    config = {"default": True, "MD013": False, "MD046": False}  # line length and code style do not fit callouts
    (folder / ".markdownlint-cli2.jsonc").write_text(json.dumps({"config": config}))
    page = folder / "docs/copy-0" / bank.topics[0].path

    def change_one_page():
        page.write_text(page.read_text("utf-8") + "\n", "utf-8")

    cold = best_of(RUNS, [*VALIDATE, "--no-cache"], folder)
    shutil.rmtree(folder / ".cache", ignore_errors=True)
    best_of(1, VALIDATE, folder)
    changed = best_of(RUNS, VALIDATE, folder, before=change_one_page)
    other = best_of(RUNS, [MARKDOWNLINT, "docs/**/*.md"], folder)
    print(
        f"{times:>2}x the bank ({times * len(bank.topics)} pages, {size / 1e6:.1f} MB): "
        f"cold {cold:.2f} s ({cold / size * 1e6:.2f} s/MB), markdownlint-cli2 {other:.2f} s, ratio {cold / other:.2f}; "
        f"one page changed {changed:.2f} s, {cold / changed:.1f} times faster than cold",
        flush=True,
    )


if __name__ == "__main__":
    sys.exit(main())
