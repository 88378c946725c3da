"""Every command answers what goes wrong around it with one sentence and a status, and never with a traceback."""

import errno
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

import whole_files
from command_line import BROWSER_ENDED, UsageError, command
from tests.conftest import ROOT
from tests.faults.conftest import ENVIRONMENT, ended, is_a_sentence, process, run
from whole_files import write_whole

INTO_THE_SITE = ("build_site.py", "make_decks.py", "make_sheets.py", "make_zip.py")
PRINTING = {
    "validate.py": ["--list"],
    "check_samples.py": ["docs/about", "--list"],
    "make_decks.py": [],
    "draw_diagrams.py": [],
}
LONG = {
    "build_site.py": [],
    "validate.py": ["--no-cache"],
    "check_samples.py": ["--no-cache"],
    "make_decks.py": [],
    "make_zip.py": [],
    "make_sheets.py": ["--no-cache"],
    "search_eval.py": ["--ours"],
    "draw_diagrams.py": ["--all"],
    "draw_icons.py": [],
}
WITH_BROWSER = {"draw_diagrams.py": ["--all"], "draw_icons.py": [], "search_eval.py": ["--ours"]}
SECONDS_UNTIL_IT_WORKS = 3


def skip_without_its_packages(script: str) -> None:
    if script == "draw_diagrams.py" and not (ROOT / "node_modules/mermaid").exists():
        pytest.skip("`npm ci` installs what draws diagrams")


@pytest.mark.parametrize("script", INTO_THE_SITE)
def test_a_file_in_the_place_of_the_site_is_named(with_site, tmp_path, script):
    (tmp_path / "site").write_text("mine")
    result = run(with_site, script, "--site", str(tmp_path / "site"))
    assert result.returncode == 2
    assert is_a_sentence(result.stderr, script) and str(tmp_path / "site") in result.stderr
    assert (tmp_path / "site").read_text() == "mine"
    assert os.listdir(tmp_path) == ["site"]


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder in which nobody can write")
@pytest.mark.parametrize("script", ["build_site.py", "make_decks.py"])
def test_a_place_that_cannot_be_written_is_named(with_site, script):
    result = run(with_site, script, "--site", "/proc/self/site")
    assert result.returncode == 2
    assert is_a_sentence(result.stderr, script) and "/proc/" in result.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs the device that is always full")
@pytest.mark.parametrize("script", PRINTING)
def test_an_output_that_is_full_is_said(with_site, script):
    with open("/dev/full", "w") as full:
        result = run(with_site, script, *PRINTING[script], stdout=full)
    assert result.returncode == 2
    assert f"{script}: No space left on device; free some space" in result.stderr
    assert "Traceback" not in result.stderr and "Exception" not in result.stderr


def test_who_reads_only_the_first_lines_sees_no_complaint(with_site):
    rules = process(with_site, "validate.py", "--list")
    rules.stdout.close()
    assert rules.stderr.read() == ""
    assert rules.wait(60) == 128 + signal.SIGPIPE


@pytest.mark.parametrize("script", LONG)
def test_ctrl_c_ends_every_command_quietly(site, script):
    skip_without_its_packages(script)
    result = ended(process(site.parent, script, *LONG[script]), SECONDS_UNTIL_IT_WORKS, signal.SIGINT)
    assert "Traceback" not in result.stderr and "Exception" not in result.stderr, result.stderr
    # Ctrl+C reaches the browser as well, and the command may first learn of that.
    assert result.returncode in (0, 128 + signal.SIGINT, -signal.SIGINT) or BROWSER_ENDED in result.stderr


def test_ctrl_c_stops_the_live_site_without_litter(with_site, tmp_path):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {**ENVIRONMENT, "TMPDIR": str(tmp_path)}
    result = ended(process(with_site, "serve.py", str(port), env=environment), 6, signal.SIGINT)
    assert result.returncode == 0
    assert "Traceback" not in result.stderr
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("port", ["http", "0", "65536"])
def test_a_port_that_is_none_is_said(with_site, port):
    result = run(with_site, "serve.py", port)
    assert result.returncode == 2
    assert f"'{port}' is no port; give a number" in result.stderr


