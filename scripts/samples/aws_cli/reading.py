"""What becomes known of one command while it is read."""

import argparse
from dataclasses import dataclass, field
from typing import Any

from samples.aws_cli.model import Finding


class Rejected(Exception):
    """The AWS CLI would refuse the command, or nothing more can be said of it (then without findings)."""

    def __init__(self, *findings: Finding):
        self.findings = findings


@dataclass
class Reading:
    """What is known of a command so far.

    In the end, it is either an `operation` with `parameters` or a `command` of the AWS CLI's own with `arguments`.
    """

    open_ended: bool = False  # further words follow that are not known
    raw: bool = False  # version 2 takes blobs as they are
    findings: list[Finding] = field(default_factory=list)
    list_options: set[str] = field(default_factory=set)
    path: tuple[str, ...] = ()
    operation: Any = None
    parameters: dict | None = None
    command: Any = None
    arguments: argparse.Namespace | None = None

    @property
    def name(self) -> str:
        """The command as far as it has been recognized, as messages show it."""
        return f"`{' '.join(('aws', *self.path))}`"

    def find(self, option: str | None, message: str) -> None:
        """Add a finding."""
        self.findings.append(Finding(option, message))
