"""State machines of the Amazon States Language: their states, at any depth, and how they follow one another."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path as File

from data_files import load_data
from samples.model import Problem
from samples.nearest import did_you_mean
from samples.parts import mapping, mappings, text
from samples.yaml_nodes import Document, Path

_LANGUAGE = File(__file__).parents[1] / "data" / "states_language.yaml"
LANGUAGES = ("JSONPath", "JSONata")
_PROCESSORS = ("ItemProcessor", "Iterator")


@cache
def states_language() -> dict:
    """Return the data about the language: fields of states, names of errors, intrinsic functions."""
    return load_data(_LANGUAGE)


@dataclass(frozen=True, slots=True)
class State:
    """A state, where it stands, and the query language that it uses (which may be one that does not exist)."""

    name: str
    path: Path
    value: dict
    language: str

    @property
    def type(self) -> str | None:
        return text(self.value.get("Type"))


@dataclass(frozen=True, slots=True)
class Scope:
    """An object with `StartAt` and `States`: the state machine, a branch of a Parallel, the processor of a Map."""

    path: Path
    value: dict
    states: dict[str, State]


def other_language(language: str) -> str:
    """Return the query language that is not this one."""
    return next(name for name in LANGUAGES if name != language)


def query_language(document: Document) -> str:
    """Return the query language of a state machine, which may be one that does not exist."""
    return str(mapping(document.value).get("QueryLanguage", LANGUAGES[0]))


def scopes(document: Document) -> list[Scope]:
    """Return the state machine and all scopes inside of its states; parts of a wrong type are left out."""
    return list(_scopes(mapping(document.value), (), query_language(document)))


def _scopes(value: dict, path: Path, language: str) -> Iterator[Scope]:
    states = {
        name: State(name, (*path, "States", name), state, str(state.get("QueryLanguage", language)))
        for name, state in mapping(value.get("States")).items()
        if isinstance(state, dict)
    }
    yield Scope(path, value, states)
    for state in states.values():
        for i, branch in enumerate(mappings(state.value.get("Branches"))):
            yield from _scopes(branch, (*state.path, "Branches", i), language)
        for key in _PROCESSORS:
            if isinstance(state.value.get(key), dict):
                yield from _scopes(state.value[key], (*state.path, key), language)


def successors(state: State) -> list[tuple[Path, str]]:
    """Return the names of the states that may follow, each with the place in the state that says so."""
    found = [((key,), text(state.value.get(key))) for key in ("Next", "Default")]
    for key in ("Choices", "Catch"):
        found += [((key, i, "Next"), text(rule.get("Next"))) for i, rule in enumerate(mappings(state.value.get(key)))]
    return [(path, name) for path, name in found if name is not None]


def flow_problems(document: Document) -> list[Problem]:
    """Return what is wrong with the order of states.

    Looks for a start or a next state that does not exist, states that nothing leads to, states from which no way leads
    to an end, and names that stand twice in one state machine.
    """
    found: list[Problem] = []
    seen: set[str] = set()
    for scope in scopes(document):
        found += _flow(document, scope)
        for state in scope.states.values():
            if state.name in seen:
                message = f"the name '{state.name}' is taken in another part of the state machine; names are unique"
                found.append(Problem(document.line(state.path), message))
            seen.add(state.name)
    return found


def _flow(document: Document, scope: Scope) -> Iterator[Problem]:
    start, states = text(scope.value.get("StartAt")), scope.states
    if start is not None and start not in states:
        line = document.line((*scope.path, "StartAt"))
        yield Problem(line, f"StartAt names the state '{start}', which does not exist{did_you_mean(start, states)}")
    following = {name: [n for _, n in successors(state) if n in states] for name, state in states.items()}
    for state in states.values():
        for where, name in successors(state):
            if name not in states:
                message = f"'{state.name}' leads to the state '{name}', which does not exist here"
                yield Problem(document.line((*state.path, *where)), f"{message}{did_you_mean(name, states)}")
    reached = _closure({start} & states.keys(), following)
    for name in states.keys() - reached if reached else ():
        yield Problem(document.line(states[name].path), f"nothing leads to the state '{name}'")
    before = {name: [other for other, names in following.items() if name in names] for name in states}
    ending = _closure({name for name, state in states.items() if _ends(state)}, before)
    for name in reached - ending:
        message = f"from the state '{name}' no way leads to an end: a state with `End`, a Succeed or a Fail"
        yield Problem(document.line(states[name].path), message)


def _ends(state: State) -> bool:
    return state.value.get("End") is True or state.type in {"Succeed", "Fail"}


def _closure(start: set[str], edges: dict[str, list[str]]) -> set[str]:
    reached, pending = set(start), list(start)
    while pending:
        for name in edges[pending.pop()]:
            if name not in reached:
                reached.add(name)
                pending.append(name)
    return reached
