"""The build beside that of plain Material, and what of its time each hook and each extension takes."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.rows import Row
from benchmarks.setting import BUILD, Setting, forget, our_project
from benchmarks.timing import run
from command_line import UsageError
from search.stock import stock_project

MOST_RATIO = 1.1
LEAST_SHARE = 0.5  # percent; smaller ones are told as one


def measure(setting: Setting) -> Iterator[Row]:
    """Yield the build's seconds and memory, and the shares of its parts in percent."""
    ours = our_project(setting.folder / "ours")
    theirs = stock_project(setting.folder / "theirs").parent
    cold, warm, stock = [], [], []
    for _ in range(setting.rounds):
        forget(ours)
        cold.append(run(BUILD, ours))
        stock.append(run(BUILD, theirs))
        warm.append(run(BUILD, ours))
    best = min(stock).seconds
    yield Row("build", min(warm).seconds, "s", best, most_ratio=MOST_RATIO)
    yield Row("build, nothing kept from an earlier one", min(cold).seconds, "s", best)
    yield Row("memory at its peak", min(r.peak for r in warm) / 1e6, "MB", min(r.peak for r in stock) / 1e6)
    yield from shares(ours)


def shares(project: Path) -> Iterator[Row]:
    """Yield the share of each part of a build, the largest first."""
    command = [sys.executable, "-m", "benchmarks.build_shares"]
    result = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    if result.returncode:
        raise UsageError(f"the build could not be taken apart: {result.stderr.strip().splitlines()[-1]}")
    seconds = json.loads(result.stdout.splitlines()[-1])
    found = {name: 100 * each / sum(seconds.values()) for name, each in seconds.items()}
    large = {name: share for name, share in found.items() if share >= LEAST_SHARE}
    for name, share in sorted(large.items(), key=lambda item: -item[1]):
        yield Row(f"share of {name}", share, "%")
    yield Row("share of all others", sum(found.values()) - sum(large.values()), "%")