def test_a_port_that_is_taken_is_said(with_site):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = run(with_site, "serve.py", str(taken.getsockname()[1]))
    assert result.returncode == 2
    assert is_a_sentence(result.stderr, "serve.py") and "choose another" in result.stderr


@pytest.mark.parametrize("script", WITH_BROWSER)
@pytest.mark.parametrize(("browser", "said"), [("/nowhere", "CHROME is set to"), ("/bin/false", "does not start")])
def test_a_browser_that_cannot_be_used_is_named(with_site, script, browser, said):
    skip_without_its_packages(script)
    result = run(with_site, script, *WITH_BROWSER[script], env={**ENVIRONMENT, "CHROME": browser})
    assert result.returncode == 2
    assert is_a_sentence(result.stderr, script) and said in result.stderr and browser in result.stderr


def test_a_command_in_a_wrong_folder_says_where_to_be(with_site, tmp_path):
    for script in ("make_decks.py", "draw_icons.py", "validate.py"):
        path = with_site / "scripts" / script
        result = subprocess.run(
            [sys.executable, str(path)], cwd=tmp_path, env=ENVIRONMENT, capture_output=True, text=True, check=False
        )
        assert result.returncode == 2, script
        assert is_a_sentence(result.stderr.splitlines(keepends=True)[-1], script), result.stderr


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EDQUOT])
def test_a_file_that_cannot_be_written_is_named_and_as_it_was(tmp_path, monkeypatch, capsys, number):
    file = tmp_path / "page.md"
    file.write_text("old")

    def refuse(*_):
        raise OSError(number, os.strerror(number))

    @command
    def main() -> int:
        write_whole(file, "new")
        return 0

    monkeypatch.setattr(whole_files.os, "replace", refuse)
    assert main() == 2
    said = capsys.readouterr().err
    assert str(file) in said and os.strerror(number) in said and "; " in said and said.count("\n") == 1
    assert file.read_text() == "old" and os.listdir(tmp_path) == ["page.md"]


def test_a_mistake_of_the_program_is_not_hidden():
    @command
    def main() -> int:
        raise ValueError("a mistake")

    with pytest.raises(ValueError):
        main()


def test_what_an_interruption_brings_about_is_no_mistake(capsys):
    @command
    def main() -> int:
        try:
            raise KeyboardInterrupt
        finally:
            raise ValueError("what was interrupted is not closed")

    assert main() == 128 + signal.SIGINT
    assert capsys.readouterr().err == "test_commands.py: interrupted\n"


def test_a_wrong_use_is_said_in_the_name_of_the_command(capsys):
    @command
    def main() -> int:
        raise UsageError("there is no such topic")

    assert main() == 2
    assert capsys.readouterr().err == "test_commands.py: there is no such topic\n"


def test_two_writers_of_one_file_take_turns_and_leave_nothing(tmp_path):
    script = (
        "import sys; sys.path.insert(0, 'scripts'); from pathlib import Path; from whole_files import write_whole\n"
        "for _ in range(200): write_whole(Path(sys.argv[1]), sys.argv[2] * 100_000)"
    )
    file = tmp_path / "file"
    writers = [
        subprocess.Popen([sys.executable, "-c", script, str(file), letter], cwd=ROOT, stderr=subprocess.PIPE)
        for letter in "ab"
    ]
    seen = set()
    while any(writer.poll() is None for writer in writers):
        seen |= {(len(text), text[:1]) for text in [file.read_text() if file.exists() else ""]}
        time.sleep(0.001)
    assert [writer.communicate()[1] for writer in writers] == [b"", b""]
    assert seen <= {(0, ""), (100_000, "a"), (100_000, "b")}
    assert os.listdir(tmp_path) == ["file"]


def test_what_a_killed_writer_left_is_taken_by_the_next(tmp_path):
    (tmp_path / ".page.md.new").write_text("half of a long text")
    write_whole(tmp_path / "page.md", "new")
    assert (tmp_path / "page.md").read_text() == "new" and os.listdir(tmp_path) == ["page.md"]


def test_a_file_keeps_its_mode(tmp_path):
    file = tmp_path / "script.sh"
    file.write_text("old")
    file.chmod(0o750)
    write_whole(file, "new")
    assert file.stat().st_mode & 0o777 == 0o750
