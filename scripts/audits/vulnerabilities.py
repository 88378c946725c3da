"""Known vulnerabilities in the packages that the locks name, by the databases of PyPI and npm, which are elsewhere."""

import json
import subprocess
import sys
from pathlib import Path

from audits.model import Report
from command_line import UsageError

LOCKS = ("requirements.txt", "requirements-test.txt")
_TIMEOUT = 600  # seconds
_UNREACHED = "the database of vulnerabilities did not answer, so nothing is known; run this again with a network"


def vulnerabilities_report(_site: Path) -> Report:
    """Ask for each lock. Raises UsageError if a database does not answer for every package, or a tool is missing."""
    pip_audit = [sys.executable, "-m", "pip_audit", "--disable-pip", "--require-hashes", "--progress-spinner=off"]
    problems = []
    for lock in LOCKS:
        said = _said([*pip_audit, "--format=json", "--requirement", lock], lock)
        problems += [f"{lock}: {one}" for one in python_problems(said, lock)]
    said = _said(["npm", "audit", "--json"], "package-lock.json")
    problems += [f"package-lock.json: {one}" for one in npm_problems(said)]
    return Report(f"vulnerabilities: {len(problems)} known", problems)


def python_problems(said: dict, lock: str) -> list[str]:
    """Return a line for each vulnerability that pip-audit names. Raises UsageError if it could not look all up."""
    skipped = [one["name"] for one in said["dependencies"] if "skip_reason" in one]
    if skipped:
        raise UsageError(f"{lock}: {_UNREACHED} (not known: {', '.join(skipped[:3])} and {len(skipped)} in all)")
    return [
        f"{one['name']} {one['version']}: {found['id']}, mended in {', '.join(found['fix_versions']) or 'no version'}"
        for one in said["dependencies"]
        for found in one["vulns"]
    ]


def npm_problems(said: dict) -> list[str]:
    """Return a line for each package that `npm audit` names. Raises UsageError if it could not look them up."""
    if "vulnerabilities" not in said:
        raise UsageError(f"package-lock.json: {_UNREACHED}")
    return [f"{name}: {one['severity']}, versions {one['range']}" for name, one in said["vulnerabilities"].items()]


def _said(command: list[str], lock: str) -> dict:
    """Return what a tool prints as JSON."""
    try:
        run = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=_TIMEOUT, check=False)
    except FileNotFoundError:
        raise UsageError(f"{command[0]} is not installed; install Node.js, which brings it") from None
    except subprocess.TimeoutExpired:
        raise UsageError(f"{lock}: {_UNREACHED}") from None
    if "No module named pip_audit" in run.stderr:
        raise UsageError("pip-audit is not installed; run `make vulnerabilities`, which installs it")
    try:
        return json.loads(run.stdout)
    except json.JSONDecodeError:
        raise UsageError(f"{lock}: {_UNREACHED}") from None
