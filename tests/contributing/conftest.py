"""A repository to begin questions in."""

from pathlib import Path

import pytest

from rules.ids import LOCK


@pytest.fixture
def repository(clean_bank: Path, monkeypatch) -> Path:
    """The clean fixture bank with a lock of its ids, as the folder that commands are run in."""
    folder = clean_bank.parent
    (folder / LOCK).parent.mkdir()
    (folder / LOCK).write_text("policy\nrecord-types\nresolver\n", "utf-8")
    monkeypatch.chdir(folder)
    return folder
