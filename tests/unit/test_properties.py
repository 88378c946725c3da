"""Whatever is in a file, the validator answers: no crash, no hang, positions inside the file, edits that are safe."""

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bank.load import Bank
from bank.scan import scan_page, scan_text
from rules import check
from rules.fix import apply_edits, edits_by_path
from tests.conftest import FIXTURES

SECONDS = 20  # far above what a page takes (0.05 s), far below what a reader of a CI log would call a hang

MARKDOWN = st.text(
    alphabet=st.sampled_from(list("#*_`[](){}!|-+=:<>\\&~\"' \t\n0123456789abcXYZ.,/é—\u200b\u00a0")), max_size=400
)
PIECES = st.lists(st.sampled_from((FIXTURES / "pieces.txt").read_text("utf-8").split("\n%\n")), max_size=40).map(
    "".join
)


def bank_of(page) -> Bank:
    return Bank(Path("/nowhere/docs"), {page.path: page})


def check_text(text: str):
    page = scan_text(text, Path("topic/page.md"), "topic/page.md")
    return check(bank_of(page)), page


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(MARKDOWN, PIECES))
def test_any_markdown_is_answered_with_findings_inside_the_page(text):
    findings, page = check_text(text)
    for finding in findings:
        assert 1 <= finding.line <= len(page.lines), finding
        assert finding.column >= 1 and finding.message


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(MARKDOWN, PIECES))
def test_edits_apply_and_a_second_run_changes_nothing_more(text):
    findings, page = check_text(text)
    edits = edits_by_path(findings).get(page.path, [])
    fixed, _ = apply_edits(text.encode(), edits)
    for _ in range(4):  # an edit may make room for another; soon there is none left
        findings, page = check_text(fixed.decode())
        edits = edits_by_path(findings).get(page.path, [])
        before, (fixed, _) = fixed, apply_edits(fixed, edits)
        if fixed == before:
            return
    raise AssertionError(f"--fix goes on changing {text!r}")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300))
def test_any_bytes_are_answered(tmp_path, raw):
    file = tmp_path / "page.md"
    file.write_bytes(raw)
    page = scan_page(file, "topic/page.md")
    check(bank_of(page))


@pytest.mark.parametrize(
    "text",
    {
        "deep lists": "\n".join("  " * n + "- x" for n in range(300)),
        "deep quotes": ">" * 3000 + " x",
        "deep callouts": "\n".join("    " * n + "!!! note" for n in range(120)),
        "open brackets": "[" * 20_000,
        "links in links": "[a](" * 5_000,
        "emphasis": "*a **b _c __d " * 3_000,
        "stars": "*" * 50_000,
        "backticks": "`a``b```c" * 5_000,
        "huge table": "| a | b |\n| --- | --- |\n" + "| c | d |\n" * 5_000,
        "wide table": "|" + " a |" * 3_000 + "\n|" + " --- |" * 3_000 + "\n",
        "one long line": "word " * 150_000,
        "attributes": "# x { #" + "a " * 20_000 + "}",
        "comments": "<!-- " * 5_000,
        "fences": "```\n" * 5_000,
        "headings": "## 1. x { #a .concept .foundational }\n" * 2_000,
        "entities": "&amp;" * 20_000,
    }.items(),
    ids=lambda item: item[0],
)
def test_pathological_pages_end_in_time(text):
    started = time.monotonic()
    check_text(text[1])
    assert time.monotonic() - started < SECONDS
