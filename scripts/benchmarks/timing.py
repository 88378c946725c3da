"""Times commands."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from command_line import UsageError

# Of what the system counts for a child process: kilobytes, but bytes on macOS.
_RSS = 1 if sys.platform == "darwin" else 1024


class Run(NamedTuple):
    """What a command took: seconds, and at its peak bytes of memory."""

    seconds: float
    peak: int


def run(command: Sequence[str | Path], cwd: Path, variables: Mapping[str, str] | None = None) -> Run:
    """Run a command, with more environment variables. Raises UsageError with what it said last if it fails."""
    with tempfile.TemporaryFile() as output:
        started = time.perf_counter()
        process = subprocess.Popen(
            [str(part) for part in command], cwd=cwd, stdout=output, stderr=output, env=os.environ | (variables or {})
        )
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            process.kill()
            process.wait()
            raise
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)  # or its destructor would look for the process
        if process.returncode:
            output.seek(0)
            said = output.read().decode(errors="replace").strip().splitlines() or ["it does not say why"]
            raise UsageError(f"{' '.join(Path(str(part)).name for part in command[:3])} failed: {said[-1]}")
    return Run(seconds, usage.ru_maxrss * _RSS)


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
