"""Processes that work for another one end with it, whatever ends it."""

import os
import signal
import subprocess
import sys
import time

import pytest

from tests.conftest import ROOT
from workers import in_background

SECONDS = 20  # a machine may be busy
WITH_A_WORKER = """
import os, sys
from workers import in_processes
results = in_processes(os.getpid, [()])
print(next(results), flush=True)
sys.stdin.read()
"""


def is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_worker_ends_with_the_process_that_started_it(number):
    started = subprocess.Popen(
        [sys.executable, "-c", WITH_A_WORKER],
        env={**os.environ, "PYTHONPATH": str(ROOT / "scripts")},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    worker = int(started.stdout.readline())
    assert is_there(worker)
    started.send_signal(number)
    started.communicate(timeout=SECONDS)
    until = time.monotonic() + SECONDS
    while is_there(worker) and time.monotonic() < until:
        time.sleep(0.05)
    assert not is_there(worker)


def test_what_a_call_in_the_background_returns_or_raises_comes_back():
    assert in_background(divmod, 7, 2).result(SECONDS) == (3, 1)
    with pytest.raises(ZeroDivisionError):
        in_background(divmod, 7, 0).result(SECONDS)
