"""The site as Zensical builds it, beside the one of MkDocs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, once
from tests.zensical.reading import Site


@pytest.fixture(scope="session")
def sites(built) -> tuple[Site, Site]:
    """The built site, and the one that Zensical builds with the same variables."""
    folder = built.folder.parent / "site-zensical"
    once(folder.with_suffix(".txt"), lambda: _build(folder))
    return Site("mkdocs", built.folder), Site("zensical", folder)


def _build(folder: Path) -> str:
    command = [sys.executable, "scripts/make_zensical.py", "--site", str(folder)]
    environment = {**os.environ, "SHEETS": "true", "DOWNLOADS": "true"}  # as the other site is built
    result = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False, env=environment
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout
