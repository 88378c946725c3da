"""A small copy of the project, in which things may go wrong, and commands that run in it."""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from bank import load_bank
from tests.conftest import ROOT

COPIED = ("docs", "overrides", "scripts", "mkdocs.yml", "requirements.txt", "requirements-test.txt")
LINKED = ("node_modules", "tests")
TOPICS = 2
BOUND = 120  # seconds for one command; it takes a few
ENVIRONMENT = {
    **os.environ,
    "NO_MKDOCS_2_WARNING": "1",
    "SOURCE_DATE_EPOCH": "1700000000",
    "PYTHONDONTWRITEBYTECODE": "1",
}


@pytest.fixture(scope="session")
def template(tmp_path_factory) -> Path:
    """The project with a few topics, whose links to the others are not looked at."""
    project = tmp_path_factory.mktemp("template") / "project"
    project.mkdir()
    for name in COPIED:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, project / name)
    for name in LINKED:
        (project / name).symlink_to(ROOT / name)
    configuration = project / "mkdocs.yml"
    configuration.write_text(configuration.read_text("utf-8").replace(": warn\n", ": ignore\n"), "utf-8")
    docs = project / "docs"
    for page in load_bank(docs).topics[TOPICS:]:
        (docs / page.path).unlink()
    for folder in docs.iterdir():
        if folder.is_dir() and folder.name != "assets" and not list(folder.glob("*.md")):
            shutil.rmtree(folder)
    for navigation in docs.rglob(".pages"):
        lines = navigation.read_text("utf-8").splitlines()
        navigation.write_text("".join(f"{line}\n" for line in lines if _leads_somewhere(line, navigation.parent)))
    return project


def _leads_somewhere(line: str, folder: Path) -> bool:
    is_entry, name = line.startswith("  - "), line.removeprefix("  - ")
    return not is_entry or name == "..." or (folder / name).exists()


@pytest.fixture
def project(template, tmp_path) -> Path:
    """A copy of the template."""
    return shutil.copytree(template, tmp_path / "project", symlinks=True)


@pytest.fixture(scope="session")
def with_site(template, tmp_path_factory) -> Path:
    """The template with a built site."""
    project = shutil.copytree(template, tmp_path_factory.mktemp("built") / "project", symlinks=True)
    assert run(project, "build_site.py").returncode == 0
    return project


@pytest.fixture
def site(with_site, tmp_path) -> Path:
    """The built site of a copy of the template; the project is the folder above it."""
    return shutil.copytree(with_site, tmp_path / "built", symlinks=True) / "site"


def process(project: Path, script: str, *arguments: str, **options) -> subprocess.Popen:
    """Start a command in a group of its own, as a shell does. Ctrl+C reaches it, even if the tests run in the back."""
    command = [sys.executable, f"scripts/{script}", *arguments]
    options = {"env": ENVIRONMENT, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
    return subprocess.Popen(
        command,
        cwd=project,
        text=True,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        **options,
    )


def finished(started: subprocess.Popen) -> subprocess.CompletedProcess:
    out, error = started.communicate(timeout=BOUND)
    return subprocess.CompletedProcess(started.args, started.returncode, out, error)


def run(project: Path, script: str, *arguments: str, **options) -> subprocess.CompletedProcess:
    return finished(process(project, script, *arguments, **options))


def ended(started: subprocess.Popen, after: float, number: signal.Signals) -> subprocess.CompletedProcess:
    """Send a signal to the group of a command after some seconds, unless it is done by then."""
    time.sleep(after)
    if started.poll() is None:
        os.killpg(started.pid, number)
    return finished(started)


def files(folder: Path, without: Sequence[str] = ()) -> dict[str, str]:
    """Return the digest of each file below a folder by its name; {} if there is no folder."""
    return {
        name: hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and not (name := file.relative_to(folder).as_posix()).startswith(tuple(without))
    }


def entries(project: Path) -> set[str]:
    """Return what is in the folder of the project, caches aside."""
    return {entry.name for entry in project.iterdir()} - {".cache"}


def is_a_sentence(said: str, script: str) -> bool:
    """Return whether a command said one thing, in its name, and no more."""
    return said.startswith(f"{script}: ") and said.count("\n") == 1
