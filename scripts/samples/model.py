"""What a sample is, and what a checker says of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from command_line import UsageError

# How a fence says that its check must fail (a class), and that it is not checked (an attribute with the reason).
WRONG = "wrong"
UNCHECKED = "data-unchecked"


@dataclass(frozen=True, slots=True)
class Sample:
    """A fenced code block. `title` is its file name, `line` the line of its first line of content in the page."""

    page: str
    line: int
    language: str
    title: str
    content: str


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong in a sample, at a line of it (counting from 1)."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a checker found in one sample.

    `means` names the tools that looked, such as "schema" or "schema, terraform validate"; `ran` is true where the
    sample was executed and not only read.
    """

    problems: tuple[Problem, ...] = ()
    means: str = ""
    ran: bool = False


# A checker gets all its samples at once, because most tools are slow to start and quick to go on. It returns one
# verdict for each, in the same order, and raises nothing for what is in a sample.
Checker = Callable[[Sequence[Sample]], Sequence[Verdict]]


class ToolMissing(UsageError):
    """A tool that a checker cannot do without is not installed; the message says how to get it."""
