"""Dockerfiles, through hadolint, which passes the commands in RUN to ShellCheck's rules.

Every finding is a problem, of whatever level; comments in a Dockerfile cannot switch rules off. Those that samples need
not follow are listed in `data/hadolint_exceptions.yaml`.
"""

import json
import subprocess
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from data_files import load_data
from samples.model import Problem, Sample, Verdict
from samples.tools import installed_tool

EXCEPTIONS = Path(__file__).parents[1] / "data" / "hadolint_exceptions.yaml"
MEANS = "hadolint"
_TIMEOUT = 120


def check(samples: Sequence[Sample]) -> list[Verdict]:
    if not samples:
        return []
    with tempfile.TemporaryDirectory() as folder:
        for i, sample in enumerate(samples):
            Path(folder, f"{i}.Dockerfile").write_text(sample.content, "utf-8")
        findings = _hadolint(folder, [f"{i}.Dockerfile" for i in range(len(samples))])
    problems: dict[str, list[Problem]] = defaultdict(list)
    for finding in findings:
        text = f"{finding['message']} (hadolint {finding['code']})"
        problems[finding["file"]].append(Problem(max(finding["line"], 1), text))
    return [_verdict(sample, problems[f"{i}.Dockerfile"]) for i, sample in enumerate(samples)]


def _verdict(sample: Sample, problems: Sequence[Problem]) -> Verdict:
    # hadolint has nothing to say of a file without instructions.
    if not any(line.strip() and not line.lstrip().startswith("#") for line in sample.content.splitlines()):
        problems = [Problem(1, "the Dockerfile has no instruction; it begins with FROM")]
    return Verdict(tuple(sorted(set(problems))), MEANS)


def _hadolint(folder: str, names: Sequence[str]) -> list[dict]:
    ignored = [argument for rule in _excepted() for argument in ("--ignore", rule)]
    options = ["--no-fail", "--no-color", "--disable-ignore-pragma", "--format", "json", *ignored]
    # A home of its own, so that no configuration of whoever runs this counts.
    environment = {"HOME": folder, "XDG_CONFIG_HOME": folder, "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [installed_tool("hadolint"), *options, *names],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=_TIMEOUT,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"hadolint failed with status {done.returncode}: {done.stderr.strip()}")
    return json.loads(done.stdout)


@cache
def _excepted() -> tuple[str, ...]:
    return tuple(entry["rule"] for entry in load_data(EXCEPTIONS))
