"""The command line of the validator: formats, exit codes, --fix, --diff, --explain."""

import json

import pytest

import validate


@pytest.fixture
def broken(clean_bank):
    page = clean_bank / "networking/dns.md"
    page.write_text(page.read_text().replace("## 2. Which", "## 5. Which").replace("](#resolver)", "](#100%,gone)"))
    return page


def test_clean_bank_exits_0(clean_bank, capsys):
    assert validate.main([str(clean_bank)]) == 0
    assert "3 pages, 0 findings" in capsys.readouterr().err


@pytest.mark.parametrize("format", ["text", "github", "json"])
def test_findings_exit_1_in_every_format(format, broken, capsys):
    assert validate.main(["--format", format, str(broken)]) == 1
    assert "Q201" in capsys.readouterr().out


def test_text_names_file_line_column_code_and_remedy(broken, capsys):
    validate.main([str(broken)])
    assert "networking/dns.md:54:4: Q201 question is numbered 5, expected 2" in capsys.readouterr().out


def test_json_says_the_same_as_text(broken, capsys):
    validate.main(["--format", "json", str(broken)])
    rows = json.loads(capsys.readouterr().out)
    assert [(r["code"], r["line"], r["fixable"]) for r in rows] == [("Q201", 54, True), ("L402", 100, False)]


def test_github_escapes_what_workflow_commands_need(broken, capsys):
    validate.main(["--format", "github", str(broken)])
    lines = capsys.readouterr().out.splitlines()
    assert all(line.startswith("::error file=") for line in lines)
    assert "#100%25,gone" in lines[1]


def test_only_the_given_page_is_reported(broken, clean_bank, capsys):
    assert validate.main([str(clean_bank / "security/policy.md")]) == 0


def test_fix_mends_and_the_second_run_changes_nothing(broken, capsys):
    assert validate.main(["--fix", str(broken)]) == 1  # the dead anchor is left
    first = broken.read_bytes()
    assert b"## 2. Which" in first
    assert validate.main(["--fix", str(broken)]) == 1
    assert broken.read_bytes() == first


def test_diff_shows_and_changes_nothing(broken, capsys):
    before = broken.read_bytes()
    assert validate.main(["--diff", str(broken)]) == 1
    out = capsys.readouterr().out
    assert "-## 5. Which" in out and "+## 2. Which" in out
    assert broken.read_bytes() == before


def test_explain_prints_the_reason(capsys):
    assert validate.main(["--explain", "q201"]) == 0
    assert "position" in capsys.readouterr().out


def test_list_prints_every_rule(capsys):
    assert validate.main(["--list"]) == 0
    assert {"Q201", "L401", "F301", "N501"} <= {line[:4] for line in capsys.readouterr().out.splitlines()}
