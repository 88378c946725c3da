"""Runs samples under moto, each in a process of its own, without network and credentials.

A sample may have a set-up: `data/python_setups/<title>`, a module with any of these.
- `ENVIRONMENT`: environment variables for the sample,
- `EVENT`: the event for the handler,
- `set_up()`: makes the resources that the sample needs,
- `exercise(module)`: calls what the sample defines.
With a set-up, each exception is an error of the sample's; without one, those that missing resources cause are not.
"""

import ast
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from samples.model import Problem

SETUPS = Path(__file__).parent.parent / "data" / "python_setups"
_SANDBOX = Path(__file__).with_name("sandbox.py")
_SECONDS_FOR_ALL = 20
_SECONDS_FOR_ONE = 8
_ACCOUNT = "111122223333"


@dataclass(frozen=True, slots=True)
class Job:
    """A sample to run: its handler with an event, or, without a handler, its top level."""

    title: str
    source: str
    services: frozenset[str] = frozenset()
    environment: frozenset[str] = frozenset()
    handler: str | None = None
    event: object = None


@dataclass(frozen=True, slots=True)
class Run:
    """What became of a run. `ran` is true if it came to its end; `why_not` says why it could not."""

    ran: bool
    problem: Problem | None = None
    why_not: str = ""
    returned: object = None


def does_something(tree: ast.Module) -> bool:
    """Return whether a module's top level does more than to define things, and comes to an end."""
    if any(isinstance(node, ast.While) and _is_endless(node) for node in tree.body):
        return False
    return any(
        isinstance(node, ast.For | ast.While | ast.With | ast.If | ast.Try | ast.Assert)
        or (isinstance(node, ast.Expr) and not isinstance(node.value, ast.Constant))
        for node in tree.body
    )


def _is_endless(loop: ast.While) -> bool:
    leaves = any(isinstance(node, ast.Break | ast.Raise | ast.Return) for node in ast.walk(loop))
    return isinstance(loop.test, ast.Constant) and bool(loop.test.value) and not leaves


def run(jobs: Sequence[Job]) -> list[Run]:
    """Run the jobs side by side. Those that are not done in time, and all where there is no fork, did not run."""
    if not jobs:
        return []
    if not hasattr(os, "fork"):
        return [Run(False, why_not="needs a system with fork")] * len(jobs)
    with tempfile.TemporaryDirectory() as folder:
        request = {
            "folder": folder,
            "seconds": _SECONDS_FOR_ALL,
            "seconds_for_one": _SECONDS_FOR_ONE,
            "jobs": [_as_json(job) for job in jobs],
        }
        environment = {
            "AWS_ACCESS_KEY_ID": "testing",
            "AWS_CONFIG_FILE": os.devnull,
            "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_EC2_METADATA_DISABLED": "true",
            "AWS_REGION": "us-east-1",
            "AWS_SECRET_ACCESS_KEY": "testing",
            "AWS_SESSION_TOKEN": "testing",
            "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
            "HOME": folder,
            "MOTO_ACCOUNT_ID": _ACCOUNT,
            "TMPDIR": folder,
        }
        done = subprocess.run(
            [sys.executable, "-I", "-B", str(_SANDBOX)],
            input=json.dumps(request),
            capture_output=True,
            text=True,
            env=environment,
            cwd=folder,
            timeout=_SECONDS_FOR_ALL + 40,  # it ends itself; imports come on top
            check=False,
        )
    if done.returncode:
        raise RuntimeError(f"the sandbox for Python samples failed: {done.stderr}")
    return [_run_of(result) for result in json.loads(done.stdout)]


def _as_json(job: Job) -> dict:
    setup = SETUPS / job.title
    return {
        "source": job.source,
        "services": sorted(job.services),
        "environment": {name: _placeholder(name) for name in sorted(job.environment)},
        "handler": job.handler,
        "event": job.event,
        "setup": setup.read_text("utf-8") if setup.is_file() else None,
        "uses_aws": "boto3" in job.source or setup.is_file(),
    }


def _placeholder(name: str) -> str:
    """Return a value for an environment variable that a set-up does not give, such as "orders-table"."""
    value = name.lower().replace("_", "-")
    if name.endswith(("_COUNT", "_LIMIT", "_MS", "_PORT", "_SECONDS", "_SIZE", "_TTL", "TIMEOUT")):
        return "60"
    if "QUEUE" in name and name.endswith("URL"):
        return f"https://sqs.us-east-1.amazonaws.com/{_ACCOUNT}/{value}"
    if name.endswith("URL"):
        return f"https://{value}.example.com"
    return value


def _run_of(result: dict) -> Run:
    problem = Problem(result["line"], result["message"]) if result.get("message") else None
    return Run(result["ran"], problem, result.get("why_not", ""), result.get("returned"))
