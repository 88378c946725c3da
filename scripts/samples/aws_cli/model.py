"""What is asked about a command of the AWS CLI, and what is answered."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """The words of a command, "aws" first. `open_ended` says that it gets further words that are not known."""

    words: tuple[str, ...]
    open_ended: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with a command. `option` is the option that it is about, such as "--query", if it is one."""

    option: str | None
    message: str


@dataclass(frozen=True, slots=True)
class Report:
    """What is wrong with a command, and which of its possible options take a list of values."""

    findings: tuple[Finding, ...] = ()
    list_options: frozenset[str] = frozenset()
