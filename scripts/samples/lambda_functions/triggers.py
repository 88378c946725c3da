"""The triggers of Lambda functions, as data: sample event, what a title says, what the function must return."""

import json
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

from data_files import load_data

_DATA = Path(__file__).parent.parent / "data"


@dataclass(frozen=True, slots=True)
class Trigger:
    """What invokes a function.

    `mark` is the word in a title (`orders.sqs.py`), `what` the name for messages, `event` a sample event, `open` the
    paths at which an event has keys of its own (`*` for each item of a list), `response` the shape that the function
    must return, or None if the trigger ignores it, `optional` whether it may return nothing. A trigger with `tell` is
    meant only if the function reads, or returns, one of these keys; it is meant rather than others then. One with
    `needs` is meant only if the function reads one of these: its other keys are what anybody's event may have.
    """

    mark: str
    what: str
    event: object
    open: frozenset[tuple[str, ...]] = frozenset()
    response: str | None = None
    optional: bool = False
    tell: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    runtimes: frozenset[str] = frozenset({"javascript", "python"})


@cache
def triggers() -> tuple[Trigger, ...]:
    """Return the triggers of `data/lambda_triggers.yaml`, in its order."""
    rows = load_data(_DATA / "lambda_triggers.yaml")["triggers"]
    return tuple(
        Trigger(
            row["mark"],
            row["what"],
            json.loads((_DATA / "events" / f"{row['mark']}.json").read_text("utf-8")),
            frozenset(tuple(path.split(".")) for path in row.get("open", ())),
            row.get("response"),
            row.get("optional", False),
            frozenset(row.get("tell", ())),
            frozenset(row.get("needs", ())),
            frozenset(row.get("runtimes", ["javascript", "python"])),
        )
        for row in rows
    )


def candidates(title: str, runtime: str) -> tuple[Trigger, ...]:
    """Return the one trigger that a title names, or all that may invoke a function of this runtime."""
    of_runtime = tuple(trigger for trigger in triggers() if runtime in trigger.runtimes)
    named = tuple(trigger for trigger in of_runtime if fnmatch(title, f"*.{trigger.mark}.*"))
    return named or of_runtime


@cache
def response_shape(name: str):
    """Return a shape of `data/lambda_triggers.yaml`, as botocore reads shapes."""
    from botocore.model import ShapeResolver

    shapes = load_data(_DATA / "lambda_triggers.yaml")["shapes"]
    return ShapeResolver(shapes).get_shape_by_name(name)
