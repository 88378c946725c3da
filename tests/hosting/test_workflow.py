"""The workflow that publishes on AWS."""

import re

import pytest
import yaml

from samples.checkers import github_workflow
from samples.model import Sample
from tests.conftest import ROOT

WORKFLOW = ROOT / ".github" / "workflows" / "deploy-aws.yml"


@pytest.fixture
def jobs() -> dict:
    return yaml.safe_load(WORKFLOW.read_text("utf-8"))["jobs"]


def test_the_checker_of_workflows_has_nothing_to_say():
    name = WORKFLOW.relative_to(ROOT).as_posix()
    (verdict,) = github_workflow.check([Sample(name, 1, "yaml", name, WORKFLOW.read_text("utf-8"))])
    assert list(verdict.problems) == []


def test_a_fork_that_has_set_nothing_up_does_nothing(jobs):
    assert jobs["build"]["if"] == "vars.AWS_ROLE_ARN != ''"
    assert jobs["publish"]["needs"] == "build"


def test_only_the_job_that_publishes_gets_credentials(jobs):
    assert [name for name, job in jobs.items() if "id-token" in job.get("permissions", {})] == ["publish"]
    assert "make test" not in " ".join(step.get("run", "") for step in jobs["publish"]["steps"])


def test_no_value_is_expanded_inside_of_a_script(jobs):
    scripts = [step["run"] for job in jobs.values() for step in job["steps"] if "run" in step]
    assert not [script for script in scripts if "${{" in script]


def test_every_script_that_it_calls_is_there(jobs):
    scripts = " ".join(step.get("run", "") for job in jobs.values() for step in job["steps"])
    assert {name for name in re.findall(r"scripts/[\w/]+\.py", scripts) if not (ROOT / name).is_file()} == set()
