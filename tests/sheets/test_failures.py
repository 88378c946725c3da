"""What goes wrong says so in one sentence, and takes nothing else with it."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

import make_sheets
from command_line import UsageError
from sheets import printer
from sheets.plan import plan
from tests.conftest import ROOT, in_thread


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess:
    command = [sys.executable, "scripts/make_sheets.py", *arguments]
    return subprocess.run(
        command, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True, timeout=300, check=False
    )


def script(file: Path, text: str) -> str:
    file.write_text(f"#!/bin/sh\n{text}\n")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)
    return str(file)


@pytest.mark.parametrize(
    ("name", "near"),
    [("security/iamm", "security/iam"), ("loadbalancing", "load-balancing"), ("nonsense-xyz", "the topics are: ")],
)
def test_unknown_topic_names_the_nearest(bank, name, near):
    with pytest.raises(UsageError, match=near) as error:
        plan(bank, [name])
    assert name in str(error.value)


@pytest.mark.parametrize("name", ["security/iam", "security/iam.md", "docs/security/iam.md", "/security/iam/"])
def test_topic_may_be_written_in_several_ways(bank, name):
    assert [sheet.topic for sheet in plan(bank, [name])] == ["security/iam"] * 4


def test_the_book_and_one_paper_can_be_asked_for_alone(bank):
    assert [(sheet.topic, sheet.paper) for sheet in plan(bank, ["all"], ["letter"])] == [("all", "letter")]
    assert {sheet.paper for sheet in plan(bank, papers=["a4"])} == {"a4"}
    assert len(plan(bank)) == 2 * len(plan(bank, papers=["a4"]))


def test_no_browser_is_one_sentence_and_nothing_is_written(built, tmp_path):
    before = sorted(built.folder.rglob("*"))
    result = run("--site", str(built.folder), CHROME=str(tmp_path / "absent"))
    assert result.returncode == 2
    assert len(result.stderr.strip().splitlines()) == 1 and "CHROME" in result.stderr
    assert sorted(built.folder.rglob("*")) == before


def test_site_that_is_not_built_says_what_to_do(tmp_path):
    result = run("--site", str(tmp_path))
    assert result.returncode == 2
    assert "make sheets" in result.stderr and "Traceback" not in result.stderr


def test_browser_that_dies_fails_each_topic_by_name(built, tmp_path):
    dead = script(tmp_path / "chromium", "exit 1")
    result = run("security/iam", "--site", str(built.folder), "--no-cache", CHROME=dead)
    assert result.returncode == 1
    assert result.stdout.count("NOT MADE") == 4 and "security/iam, cram, Letter" in result.stdout
    assert "Traceback" not in result.stdout + result.stderr


def test_page_that_hangs_fails_alone(built, monkeypatch, capsys):
    original = printer.to_pdf

    async def slow(tab, paper):
        if "/security/iam/" in tab.url:
            await tab.evaluate("new Promise(() => {})")
        return await original(tab, paper)

    monkeypatch.setattr(printer, "to_pdf", slow)
    monkeypatch.setattr(printer, "SECONDS", 15)  # enough for the other topic on a busy machine
    arguments = ["security/iam", "networking/load-balancing", "--site", str(built.folder), "--no-cache", "--paper=a4"]
    status = in_thread(lambda: make_sheets.main(arguments))
    out = capsys.readouterr().out
    assert status == 1
    assert out.count("NOT MADE: the browser did not finish within 15 s") == 2
    assert out.count("networking/load-balancing") == 2 and "2 printed, 0 unchanged, 2 failed" in out
