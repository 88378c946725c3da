"""Which keys of its event a function reads, and which trigger sends such an event."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from samples.lambda_functions.triggers import Trigger, response_shape
from samples.literals import MapValue, ScalarValue, Value
from samples.model import Problem
from samples.nearest import did_you_mean
from samples.sdk.shapes import Context, shape_problems

# The word for an item of a list in a path.
ITEM = "*"


@dataclass(slots=True)
class Reads:
    """The paths that a function reads: for each trigger those that its event has, and problems for those it lacks."""

    hits: dict[str, set[tuple[str, ...]]] = field(default_factory=dict)
    misses: dict[str, set[Problem]] = field(default_factory=dict)

    def hit(self, trigger: Trigger, path: tuple[str, ...]) -> None:
        self.hits.setdefault(trigger.mark, set()).add(path)

    def miss(self, trigger: Trigger, problem: Problem) -> None:
        self.misses.setdefault(trigger.mark, set()).add(problem)


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the event of a trigger. Places are equal if trigger and path are."""

    trigger: Trigger
    path: tuple[str, ...] = ()

    @property
    def node(self) -> object:
        node = self.trigger.event
        for key in self.path:
            node = node[0] if key == ITEM else node[key]
        return node

    def __hash__(self) -> int:
        return hash((self.trigger.mark, self.path))

    def step(self, key: str | None, line: int, reads: Reads) -> "Place | None":
        """Return the place that a key leads to, or None; `key` is None for the items of a list. Notes the read."""
        node = self.node
        if self.path in self.trigger.open:
            return None
        if key is None and isinstance(node, list):
            return Place(self.trigger, (*self.path, ITEM))
        if key is not None and isinstance(node, dict):
            if key in node:
                reads.hit(self.trigger, (*self.path, key))
                return Place(self.trigger, (*self.path, key))
            reads.miss(self.trigger, Problem(line, self._lacks(key, did_you_mean(key, node))))
        elif key is not None and isinstance(node, list | str):
            reads.miss(self.trigger, Problem(line, self._lacks(key, "")))
        return None

    def _lacks(self, key: str, hint: str) -> str:
        where = ".".join(self.path).replace(f".{ITEM}", "[]")
        return f"the event of {self.trigger.what} has no key `{key}`" + (f" in `{where}`" if where else "") + hint


def follow(trigger: Trigger, path: Sequence[str | None], line: int, reads: Reads) -> None:
    """Note a whole path, such as ("Records", None, "body"); None stands for an item of a list."""
    place: Place | None = Place(trigger)
    for key in path:
        place = place.step(key, line, reads) if place else None


def chosen(candidates: Sequence[Trigger], reads: Reads, returned: Sequence[tuple[int, Value]] = ()) -> list[Trigger]:
    """Return the triggers whose event fits what is read best: several if it fits them alike, none if it fits none."""
    if len(candidates) == 1:
        return list(candidates)
    keys = {path[0] for paths in reads.hits.values() for path in paths}
    keys |= {entry.key for _, value in returned if isinstance(value, MapValue) for entry in value.entries}
    telling = [trigger for trigger in candidates if trigger.tell & keys]
    possible = telling or [t for t in candidates if not t.tell and (not t.needs or t.needs & keys)]
    hits = {trigger.mark: len(reads.hits.get(trigger.mark, ())) for trigger in possible}
    misses = {trigger.mark: len(reads.misses.get(trigger.mark, ())) for trigger in possible}
    most = max(hits.values(), default=0)
    best = [trigger for trigger in possible if hits[trigger.mark] == most]
    fewest = min((misses[trigger.mark] for trigger in best), default=0)
    return [t for t in best if misses[t.mark] == fewest] if most > fewest else []


def event_problems(
    candidates: Sequence[Trigger], reads: Reads, returned: Sequence[tuple[int, Value]]
) -> Iterator[Problem]:
    """Yield the reads that the event does not have, and the returned values that the trigger does not take."""
    fitting = chosen(candidates, reads, returned)
    if len(fitting) == 1:
        yield from reads.misses.get(fitting[0].mark, ())
    yield from returned_problems(fitting, returned)


def returned_problems(triggers: Sequence[Trigger], returned: Sequence[tuple[int, Value]]) -> Iterator[Problem]:
    """Yield what a function returns that its trigger, whichever of these it is, does not take."""
    shapes = {trigger.response for trigger in triggers}
    if not triggers or None in shapes:
        return
    # REST API, ALB and the like return the same; an HTTP API takes more, so that the others' rule is safe for both.
    strictest = min(triggers, key=lambda trigger: trigger.response != "ProxyResponse")
    if len(shapes) > 1 and not shapes <= {"ProxyResponse", "HttpApiResponse"}:
        return
    context = Context(f"the response to {strictest.what}", noun="key", language="json")
    for _, value in returned:
        if isinstance(value, ScalarValue) and value.value is None and strictest.optional:
            continue
        if shapes == {"HttpApiResponse"} and not _is_envelope(value):
            continue  # API Gateway takes the value itself as the body
        yield from shape_problems(response_shape(strictest.response), value, context)


def _is_envelope(value: Value) -> bool:
    keys = {entry.key for entry in value.entries} if isinstance(value, MapValue) else set()
    return bool(keys & {"body", "cookies", "headers", "isBase64Encoded", "statusCode"})
