"""Shell scripts: ShellCheck, and every `aws` command with the AWS CLI's own parser."""

from collections.abc import Sequence

from samples.model import Sample, Verdict
from samples.shell_code.check import check_scripts


def check(samples: Sequence[Sample]) -> list[Verdict]:
    """Check scripts; other tools that they call, such as kubectl or jq, are not checked."""
    return check_scripts([sample.content for sample in samples])
