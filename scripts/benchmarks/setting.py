"""What a benchmark is given, and projects in which it can build and edit without touching this one."""

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from bank import load_bank
from benchmarks.enlarge import enlarge

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
BUILD = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", "site")


@dataclass(frozen=True)
class Setting:
    """The built site, a folder to work in, and how much is measured."""

    site: Path
    folder: Path
    rounds: int
    sizes: tuple[int, ...]  # of the bank, as multiples of the real one


def our_project(folder: Path, docs: Path = DOCS) -> Path:
    """Make a copy of this project with the pages below `docs`, with caches of its own; return `folder`."""
    shutil.copytree(docs, folder / "docs", dirs_exist_ok=True)
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "scripts").symlink_to(ROOT / "scripts")
    return folder


def enlarged_docs(times: int, docs: Path) -> Path:
    """Write a whole `docs` folder with `times` the topics of the real one; return it."""
    bank = load_bank(DOCS)
    enlarge(bank, times, docs)
    categories = {page.category for page in bank.topics}
    for entry in DOCS.iterdir():
        if entry.is_dir() and entry.name not in categories:
            shutil.copytree(entry, docs / entry.name)
        elif entry.suffix == ".md":
            shutil.copy(entry, docs)
    for copy in docs.glob("copy-*"):
        for category in categories:
            shutil.copy(DOCS / category / ".pages", copy / category)
    return docs


def forget(project: Path) -> None:
    """Remove what a project keeps from one build to the next."""
    shutil.rmtree(project / ".cache", ignore_errors=True)
