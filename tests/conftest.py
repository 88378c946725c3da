"""What several tests share."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from bank import Bank, load_bank
from tests.browsing import address, browser, visit  # noqa: F401  (fixtures)

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = Path(__file__).parent / "fixtures"


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
def built(tmp_path_factory) -> Built:
    folder = tmp_path_factory.mktemp("built") / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    result = subprocess.run(
        command,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        env={**os.environ, "SHEETS": "true"},
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return Built(folder, result.stdout + result.stderr)


@pytest.fixture(scope="session")
def bank() -> Bank:
    return load_bank(ROOT / "docs")
