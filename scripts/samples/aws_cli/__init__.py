"""Checks commands of the AWS CLI with its own parser, without sending anything.

The parser is that of the package `awscli` (version 1), with what differs in version 2 from `data/aws_cli_v2.yaml`
and the API models of the newest botocore. It works in a process of its own: as soon as it is imported, `awscli` puts
its own copy of botocore in the place of the real one, and alters the environment.
"""

from collections.abc import Sequence

from samples.aws_cli.model import Command, Finding, Report
from samples.aws_cli.process import ask
from samples.aws_cli.stand_ins import STAND_IN

__all__ = ["STAND_IN", "Command", "Finding", "Report", "check_aws_commands"]


def check_aws_commands(commands: Sequence[Command]) -> list[Report]:
    """Check commands of the AWS CLI; return a report for each, in order.

    Their words are as the shell would pass them, "aws" first, with `STAND_IN` in place of every value that only the
    reader knows. Raises ToolMissing if the AWS CLI's package is not installed.
    """
    return ask(commands)
