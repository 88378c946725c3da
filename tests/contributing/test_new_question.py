"""Beginning a question: its place, its id, what the gate says of it, and what wrong input changes: nothing."""

import io
import os
import re
import sys
from pathlib import Path

import pytest

import new_question
from authoring.ids import suggested_id
from bank import load_bank
from bank.vocabulary import LEVELS, PARTS, TYPES
from rules import check
from rules.ids import LOCK

DNS = "docs/networking/dns.md"
TITLE = "How long does a Route 53 alias live?"
GIVEN = ["networking/dns", TITLE, "--type", "concept", "--level", "foundational"]


def snapshot(folder: Path) -> dict[Path, bytes]:
    return {f: f.read_bytes() for f in folder.rglob("*") if f.is_file() and ".cache" not in f.parts}


def headings() -> list[str]:
    return re.findall(r"^## .*", Path(DNS).read_text("utf-8"), re.MULTILINE)


def test_a_question_is_put_after_the_last_of_its_level_and_those_that_follow_are_numbered_anew(repository):
    before = headings()
    assert new_question.main(GIVEN) == 0
    assert headings() == [
        before[0],
        f"## 2. {TITLE} {{ #long-route-alias-live .concept .foundational }}",
        before[1].replace("## 2.", "## 3."),
    ]


def test_a_question_can_be_put_after_another(repository):
    assert new_question.main([*GIVEN[:-1], "intermediate", "--after", "record-types", "--id", "alias-life"]) == 0
    assert headings()[2] == f"## 3. {TITLE} {{ #alias-life .concept .intermediate }}"


def test_the_first_of_a_level_below_all_others_is_put_before_them(repository):
    page = Path(DNS)
    page.write_text(re.sub(r"\.(foundational|intermediate)", ".advanced", page.read_text("utf-8")), "utf-8")
    before = headings()
    assert new_question.main(GIVEN) == 0
    assert headings() == [
        f"## 1. {TITLE} {{ #long-route-alias-live .concept .foundational }}",
        before[0].replace("## 1.", "## 2."),
        before[1].replace("## 2.", "## 3."),
    ]


def test_all_other_lines_stay_as_they_are(repository):
    before = Path(DNS).read_text("utf-8")
    new_question.main(GIVEN)
    after = Path(DNS).read_text("utf-8")
    begin, end = after.index(f"## 2. {TITLE}"), after.index("## 3.")
    assert after[:begin] + after[end:].replace("## 3.", "## 2.") == before


def test_the_id_is_recorded(repository, capsys):
    new_question.main([*GIVEN, "--id", "alias-life"])
    assert "alias-life" in Path(LOCK).read_text("utf-8").split()
    assert f"{DNS}:54" in capsys.readouterr().out


def test_a_page_without_questions_gets_its_first(repository):
    page = repository / "docs/networking/cdn.md"
    page.write_text(
        "---\ntitle: CDN\ndescription: d\nreviewed: 2026-11-20\n---\n\n# CDN\n\nAlso known as: x.\n", "utf-8"
    )
    assert new_question.main(["networking/cdn", "What is an edge?", "--type", "concept", "--level", "advanced"]) == 0
    assert "Also known as: x.\n\n## 1. What is an edge? { #edge .concept .advanced }\n" in page.read_text("utf-8")


