"""What GitHub reads: forms, Dependabot's settings and the workflows hold to their schemas; actions are pinned."""

import re
import subprocess
import sys

import pytest

from bank.vocabulary import LEVELS
from data_files import load_data
from tests.conftest import ROOT

GITHUB = ROOT / ".github"
FORMS = sorted(file for file in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if file.stem != "config")
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
PINNED = re.compile(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("github-issue-forms", FORMS),
        ("github-issue-config", [GITHUB / "ISSUE_TEMPLATE/config.yml"]),
        ("dependabot", [GITHUB / "dependabot.yml"]),
        ("github-workflows", WORKFLOWS),
    ],
)
def test_github_can_read_its_files(schema, files):
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *files]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert files and result.returncode == 0, result.stdout + result.stderr


def test_a_wrong_answer_needs_its_address_what_is_wrong_and_the_source():
    fields = load_data(GITHUB / "ISSUE_TEMPLATE/wrong-answer.yml")["body"]
    assert {f["id"] for f in fields if f["validations"]["required"]} == {"address", "wrong", "source"}


def test_a_new_question_has_a_level_of_the_bank():
    fields = load_data(GITHUB / "ISSUE_TEMPLATE/new-question.yml")["body"]
    (level,) = (f for f in fields if f["id"] == "level")
    assert level["attributes"]["options"] == [*LEVELS, "not sure"]


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_every_action_is_pinned_by_its_commit_and_says_its_version(file):
    uses = [line.strip() for line in file.read_text("utf-8").splitlines() if "uses:" in line]
    assert uses and [line for line in uses if not PINNED.search(line)] == []


def test_only_the_job_that_reports_may_write_and_only_issues():
    workflow = load_data(GITHUB / "workflows/weekly.yml")
    assert workflow["permissions"] == {"contents": "read"}
    allowed = {name: job["permissions"] for name, job in workflow["jobs"].items() if "permissions" in job}
    assert allowed == {"report": {"contents": "read", "issues": "write"}}


def test_the_weekly_run_leaves_a_file_for_each_check_that_its_issue_knows():
    from weekly.issue_text import CHECKS

    jobs = load_data(GITHUB / "workflows/weekly.yml")["jobs"]
    assert set(jobs["report"]["needs"]) == {each.name for each in CHECKS}
    for each in CHECKS:
        steps = "\n".join(step.get("run", "") for step in jobs[each.name]["steps"])
        assert f"{each.name}.txt" in steps, each.name
