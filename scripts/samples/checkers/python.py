"""Python: it compiles, ruff finds no bug, it calls boto3 as the models have it, and it runs where it can."""

import ast
import warnings
from collections.abc import Sequence
from dataclasses import dataclass, field

from samples.lambda_functions.events import returned_problems
from samples.literals import from_python
from samples.model import Problem, Sample, Verdict
from samples.python_code.follow import follow, handler_of
from samples.python_code.imports import can_import, import_problems
from samples.python_code.lint import lint
from samples.python_code.runs import SETUPS, Job, does_something, run


@dataclass(slots=True)
class _Reading:
    """A sample that compiles, and what reading it brought."""

    sample: Sample
    problems: set[Problem] = field(default_factory=set)
    means: list[str] = field(default_factory=lambda: ["compile", "ruff"])
    tree: ast.Module | None = None
    job: Job | None = None
    triggers: list = field(default_factory=list)
    ran: bool = False

    def verdict(self) -> Verdict:
        return Verdict(tuple(sorted(self.problems)), ", ".join(self.means), self.ran)


def check(samples: Sequence[Sample]) -> list[Verdict]:
    """Return a verdict for each sample. Raises ToolMissing if ruff is not installed."""
    readings = [_read(sample) for sample in samples]
    compiled = [reading for reading in readings if reading.tree is not None]
    for reading, problems in zip(compiled, lint([r.sample.content for r in compiled]), strict=True):
        reading.problems.update(problems)
    # What is wrong to the reader would only be wrong again when it runs.
    runnable = [reading for reading in compiled if reading.job is not None and not reading.problems]
    for reading, result in zip(runnable, run([reading.job for reading in runnable]), strict=True):
        _take(reading, result)
    return [reading.verdict() for reading in readings]


def _read(sample: Sample) -> _Reading:
    reading = _Reading(sample)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # ruff reports them, with a rule
            tree = ast.parse(sample.content, sample.title)
            compile(sample.content, sample.title, "exec", dont_inherit=True)
    except SyntaxError as error:
        reading.problems.add(Problem(error.lineno or 1, f"is no valid Python: {error.msg}"))
        return reading
    except (ValueError, RecursionError) as error:  # null bytes; nested too deep
        reading.problems.add(Problem(1, f"is no valid Python: {error}"))
        return reading
    try:
        _judge(reading, tree)
    except RecursionError:
        reading.problems.add(Problem(1, "is nested too deep to be followed; split it"))
    return reading


def _judge(reading: _Reading, tree: ast.Module) -> None:
    sample = reading.sample
    reading.tree = tree
    reading.problems.update(import_problems(tree))
    findings, reading.triggers = follow(tree, sample.title)
    reading.problems.update(findings.problems)
    if findings.services:
        reading.means.append("botocore")
    if reading.triggers:
        reading.means.append("event")
    handler = handler_of(tree)
    has_setup = (SETUPS / sample.title).is_file()
    if can_import(tree) and (has_setup or reading.triggers or (handler is None and does_something(tree))):
        event = reading.triggers[0].event if reading.triggers else None
        name = handler.name if handler is not None else None
        services, environment = frozenset(findings.services), frozenset(findings.environment)
        reading.job = Job(sample.title, sample.content, services, environment, name, event)


def _take(reading: _Reading, result) -> None:
    reading.ran = result.ran
    if result.problem:
        reading.problems.add(result.problem)
    if result.ran or result.problem:
        reading.means.append("moto" if "botocore" in reading.means else "run")
    if result.ran and reading.triggers:
        line = handler_of(reading.tree).lineno
        reading.problems.update(returned_problems(reading.triggers, [(line, from_python(result.returned, line))]))
