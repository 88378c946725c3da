"""What is in the packages, and what the command line says."""

import os
import subprocess
import sys
import time
import zipfile
from xml.etree import ElementTree

import pytest

import make_decks
from bank.vocabulary import LEVELS, TYPES
from command_line import UsageError
from decks.build_time import build_time
from decks.make import deck_id
from decks.model import FIELDS, MODEL_ID
from decks.notes import guid
from tests.conftest import ROOT
from tests.decks.conftest import MADE, imported, page


def test_what_a_learners_anki_knows_a_card_by_is_what_it_always_was():
    assert guid("iam-building-blocks") == "tr~Qsf-BK("
    assert deck_id("security/iam") == 1201013946
    assert MODEL_ID == 1607392319
    assert FIELDS == ("Question", "Topic", "Level", "Type", "Answer", "Takeaway", "Follow-ups", "More", "Link", "Id")


def test_no_two_decks_and_no_two_notes_have_one_id(bank):
    topics = [page.topic for page in bank.topics]
    assert len(set(map(deck_id, topics))) == len(topics)
    assert len(set(map(guid, bank.places_by_id))) == len(bank.places_by_id)


def test_the_same_bank_makes_the_same_package(packages, tmp_path):
    command = [sys.executable, "scripts/make_decks.py", "security/iam", "--site", str(tmp_path)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(MADE), "PYTHONHASHSEED": "7"}
    result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    assert result.stdout.startswith(f"decks: 1 in {tmp_path / 'decks'}, ") and result.stdout.count("\n") == 1
    assert [file.name for file in tmp_path.rglob("*") if file.is_file()] == ["iam.apkg"]
    assert (tmp_path / "decks/security/iam.apkg").read_bytes() == (packages / "security/iam.apkg").read_bytes()


def test_notes_are_tagged_by_topic_level_and_type(packages, collection, bank):
    imported(collection, packages / "all.apkg")
    topics = [page.topic.replace("/", "::") for page in bank.topics]
    tags = {"topic": topics, "level": LEVELS, "type": TYPES}
    known = {f"aloud::{kind}::{value}" for kind, values in tags.items() for value in values}
    for note in map(collection.get_note, collection.find_notes("")):
        assert len(note.tags) == len(tags) and set(note.tags) <= known, note["Id"]


def test_drawings_need_nothing_but_themselves(packages):
    with zipfile.ZipFile(packages / "all.apkg") as archive:
        drawings = [archive.read(name).decode() for name in archive.namelist() if name.isdecimal()]
    assert drawings
    for drawing in drawings:
        assert "var(--md" not in drawing and "fill: var(" not in drawing and "fill: #1c2430" in drawing
        assert "url(data:font/woff2;base64," in drawing and "url(http" not in drawing
        assert ElementTree.fromstring(drawing).find("{*}g").get("class") == "diagram"


def test_a_diagram_that_is_not_drawn_is_named_with_what_to_do(package_of):
    with pytest.raises(UsageError, match="not drawn yet; run `make diagrams`"):
        package_of(page("An answer.", "```mermaid\nflowchart TD\n  nobody --> drew\n```"))


@pytest.mark.parametrize(
    ("arguments", "epoch", "said"),
    [
        (["security/aim"], "1", "there is no topic 'security/aim'; did you mean security/iam"),
        (["security/iam", "--site", "README.md"], "1", "README.md/decks/security: Not a directory"),
        (["security/iam", "--site", "nowhere"], "today", "SOURCE_DATE_EPOCH is 'today'; give a number of seconds"),
    ],
)
def test_a_command_that_cannot_be_carried_out_says_why_in_one_line(arguments, epoch, said, capsys, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert make_decks.main(arguments) == 2
    out, error = capsys.readouterr()
    assert not out and error.startswith(f"make_decks.py: {said}") and error.count("\n") == 1


def test_a_build_has_the_time_of_its_commit_and_that_of_now_after_a_change(tmp_path, monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.chdir(tmp_path)
    start = int(time.time())
    assert build_time() >= start  # in no repository
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/page.md").write_text("one", "utf-8")
    for variable in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{variable}_NAME", "x")
        monkeypatch.setenv(f"GIT_{variable}_EMAIL", "x")
        monkeypatch.setenv(f"GIT_{variable}_DATE", f"@{MADE} +0000")
    for arguments in (["init"], ["add", "."], ["commit", "-m", "x"]):
        subprocess.run(["git", *arguments], check=True, capture_output=True)
    assert build_time() == MADE
    (tmp_path / "docs/page.md").write_text("two", "utf-8")
    assert build_time() >= start
