"""The workflows of the repository: their schema, their scripts, and what makes them unsafe.

Not checked: the inputs of actions, and the types inside of expressions.
"""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from samples.checkers import github_workflow
from samples.model import Sample
from samples.shell_code.shellcheck import run_shellcheck
from tests.conftest import ROOT

FOLDER = ROOT / ".github/workflows"
WORKFLOWS = sorted(FOLDER.glob("*.yml"))
CONFIGURATION = ROOT / "scripts/audits/zizmor.yml"
LONGEST = 90  # minutes: a deployment prints every sheet twice
each_workflow = pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda workflow: workflow.stem)


def jobs(workflow: Path) -> dict[str, dict]:
    return yaml.safe_load(workflow.read_text("utf-8"))["jobs"]


def scripts(workflow: Path) -> list[str]:
    return [step["run"] for job in jobs(workflow).values() for step in job["steps"] if "run" in step]


def zizmor(*inputs: Path) -> subprocess.CompletedProcess:
    command = [Path(sys.executable).with_name("zizmor"), "--offline", "--no-progress", "--strict-collection"]
    options = ["--persona=pedantic", f"--config={CONFIGURATION}", "--format=plain", "--color=never"]
    return subprocess.run([*command, *options, *inputs], capture_output=True, text=True, check=False)


def test_zizmor_finds_nothing():
    said = zizmor(ROOT / ".github")
    assert said.returncode == 0, said.stdout + said.stderr


def test_zizmor_would_find_an_action_without_a_commit(tmp_path):
    unsafe = tmp_path / ".github/workflows/unsafe.yml"
    unsafe.parent.mkdir(parents=True)
    unsafe.write_text((FOLDER / "gate.yml").read_text("utf-8").replace("actions/checkout@", "actions/checkout@v6 #"))
    assert "unpinned-uses" in zizmor(tmp_path / ".github").stdout


@each_workflow
def test_it_fits_its_schema_and_our_rules(workflow):
    name = workflow.relative_to(ROOT).as_posix()
    (verdict,) = github_workflow.check([Sample(name, 1, "yaml", name, workflow.read_text("utf-8"))])
    assert list(verdict.problems) == []


@each_workflow
def test_shellcheck_has_nothing_to_say_of_its_scripts(workflow):
    assert [comment for found in run_shellcheck(scripts(workflow)) for comment in found] == []


@each_workflow
def test_no_value_is_expanded_inside_of_a_script(workflow):
    assert [script for script in scripts(workflow) if "${{" in script] == []


@each_workflow
def test_every_job_ends(workflow):
    minutes = {name: job.get("timeout-minutes") for name, job in jobs(workflow).items()}
    assert {name: one for name, one in minutes.items() if not one or one > LONGEST} == {}


@each_workflow
def test_what_its_scripts_call_is_there(workflow):
    text = " ".join(scripts(workflow))
    targets = set(re.findall(r"^([a-z][\w-]*)(?=:)", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    files = set(re.findall(r"scripts/[\w/]+\.py", text))
    assert {name for name in files if not (ROOT / name).is_file()} == set()
    assert set(re.findall(r"\bmake ([a-z][\w-]*)", text)) - targets == set()
