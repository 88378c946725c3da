"""Values in states that are computed at run time: paths and intrinsic functions, or JSONata expressions."""

import re
from collections.abc import Iterator

from samples.model import Problem
from samples.nearest import did_you_mean
from samples.parts import mapping, mappings
from samples.state_machines.states import State, states_language
from samples.wording import shown
from samples.yaml_nodes import Document, Path

# Fields that hold templates; the others are checked by their type alone.
_TEMPLATES = ("Arguments", "Assign", "ItemSelector", "Output", "Parameters", "ResultSelector")
_NESTED = (("Catch", ("Assign", "Output")), ("Choices", ("Assign", "Output")))
_FUNCTION = re.compile(r"(States\.\w+)\s*(\(?)")


def template_problems(document: Document, state: State) -> list[Problem]:
    """Return what is wrong with the templates of a state: paths as text, unknown functions, the other language."""
    check = _jsonata if state.language == "JSONata" else _jsonpath
    found = []
    for path, value in _templates(state):
        found += check(document, value, path)
    return found


def _templates(state: State) -> Iterator[tuple[Path, object]]:
    for key in _TEMPLATES:
        if key in state.value:
            yield (*state.path, key), state.value[key]
    for outer, keys in _NESTED:
        for i, rule in enumerate(mappings(state.value.get(outer))):
            for key in keys:
                if key in rule:
                    yield (*state.path, outer, i, key), rule[key]
    batcher = mapping(state.value.get("ItemBatcher"))
    if "BatchInput" in batcher:
        yield (*state.path, "ItemBatcher", "BatchInput"), batcher["BatchInput"]


def _jsonpath(document: Document, value: object, path: Path) -> Iterator[Problem]:
    for at, key, item in _leaves(value, path):
        line = document.line(at)
        computed = isinstance(key, str) and key.endswith(".$")
        if computed and not (isinstance(item, str) and item.startswith(("$", "States."))):
            yield Problem(line, f"'{key}' takes a path or an intrinsic function, not {shown(item)}; drop the `.$`")
        elif computed and item.startswith("States."):
            yield from _functions(item, line)
        elif not computed and isinstance(item, str) and re.match(r"\$\.|\$\$\.|\$$|States\.\w+\(", item):
            yield Problem(line, f"{shown(item)} is taken as text; write the key as '{key}.$' to have it computed")
        elif not computed and isinstance(item, str) and item.startswith("{%"):
            yield Problem(line, "a JSONata expression in a state that uses JSONPath; set QueryLanguage to JSONata")


def _functions(text: str, line: int) -> Iterator[Problem]:
    known = states_language()["intrinsic_functions"]
    without_text = re.sub(r"'(?:\\.|[^'\\])*'", "''", text)
    for name, bracket in _FUNCTION.findall(without_text):
        if name not in known:
            yield Problem(line, f"there is no intrinsic function {name}{did_you_mean(name, known)}")
        elif not bracket:
            yield Problem(line, f"the intrinsic function {name} lacks its arguments in brackets")
    if without_text.count("(") != without_text.count(")"):
        yield Problem(line, f"the brackets in {shown(text)} do not match")


def _jsonata(document: Document, value: object, path: Path) -> Iterator[Problem]:
    for at, key, item in _leaves(value, path):
        line = document.line(at)
        if isinstance(key, str) and key.endswith(".$"):
            yield Problem(line, f"'{key}' is written for JSONPath; with JSONata, drop the `.$` and use {{% ... %}}")
        if not isinstance(item, str):
            continue
        starts, ends = item.startswith("{%"), item.endswith("%}")
        if starts != ends:
            yield Problem(line, f"{shown(item)} is half an expression; it must begin with {{% and end with %}}")
        elif not starts and re.match(r"\$(states)?\.|States\.\w+\(", item):
            yield Problem(line, f"{shown(item)} is taken as text; put the expression between {{% and %}}")


def _leaves(value: object, path: Path) -> Iterator[tuple[Path, str | int | None, object]]:
    """Yield the values that are no containers, with their paths and keys, and whatever a key with `.$` holds."""
    if isinstance(value, dict):
        for key, item in value.items():
            if isinstance(item, dict | list) and not key.endswith(".$"):
                yield from _leaves(item, (*path, key))
            else:
                yield (*path, key), key, item
    elif isinstance(value, list):
        for i, item in enumerate(value):
            yield from _leaves(item, (*path, i))
    else:
        yield path, _last_key(path), value


def _last_key(path: Path) -> str | int | None:
    return next((part for part in reversed(path) if isinstance(part, str)), None)
