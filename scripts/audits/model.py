"""What an audit says."""

from typing import NamedTuple


class Report(NamedTuple):
    """What was looked at, to be printed as it is, and a line for each thing that must be mended."""

    summary: str
    problems: list[str]
