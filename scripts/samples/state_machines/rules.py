"""What schemas do not say of states: comparisons in choices, the order of errors, times that contradict each other."""

from collections.abc import Iterator
from fnmatch import fnmatchcase

from samples.model import Problem
from samples.nearest import did_you_mean
from samples.parts import integer, mapping, mappings, sequence, text
from samples.state_machines.states import State, other_language, states_language
from samples.yaml_nodes import Document, Path

_NO_OPERATOR = {"Assign", "Comment", "Next", "Variable"}
_JOINING = {"And", "Not", "Or"}
# Fields of a catcher, by the language they belong to.
_CATCHER = {"JSONPath": "ResultPath", "JSONata": "Output"}


def rule_problems(document: Document, state: State) -> list[Problem]:
    """Return what is wrong with a state of a known type and query language; parts of a wrong type are passed over."""
    found = [*_times(document, state)]
    for key in ("Catch", "Retry"):
        rules = mappings(state.value.get(key))
        for i, rule in enumerate(rules):
            found += _errors(document, (*state.path, key, i), rule, is_last=i == len(rules) - 1)
            found += _delays(document, (*state.path, key, i), rule)
    foreign = _CATCHER[other_language(state.language)]
    for i, catcher in enumerate(mappings(state.value.get("Catch"))):
        if foreign in catcher:
            message = (
                f"`{foreign}` belongs to {other_language(state.language)}, and '{state.name}' uses {state.language}"
            )
            found.append(Problem(document.line((*state.path, "Catch", i, foreign)), message))
    if state.type == "Choice" and state.language == "JSONPath":
        for i, rule in enumerate(mappings(state.value.get("Choices"))):
            found += _comparison(document, rule, (*state.path, "Choices", i), is_outermost=True)
    return found


def _times(document: Document, state: State) -> Iterator[Problem]:
    heartbeat, timeout = integer(state.value.get("HeartbeatSeconds")), integer(state.value.get("TimeoutSeconds"))
    if heartbeat is not None and timeout is not None and heartbeat >= timeout:
        line = document.line((*state.path, "HeartbeatSeconds"))
        yield Problem(line, f"HeartbeatSeconds ({heartbeat}) must be less than TimeoutSeconds ({timeout})")


def _delays(document: Document, path: Path, rule: dict) -> Iterator[Problem]:
    least, most = integer(rule.get("IntervalSeconds", 1)), integer(rule.get("MaxDelaySeconds"))
    if least is not None and most is not None and most <= least:
        line = document.line((*path, "MaxDelaySeconds"))
        yield Problem(line, f"MaxDelaySeconds ({most}) must be more than IntervalSeconds ({least})")


def _errors(document: Document, path: Path, rule: dict, *, is_last: bool) -> Iterator[Problem]:
    line, known = document.line((*path, "ErrorEquals")), states_language()["errors"]
    names = [text(name) or "" for name in sequence(rule.get("ErrorEquals"))]
    for name in names:
        if name.startswith("States.") and not any(fnmatchcase(name, one) for one in known):
            yield Problem(line, f"there is no error {name}{did_you_mean(name, known)}")
    if "States.ALL" in names and len(names) > 1:
        yield Problem(line, "States.ALL stands alone in `ErrorEquals`; it includes the others")
    if "States.ALL" in names and not is_last:
        yield Problem(line, f"States.ALL must be the last in `{path[-2]}`; what follows is never reached")


def _comparison(document: Document, rule: dict, path: Path, *, is_outermost: bool) -> Iterator[Problem]:
    operators = [key for key in rule if key not in _NO_OPERATOR]
    if len(operators) != 1:
        message = f"a choice needs exactly one comparison, and this has {len(operators)}"
        yield Problem(document.line(path), f"{message}: {', '.join(operators)}" if operators else message)
    elif (operators[0] in _JOINING) == ("Variable" in rule):
        message = "needs no `Variable`" if operators[0] in _JOINING else "needs a `Variable`"
        yield Problem(document.line(path), f"the comparison {operators[0]} {message}")
    if not is_outermost and "Next" in rule:
        yield Problem(document.line((*path, "Next")), "`Next` stands in the outermost choice only")
    for key in ("And", "Or"):
        for i, inner in enumerate(mappings(rule.get(key))):
            yield from _comparison(document, inner, (*path, key, i), is_outermost=False)
    if "Not" in rule:
        yield from _comparison(document, mapping(rule["Not"]), (*path, "Not"), is_outermost=False)
