"""What several tests share."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest
from filelock import FileLock

from bank import Bank, load_bank

pytest.register_assert_rewrite("tests.browsing")  # so that it shows which errors a tab has seen
from tests.browsing import address, browser, visit  # noqa: E402, F401  (fixtures)

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = Path(__file__).parent / "fixtures"
T = TypeVar("T")


@pytest.fixture
def clean_bank(tmp_path: Path) -> Path:
    """A copy of the clean fixture bank; returns its `docs` folder."""
    shutil.copytree(FIXTURES / "clean", tmp_path / "clean")
    return tmp_path / "clean" / "docs"


@dataclass
class Built:
    """A built site, as it is published: its folder, and what the build printed."""

    folder: Path
    output: str


@pytest.fixture(scope="session")
def built(tmp_path_factory, worker_id: str) -> Built:
    """The site, built once for all processes that run tests; whichever asks first builds it."""
    shared = tmp_path_factory.getbasetemp()
    if worker_id != "master":  # each process has a folder of its own in the one that they share
        shared = shared.parent
    folder = shared / "site"
    return Built(folder, once(shared / "site.txt", lambda: build(folder)))


def once(result: Path, make: Callable[[], str]) -> str:
    """Return what `make` returns, made by the first of all processes that asks; the others read it from `result`."""
    with FileLock(result.with_suffix(".lock")):
        if not result.exists():
            result.write_text(make(), encoding="utf-8")
    return result.read_text(encoding="utf-8")


def in_thread(function: Callable[[], T]) -> T:
    """Call a function that starts an event loop: in this thread a browser of other tests may have one running."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(function).result()


def build(folder: Path) -> str:
    """Build the site into a folder and return what the build printed; fail if it does."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    environment = {**os.environ, "SHEETS": "true", "DOWNLOADS": "true"}
    result = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False, env=environment
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout + result.stderr


@pytest.fixture(scope="session")
def bank() -> Bank:
    return load_bank(ROOT / "docs")
