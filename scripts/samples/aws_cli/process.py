"""The process in which the AWS CLI's parser works, started when first needed."""

import atexit
import json
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import asdict
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from samples.aws_cli.model import Command, Finding, Report
from samples.model import ToolMissing

_TIMEOUT = 300  # seconds for all commands of one call
_SCRIPTS = Path(__file__).resolve().parents[2]


def ask(commands: Sequence[Command]) -> list[Report]:
    """Check commands in the parser's process. Raises ToolMissing if the package `awscli` is not installed."""
    if not commands:
        return []
    # A forked process has its parent's pipe to the parser, which both must not use at once.
    answers = _parser(os.getpid()).ask([asdict(command) for command in commands])
    return [
        Report(tuple(Finding(*finding) for finding in answer["findings"]), frozenset(answer["list_options"]))
        for answer in answers
    ]


class _Parser:
    def __init__(self):
        self.process = subprocess.Popen(
            [sys.executable, "-m", "samples.aws_cli.serve"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=_environment(),
            encoding="utf-8",
            process_group=0,  # Ctrl+C is for its owner; it ends when its input does
        )
        atexit.register(self.close)

    def ask(self, commands: list[dict]) -> list[dict]:
        watchdog = threading.Timer(_TIMEOUT, self.process.kill)
        watchdog.start()
        try:
            self.process.stdin.write(json.dumps(commands) + "\n")
            self.process.stdin.flush()
            line = self.process.stdout.readline()
        except BrokenPipeError:
            line = ""
        finally:
            watchdog.cancel()
        if not line:
            _parser.cache_clear()
            raise RuntimeError(f"the AWS CLI's parser stopped with status {self.process.wait()}; its error is above")
        return json.loads(line)

    def close(self) -> None:
        try:
            self.process.stdin.close()
            self.process.wait(10)
        except (OSError, subprocess.TimeoutExpired):
            self.process.kill()


@cache
def _parser(owner: int) -> _Parser:
    return _Parser()


def _environment() -> dict[str, str]:
    """Return the environment for the parser: no credentials, no configuration, the newest API models."""
    try:
        distribution("awscli")
        models = distribution("botocore").locate_file("botocore/data")
    except PackageNotFoundError as error:
        raise ToolMissing(f"{error}; run `make check`, which installs it") from error
    kept = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
    return kept | {
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_DATA_PATH": str(models),
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        "HOME": "/nonexistent",
        "PYTHONPATH": str(_SCRIPTS),
    }
