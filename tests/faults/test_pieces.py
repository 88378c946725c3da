"""Sheets and decks that are ended on their way, and caches that are damaged or cannot be written."""

import shutil
import signal
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest

from bank import load_bank
from bank.cache import ContentCache
from tests.faults.conftest import ended, entries, files, process, run

ONE_PAPER = ("--paper", "a4")


@pytest.fixture
def topic(site) -> str:
    return load_bank(site.parent / "docs").topics[0].topic


@pytest.mark.parametrize("after", [0.7, 1.2])
def test_decks_that_are_ended_are_whole(site, after):
    before = entries(site.parent)
    ended(process(site.parent, "make_decks.py"), after, signal.SIGKILL)
    for file in site.rglob("*.apkg"):
        with ZipFile(file) as archive:
            assert archive.testzip() is None
    assert run(site.parent, "make_decks.py").returncode == 0
    assert entries(site.parent) == before
    assert not list(site.rglob(".*"))


def test_sheets_that_are_ended_are_whole_and_not_printed_again(site, topic):
    before = entries(site.parent)
    started = process(site.parent, "make_sheets.py", topic, *ONE_PAPER)
    assert started.stdout.readline().startswith("[1/2] ")
    ended(started, 0, signal.SIGKILL)
    made = list(site.rglob("*.pdf"))
    assert made
    for file in made:
        pikepdf.open(file).close()
    result = run(site.parent, "make_sheets.py", topic, *ONE_PAPER)
    assert result.returncode == 0, result.stderr
    assert ", 0 failed" in result.stdout and "2 in all, 2 printed" not in result.stdout
    assert entries(site.parent) == before
    assert not list(site.rglob(".*"))


def test_a_damaged_cache_is_made_again(site, topic):
    """Damage that still unpickles is damage too: a PDF with a wrong byte must not reach the site."""
    first = run(site.parent, "make_sheets.py", topic, *ONE_PAPER)
    assert first.returncode == 0, first.stderr
    made = files(site / "pdf")
    for file in (site.parent / ".cache").rglob("*"):
        if file.is_file():
            content = bytearray(file.read_bytes())
            content[len(content) // 2] ^= 1
            file.write_bytes(content)
    shutil.rmtree(site / "pdf")
    again = run(site.parent, "make_sheets.py", topic, *ONE_PAPER)
    assert "2 printed, 0 unchanged, 0 failed" in again.stdout, again.stderr
    assert files(site / "pdf").keys() == made.keys()
    for file in site.rglob("*.pdf"):
        pikepdf.open(file).close()


def test_a_cache_that_cannot_be_written_is_said_and_hinders_nobody(site):
    shutil.rmtree(site.parent / ".cache")
    (site.parent / ".cache").write_text("in the way")
    result = run(site.parent, "make_decks.py")
    assert result.returncode == 0
    assert result.stderr.count("\n") == 1
    assert result.stderr.startswith("No results are kept for the next run") and ".cache/pages" in result.stderr
    assert list(site.rglob("all.apkg"))


@pytest.mark.parametrize("damage", [b"", b"\x80", b"x" * 200], ids=["empty", "cut", "other"])
def test_whatever_is_in_a_cache_is_known_or_not_known(tmp_path, damage):
    cache = ContentCache(tmp_path, [])
    cache.put("page", {"a": 1})
    assert cache.get("page") == {"a": 1}
    (file,) = tmp_path.iterdir()
    file.write_bytes(damage)
    assert cache.get("page") is None
    assert cache.get_or_make("page", lambda: 2) == 2 and cache.get("page") == 2


def test_what_fits_on_no_disk_is_not_kept(tmp_path, monkeypatch):
    cache = ContentCache(tmp_path, [])

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("whole_files.os.replace", full)
    cache.put("page", 1)
    assert cache.get("page") is None and not list(Path(tmp_path).iterdir())
