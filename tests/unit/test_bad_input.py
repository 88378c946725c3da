"""Whatever the bytes of a file are: one clear finding or usage error, no traceback, and nothing lost."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CLEAN = (ROOT / "tests/fixtures/clean/docs/networking/dns.md").read_bytes()

FILES = {
    "E602": ("too large", b"# Big\n\n" + b"word " * 1_000_000),
    "E603": ("binary", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
    "E604": ("not UTF-8", CLEAN.replace(b"remembers", b"rem\xe4mbers")),
    "E605": ("byte order mark", b"\xef\xbb\xbf" + CLEAN),
    "E606": ("Windows line ends", CLEAN.replace(b"\n", b"\r\n")),
    "E607": ("empty", b""),
}


def validate(*arguments, cwd: Path = ROOT) -> subprocess.CompletedProcess:
    command = [sys.executable, str(ROOT / "scripts/validate.py"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, cwd=cwd, check=False)


@pytest.mark.parametrize("code", FILES, ids=lambda c: f"{c} {FILES[c][0]}")
def test_odd_bytes_are_one_finding(code, clean_bank):
    page = clean_bank / "networking/dns.md"
    page.write_bytes(FILES[code][1])
    result = validate(page)
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    lines = result.stdout.splitlines()
    assert [line for line in lines if f": {code} " in line], result.stdout
    assert len(lines) == 1, result.stdout


def test_each_unreadable_file_is_one_finding(clean_bank):
    page = clean_bank / "networking/dns.md"
    page.unlink()
    page.symlink_to(clean_bank / "networking")  # a page that is a folder in truth, whoever reads it
    (clean_bank / "networking/loop.md").symlink_to("loop.md")
    result = validate(clean_bank)
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    for name in ("dns.md", "loop.md"):
        assert result.stdout.count(f"networking/{name}:1:1: E601 ") == 1, result.stdout


@pytest.mark.parametrize("code", [c for c in FILES if c != "E602"])
def test_fix_keeps_every_other_byte(code, clean_bank):
    page = clean_bank / "networking/dns.md"
    raw = FILES[code][1].replace(b"## 2. Which", b"## 7. Which")
    page.write_bytes(raw)
    result = validate("--fix", page)
    assert "Traceback" not in result.stderr
    readable = code in ("E605", "E606")
    assert page.read_bytes() == (FILES[code][1] if readable else raw)


def test_missing_path_is_a_usage_error(tmp_path):
    result = validate(tmp_path / "nowhere.md")
    assert result.returncode == 2
    assert "does not exist" in result.stderr
    assert "Traceback" not in result.stderr


def test_folder_without_markdown_is_a_usage_error(tmp_path):
    result = validate(tmp_path)
    assert result.returncode == 2
    assert "holds no Markdown file" in result.stderr


def test_file_that_is_not_markdown_is_a_usage_error(tmp_path):
    (tmp_path / "notes.txt").write_text("notes")
    result = validate(tmp_path / "notes.txt")
    assert result.returncode == 2
    assert "not a Markdown file" in result.stderr


@pytest.mark.parametrize("option", ["--format=xml", "--explain=X999", "--nonsense"])
def test_wrong_option_is_a_usage_error(option):
    result = validate(option)
    assert result.returncode == 2
    assert "Traceback" not in result.stderr


def test_five_megabyte_line_ends_in_seconds(clean_bank):
    page = clean_bank / "networking/dns.md"
    page.write_bytes(b"# " + b"x" * 5_000_000)
    result = validate(page)
    assert result.returncode == 1
    assert "E602" in result.stdout
