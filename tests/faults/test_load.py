"""Many readers at once: nobody gets an error, and each gets the bytes of the file."""

import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import repeat
from urllib.parse import quote
from urllib.request import urlopen

import pytest

from benchmarks.load import sitemap_paths
from command_line import UsageError
from local_server import served
from tests.conftest import ROOT

READERS = 64
TIMES = 3  # each file is read
LOAD = [sys.executable, "scripts/benchmarks/load.py"]


def test_every_file_is_read_whole_by_many_at_once(built):
    names = [file.relative_to(built.folder).as_posix() for file in built.folder.rglob("*") if file.is_file()]
    with served(built.folder) as address, ThreadPoolExecutor(READERS) as readers:
        addresses = [address + quote(name.removesuffix("index.html")) for name in names]

        def read(number: int) -> str:
            with urlopen(addresses[number], timeout=30) as answer:
                is_right = answer.status == 200 and answer.read() == (built.folder / names[number]).read_bytes()
            return "" if is_right else names[number]

        wrong = [
            name for name in readers.map(read, [n for _ in repeat(None, TIMES) for n in range(len(names))]) if name
        ]
    assert names and not wrong


def test_the_load_is_put_on_every_page(built, bank):
    paths = sitemap_paths(built.folder)
    topics = {f"{page.topic}/" for page in bank.topics}
    assert topics <= set(paths) and "" in paths
    assert not [path for path in paths if not (built.folder / path / "index.html").is_file()]


def test_a_site_that_is_not_built_is_said(tmp_path):
    with pytest.raises(UsageError, match="run `make build`"):
        sitemap_paths(tmp_path)


def test_a_machine_without_wrk_is_told_how_to_get_it(built, tmp_path):
    command = [*LOAD, "--site", str(built.folder)]
    result = subprocess.run(
        command, cwd=ROOT, env={"PATH": str(tmp_path)}, capture_output=True, text=True, timeout=60, check=False
    )
    assert result.returncode == 2
    assert result.stderr.startswith("load.py: wrk is missing; install it") and result.stderr.count("\n") == 1


@pytest.mark.skipif(not shutil.which("wrk"), reason="needs wrk")
def test_the_load_ends_without_an_error(built):
    command = [*LOAD, "--site", str(built.folder), "--seconds", "1"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    assert result.stdout.count(" 0 errors") == 3
