"""Times commands."""

import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path


def best_of(runs: int, command: Sequence[str | Path], cwd: Path, before: Callable[[], object] = lambda: None) -> float:
    """Return the seconds of the fastest of some runs of a command; `before` is called before each, untimed.

    The fastest run is the one least disturbed by the machine's other work. The command's exit status is not looked at:
    linters exit 1 when they find something.
    """
    times = []
    for _ in range(runs):
        before()
        started = time.perf_counter()
        subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, check=False)
        times.append(time.perf_counter() - started)
    return min(times)
