"""Whatever ends a build, the site is the old one whole, the new one whole, or absent; the next build clears up."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import workspace
from command_line import UsageError
from tests.faults.conftest import ENVIRONMENT, ended, entries, files, finished, process, run

# The signal, and when it comes, as a share of the time that a build takes.
ENDS = [
    (signal.SIGKILL, 0.3),
    (signal.SIGKILL, 0.8),
    (signal.SIGKILL, 0.95),
    (signal.SIGTERM, 0.6),
    (signal.SIGINT, 0.7),
]

# Ends itself at the given call of one of the functions that move and remove folders.
ENDS_ITSELF = """
import os, pathlib, shutil, signal, sys
sys.path.insert(0, "scripts")
import build_site
left, number = int(sys.argv[1]), getattr(signal, sys.argv[2])
def ending(function):
    def called(*arguments, **options):
        global left
        result = function(*arguments, **options)
        if "site" in str(arguments) and sys.modules["workspace"].started:
            left -= 1
            if left == 0:
                os.kill(os.getpid(), number)
        return result
    return called
replace = build_site.replace_site
def replacing(*arguments):
    sys.modules["workspace"].started = True
    replace(*arguments)
build_site.replace_site = replacing
sys.modules["workspace"].started = False
pathlib.Path.rename = ending(pathlib.Path.rename)
shutil.rmtree = ending(shutil.rmtree)
sys.exit(build_site.main([]))
"""


def change(project: Path) -> None:
    with (project / "docs/index.md").open("a", encoding="utf-8") as page:
        page.write("\nSomething new.\n")


@pytest.fixture(scope="session")
def new_site(with_site, tmp_path_factory) -> tuple[dict[str, str], float]:
    """The files of the site after the change, and how many seconds its build took."""
    project = shutil.copytree(with_site, tmp_path_factory.mktemp("changed") / "project", symlinks=True)
    change(project)
    start = time.monotonic()
    result = run(project, "build_site.py")
    assert result.returncode == 0, result.stderr
    return files(project / "site"), time.monotonic() - start


def test_the_same_pages_make_the_same_site(site):
    assert run(site.parent, "build_site.py").returncode == 0
    before = files(site)
    assert run(site.parent, "build_site.py").returncode == 0
    assert files(site) == before


@pytest.mark.parametrize(("number", "moment"), ENDS)
def test_a_build_that_is_ended_leaves_a_whole_site(site, new_site, number, moment):
    project, old = site.parent, files(site)
    before = entries(project)
    new, seconds = new_site
    assert new != old
    change(project)
    result = ended(process(project, "build_site.py"), moment * seconds, number)
    assert files(site) in (old, new)
    assert "Traceback" not in result.stderr
    if number != signal.SIGKILL:
        assert entries(project) == before
    assert run(project, "build_site.py").returncode == 0
    assert files(site) == new
    assert entries(project) == before


@pytest.mark.parametrize(
    ("number", "step"), [(signal.SIGKILL, 1), (signal.SIGKILL, 2), (signal.SIGTERM, 1), (signal.SIGTERM, 2)]
)
def test_a_build_that_is_ended_while_it_replaces_the_site_loses_neither(site, new_site, number, step):
    project, old, new = site.parent, files(site), new_site[0]
    before = entries(project)
    change(project)
    command = [sys.executable, "-c", ENDS_ITSELF, str(step), number.name]
    subprocess.run(command, cwd=project, env=ENVIRONMENT, capture_output=True, timeout=100, check=False)
    assert files(site) in ({}, old, new)
    if number == signal.SIGTERM:
        assert files(site) and entries(project) == before
    else:  # what is lost from its place is put back even by a build that fails
        (project / "docs/.pages").write_text("nav:\n  - nowhere\n")
        assert run(project, "build_site.py").returncode == 1
        assert files(site) in (old, new)
        assert entries(project) == before


def test_two_builds_at_once_wait_for_each_other(site, new_site):
    project = site.parent
    before = entries(project)
    change(project)
    both = [process(project, "build_site.py") for _ in range(2)]
    results = [finished(one) for one in both]
    assert [one.returncode for one in results] == [0, 0], results
    assert sorted(one.stderr.startswith("Waiting for another command") for one in results) == [False, True]
    assert files(site) == new_site[0]
    assert entries(project) == before


def test_a_build_that_fails_keeps_the_old_site_and_says_why(site):
    old = files(site)
    (site.parent / "docs/.pages").write_text("nav:\n  - nowhere\n")
    result = run(site.parent, "build_site.py")
    assert result.returncode == 1
    assert 'Nav entry "nowhere" not found' in result.stderr
    assert "site is as it was" in result.stderr and "Traceback" not in result.stderr
    assert files(site) == old


def test_a_disk_that_fills_up_keeps_the_old_site_and_says_so(site):
    old = files(site)
    before = entries(site.parent)
    largest = max(file.stat().st_size for file in site.rglob("*") if file.is_file())
    command = [sys.executable, "-c", FILLS_UP, str(largest - 1)]
    result = subprocess.run(
        command, cwd=site.parent, env=ENVIRONMENT, capture_output=True, text=True, timeout=100, check=False
    )
    assert result.returncode == 2, result
    assert "File too large; raise the limit" in result.stderr and "Traceback" not in result.stderr
    assert files(site) == old
    assert entries(site.parent) == before


# A limit on the size of files stands for a disk that is full: only a superuser can make one.
FILLS_UP = """
import resource, sys
sys.path.insert(0, "scripts")
import build_site
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
sys.exit(build_site.main([]))
"""


def test_a_folder_that_holds_something_else_is_never_replaced(tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(UsageError, match="holds something other than a built site"):
        workspace.check_replaceable(tmp_path)
    with pytest.raises(UsageError, match="in the way and no folder"):
        workspace.check_replaceable(tmp_path / "notes.txt")


def test_a_mount_point_is_refused_in_a_sentence():
    with pytest.raises(UsageError, match="mount point"):
        workspace.check_replaceable(Path("/"))


def test_what_runs_is_not_cleared_away(tmp_path):
    """A second process waits although the folder of the first looks like a leftover."""
    script = (
        "import sys; sys.path.insert(0, 'scripts'); from pathlib import Path; from workspace import workspace\n"
        "with workspace(Path(sys.argv[1])) as folder: print(len(list(folder.iterdir())), flush=True)"
    )
    root = Path(workspace.__file__).parent.parent
    with workspace.workspace(tmp_path / "site") as folder:
        (folder / "made").write_text("half")
        command = [sys.executable, "-c", script, str(tmp_path / "site")]
        other = subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        assert other.stderr and "Waiting" in other.stderr.readline()
        assert other.poll() is None and (folder / "made").read_text() == "half"
    assert other.communicate(timeout=20)[0] == "1\n"  # its own lock, and nothing of the first
    assert os.listdir(tmp_path) == []