@pytest.mark.parametrize("type_", TYPES)
def test_the_gate_finds_every_placeholder_and_no_part_is_missing(repository, type_):
    assert new_question.main([*GIVEN[:3], type_, *GIVEN[4:]]) == 0
    found = check(load_bank(Path("docs")))
    todo = {n for n, line in enumerate(Path(DNS).read_text("utf-8").split("\n"), 1) if "TODO" in line}
    assert len(todo) > len(PARTS)
    assert {f.line for f in found if f.code == "E625"} == todo
    # What is left to find is what only an author can mend: length, the link that leads nowhere, the landing page.
    assert {f.code for f in found} <= {"E625", "Q210", "Q212", "Q218", "L402"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["networking/dnss", *GIVEN[1:]], "did you mean networking/dns"),
        ([GIVEN[0], "  ", *GIVEN[2:]], "a question has words"),
        ([GIVEN[0], "what does a RESOLVER do", *GIVEN[2:]], "asked already, at docs/networking/dns.md:11"),
        ([GIVEN[0], "What is { #x .concept }", *GIVEN[2:]], "use plain words"),
        ([*GIVEN[:3], "tale", *GIVEN[4:]], f"'tale' is not one of: {', '.join(TYPES)}"),
        ([*GIVEN[:5], "expert"], f"'expert' is not one of: {', '.join(LEVELS)}"),
        ([*GIVEN, "--id", "policy"], "'policy' is taken by docs/security/policy.md"),
        ([*GIVEN, "--id", "gone"], "a question had it once"),
        ([*GIVEN, "--id", "Two Words"], "use plain words"),
        ([*GIVEN, "--id", "Upper"], "lower-case words"),
        ([*GIVEN, "--id", "53-aliases"], "begins with a number"),
        ([*GIVEN, "--after", "nobody"], "its questions are: resolver, record-types"),
        ([*GIVEN, "--after", "record-types"], "a page climbs"),
        ([GIVEN[0], "What is it?", *GIVEN[2:]], "is needed: give --id, or ID=… to make"),
        ([GIVEN[0]], "Question is needed: give TITLE"),
        ([], "give TOPIC"),
    ],
)
def test_wrong_input_is_answered_in_one_line_and_changes_nothing(repository, capsys, monkeypatch, arguments, said):
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    Path(LOCK).write_text(Path(LOCK).read_text("utf-8") + "gone\n", "utf-8")
    before = snapshot(repository)
    assert new_question.main(arguments) == 2
    error = capsys.readouterr().err
    assert said in error and error.count("\n") == 1
    assert snapshot(repository) == before


def test_a_page_that_cannot_be_read_whole_is_left_alone(repository, capsys):
    page = Path(DNS)
    page.write_bytes(page.read_bytes().replace(b"\n", b"\r\n"))
    before = snapshot(repository)
    assert new_question.main(GIVEN) == 2
    assert "make check" in capsys.readouterr().err
    assert snapshot(repository) == before


def test_a_page_that_cannot_be_replaced_is_left_whole(repository, capsys, monkeypatch):
    def refuse(source, target):
        raise PermissionError(13, "Permission denied", str(target))

    before = snapshot(repository)
    monkeypatch.setattr(os, "replace", refuse)
    assert new_question.main(GIVEN) == 2
    assert "Permission denied" in capsys.readouterr().err
    assert snapshot(repository) == before


def test_a_question_that_is_nearly_asked_is_named(repository, capsys):
    new_question.main([*GIVEN[:1], "What does a resolvers do?", *GIVEN[2:], "--id", "resolver-again"])
    assert "is it the same question?" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("title", "taken", "id_"),
    [
        ("How does an SCP differ from a permissions boundary?", (), "scp-permissions-boundary"),
        ("When is an alias record better than a CNAME at the apex?", (), "alias-record-better-cname"),
        (
            "When is an alias record better than a CNAME at the apex?",
            ("alias-record-better-cname",),
            "alias-record-better-cname-apex",
        ),
        ("Why does Lambda’s 900 second timeout matter?", (), "lambda-second-timeout-matter"),
        ("3 of 5 replicas are gone: what now?", (), "replicas-gone-now"),
        ("2xx or 5xx?", (), None),
        ("What is it?", (), None),
        ("Cachés?", ("caches",), None),
    ],
)
def test_an_id_has_the_words_that_say_something_and_grows_until_it_is_free(title, taken, id_):
    assert suggested_id(title, taken) == id_


@pytest.fixture
def types(monkeypatch):
    """Puts the command on a terminal at which somebody types these answers; an exception is a key that stops it."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    def answers(*typed) -> None:
        rest = iter(typed)

        def answer(prompt: str) -> str:
            print(prompt)
            if isinstance(said := next(rest), type):
                raise said
            return said

        monkeypatch.setattr(sys, "stdin", Terminal())
        monkeypatch.setattr("builtins.input", answer)

    return answers


def test_on_a_terminal_what_is_missing_is_asked_for_until_it_is_right(repository, types, capsys):
    types("dns", "networking/dns", "", TITLE, "tale", "concept", "advanced", "Alias life", "policy", "")
    assert new_question.main([]) == 0
    said = capsys.readouterr().out
    for wanted in (
        "did you mean networking/dns",
        "a question has words",
        "'tale' is not one of",
        "[long-route-alias-live]",
        "is taken",
    ):
        assert wanted in said
    assert "long-route-alias-live" in load_bank(Path("docs")).places_by_id


@pytest.mark.parametrize("key", [KeyboardInterrupt, EOFError])
def test_stopping_on_a_terminal_changes_nothing(repository, types, capsys, key):
    types("networking/dns", key)
    before = snapshot(repository)
    assert new_question.main([]) == 2
    assert "nothing was changed" in capsys.readouterr().err
    assert snapshot(repository) == before
