"""What several tests share."""

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture
def clean_bank(tmp_path: Path) -> Path:
    """A copy of the clean fixture bank; returns its `docs` folder."""
    shutil.copytree(FIXTURES / "clean", tmp_path / "clean")
    return tmp_path / "clean" / "docs"
