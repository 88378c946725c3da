"""The weekly run: what it names as stale, what its issue says, and that there is never more than one."""

import json
import os
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

import weekly.stale
from bank import load_bank
from rules import check
from rules.freshness import MAX_AGE, runtimes
from weekly import report
from weekly.issue_text import CHECKS, MAX_TEXT, issue_text
from weekly.stale import stale

RUN = "https://github.com/example/aloud/actions/runs/1"
GITHUB_TAKES = 65_536  # characters of an issue

# Keeps issues in a file beside itself, as GitHub would, and every call in another.
GH = """#!{python}
import json, pathlib, sys
here, arguments = pathlib.Path(__file__).parent, sys.argv[1:]
state = json.loads((here / "issues.json").read_text())
with open(here / "calls", "a") as calls:
    print(*arguments[:2], file=calls)
if state == "broken":
    sys.exit("HTTP 502")
match arguments[:2]:
    case ["issue", "list"]:
        print("\\n".join(number for number, issue in state.items() if issue["open"]))
    case ["issue", "create"]:
        number = str(len(state) + 1)
        state[number] = dict(open=True, body=sys.stdin.read(), label=arguments[arguments.index("--label") + 1])
        print("https://github.com/example/aloud/issues/" + number)
    case ["issue", "edit"]:
        state[arguments[2]]["body"] = sys.stdin.read()
    case ["issue", "close"]:
        state[arguments[2]]["open"] = False
(here / "issues.json").write_text(json.dumps(state))
"""


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Files of all checks, none of which found anything."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for each in CHECKS:
        (folder / f"{each.name}.txt").touch()
    return folder


@pytest.fixture
def github(tmp_path: Path, monkeypatch) -> Path:
    """A folder with a `gh` that keeps its issues in `issues.json`, and that the path finds first."""
    folder = tmp_path / "github"
    folder.mkdir()
    (folder / "gh").write_text(GH.format(python=sys.executable))
    (folder / "gh").chmod(0o755)
    (folder / "issues.json").write_text("{}")
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return folder


def settle(reports: Path) -> int:
    return report.main([str(reports), "--run", RUN])


def issues(github: Path) -> dict:
    return json.loads((github / "issues.json").read_text())


def test_a_week_without_findings_says_nothing(reports):
    assert issue_text(reports, RUN) is None


@pytest.mark.parametrize("name", [each.name for each in CHECKS])
def test_each_check_has_its_section_and_its_remedy(reports, name):
    (reports / f"{name}.txt").write_text("this is wrong\n")
    text = issue_text(reports, RUN)
    assert "this is wrong" in text and RUN in text
    assert [each.name for each in CHECKS if each.remedy in text] == [name]


def test_a_check_that_did_not_finish_is_no_clean_check(reports):
    (reports / "links.txt").unlink()
    assert "did not finish" in issue_text(reports, RUN)


def test_without_any_report_every_check_is_named(tmp_path):
    assert issue_text(tmp_path / "nothing", RUN).count("did not finish") == len(CHECKS)


def test_output_can_neither_end_its_block_nor_call_anybody(reports):
    (reports / "links.txt").write_text("````\n@everyone [x](https://evil.example)\n```\n")
    lines = issue_text(reports, RUN).split("\n")
    begin = lines.index("`````text")
    assert begin < lines.index("@everyone [x](https://evil.example)") < lines.index("`````", begin + 1)


def test_an_issue_is_never_longer_than_github_takes(reports):
    for each in CHECKS:
        (reports / f"{each.name}.txt").write_text("x" * 10 * MAX_TEXT + "\n" + "line of a log\n" * 10_000 + "the end")
    text = issue_text(reports, RUN)
    assert len(text) < GITHUB_TAKES and text.count("the end") == len(CHECKS)


def test_bytes_that_are_no_text_are_shown_as_such(reports):
    (reports / "links.txt").write_bytes(b"caf\xe9")
    assert "caf\ufffd" in issue_text(reports, RUN)


def test_the_first_finding_opens_an_issue_and_the_next_renews_it(reports, github):
    (reports / "links.txt").write_text("one")
    assert settle(reports) == 0
    (reports / "links.txt").write_text("two")
    assert settle(reports) == 0
    (issue,) = issues(github).values()
    assert issue["open"] and issue["label"] == report.LABEL and "two" in issue["body"] and "one\n" not in issue["body"]


def test_a_clean_week_closes_the_issue_and_the_next_finding_opens_another(reports, github):
    (reports / "links.txt").write_text("one")
    settle(reports)
    (reports / "links.txt").write_text("")
    assert settle(reports) == 0
    assert [issue["open"] for issue in issues(github).values()] == [False]
    (reports / "links.txt").write_text("two")
    settle(reports)
    assert [issue["open"] for issue in issues(github).values()] == [False, True]


def test_a_clean_week_without_an_issue_writes_nothing(reports, github):
    assert settle(reports) == 0
    assert (github / "calls").read_text() == "issue list\n"


def test_github_out_of_order_is_answered_in_one_line(reports, github, capsys):
    (github / "issues.json").write_text('"broken"')
    assert settle(reports) == 1
    assert capsys.readouterr().err == "weekly.report: gh issue list: HTTP 502\n"


def test_github_that_does_not_answer_is_said_in_one_line(reports, monkeypatch, capsys):
    def wait(command, **options):
        raise report.subprocess.TimeoutExpired(command, options["timeout"])

    monkeypatch.setattr(report.subprocess, "run", wait)
    assert settle(reports) == 1
    assert capsys.readouterr().err == "weekly.report: gh issue list: no answer in 60 seconds\n"


def test_without_the_github_cli_one_line_says_so(reports, monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert settle(reports) == 1
    assert "gh, is not installed" in capsys.readouterr().err


def test_what_the_gate_would_find_on_a_day_is_named_before_that_day(clean_bank):
    page = clean_bank / "networking/dns.md"
    sample = 'resource "aws_lambda_function" "f" {\n  runtime = "nodejs20.x"\n}'
    text = page.read_text("utf-8").replace("2026-11-20", str(date.today()))
    page.write_text(text.replace("dig +short example.com", sample), "utf-8")
    bank = load_bank(clean_bank)

    def named(what: str, day: date) -> list[str]:
        return [line for line in stale(bank, day) if line.startswith("docs/networking/dns.md") and what in line]

    node = next(runtime for runtime in runtimes() if runtime.pattern.search(sample))
    assert not named(node.name, node.ends)
    (line,) = named(node.name, node.ends + timedelta(days=1))
    assert str(node.ends) in line and node.use in line
    due = date.today() + MAX_AGE
    assert not named("the last review", due)
    assert named("the last review", due + timedelta(days=1))


def test_nothing_is_stale_today_that_the_gate_does_not_find(bank):
    found = {(f.path, f.code) for f in check(bank) if f.code in ("R704", "R710")}
    assert len({path for path, _ in found}) == len({line.split(":")[0] for line in stale(bank, date.today())})


@pytest.mark.parametrize("days", ["soon", "-1", "99999999999", "٣"])
def test_days_that_are_none_are_said(capsys, days):
    with pytest.raises(SystemExit, match="2"):
        weekly.stale.main([f"--days={days}"])
    assert f"'{days}' is no whole number from 0 to 3650" in capsys.readouterr().err
