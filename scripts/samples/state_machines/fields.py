"""Fields of states: which a state of a type and query language may have, and of which type they are."""

import json
from collections.abc import Iterator
from functools import cache

from samples.json_documents.schemas import SCHEMAS, schema_problems
from samples.model import Problem
from samples.nearest import did_you_mean
from samples.parts import mapping
from samples.state_machines.rules import rule_problems
from samples.state_machines.states import LANGUAGES, Scope, State, other_language, states_language
from samples.yaml_nodes import Document


def scope_problems(document: Document, scope: Scope) -> list[Problem]:
    """Return what is wrong with the fields of a state machine, branch or processor itself."""
    top = () if scope.path else ("ProcessorConfig",)
    inner = ("QueryLanguage", "Version", "TimeoutSeconds") if scope.path else ()
    kind = "processor" if scope.path and scope.path[-1] in {"ItemProcessor", "Iterator"} else "branch"
    found = [
        Problem(
            document.line((*scope.path, key)), f"`{key}` has no place in a {kind if scope.path else 'state machine'}"
        )
        for key in (*top, *inner, *(("ProcessorConfig",) if kind == "branch" else ()))
        if key in scope.value
    ]
    found += schema_problems(_validator(_definitions()), document, value=scope.value, root=scope.path)
    for name, state in mapping(scope.value.get("States")).items():
        path = (*scope.path, "States", name)
        if not isinstance(state, dict):
            found.append(Problem(document.line(path), f"the state '{name}' must be an object"))
        if len(name) > 80:
            found.append(Problem(document.line(path), f"the name '{name}' has more than 80 characters"))
    return found


def state_problems(document: Document, state: State, machine_language: str) -> list[Problem]:
    """Return what is wrong with the fields of one state, by its type and query language."""
    rules = states_language()["states"].get(state.type)
    if rules is None:
        hint = did_you_mean(str(state.type), states_language()["states"])
        return [
            Problem(
                document.line((*state.path, "Type")),
                f"the type {state.value.get('Type')!r} of a state is unknown{hint}",
            )
        ]
    if state.language not in LANGUAGES:
        return []
    found = [*_misplaced(document, state, rules), *_groups(document, state, rules)]
    if machine_language == "JSONata" and state.language == "JSONPath":
        text = "a state cannot go back to JSONPath in a state machine that uses JSONata"
        found.append(Problem(document.line((*state.path, "QueryLanguage")), text))
    found += schema_problems(_state_validator(state.type, state.language), document, value=_own(state), root=state.path)
    found += rule_problems(document, state)
    return found


def _own(state: State) -> dict:
    """Return the state without the fields that belong to the other query language, which are reported by themselves."""
    foreign = states_language()["states"][state.type].get(other_language(state.language), [])
    return {key: value for key, value in state.value.items() if key not in foreign}


def _misplaced(document: Document, state: State, rules: dict) -> Iterator[Problem]:
    other = other_language(state.language)
    for key in state.value:
        if key in rules.get(other, []):
            instead = states_language()["instead"].get(key)
            message = f"`{key}` belongs to {other}, and the state '{state.name}' uses {state.language}"
            yield Problem(document.line((*state.path, key)), f"{message}; use {instead}" if instead else message)


def _groups(document: Document, state: State, rules: dict) -> Iterator[Problem]:
    for groups, at_least in ((rules.get("exactly_one", []), 1), (rules.get("at_most_one", []), 0)):
        for group in groups:
            present = [key for key in group if key in state.value]
            if not at_least <= len(present) <= 1:
                wanted = "exactly one" if at_least else "at most one"
                path = (*state.path, present[-1]) if present else state.path
                usable = [k for k in group if k not in rules.get(other_language(state.language), [])]
                text = f"the state '{state.name}' must have {wanted} of {', '.join(usable)}"
                yield Problem(document.line(path), text)


@cache
def _definitions_text() -> str:
    return (SCHEMAS / "state_fields.json").read_text("utf-8")


def _definitions() -> dict:
    return json.loads(_definitions_text())


def _validator(schema: dict):
    from jsonschema import Draft202012Validator

    return Draft202012Validator(schema)


@cache
def _state_validator(state_type: str, language: str):
    rules, definitions = states_language()["states"][state_type], _definitions()["$defs"]
    allowed = [*states_language()["every_state"], *rules["both"], *rules.get(language, [])]
    properties: dict = {key: {"$ref": f"#/$defs/{key}"} for key in allowed}
    if language == "JSONata":
        for key in set(states_language()["expressions"]) & properties.keys():
            properties[key] = {"anyOf": [properties[key], {"$ref": "#/$defs/expression"}]}
    for key, item in (("Catch", "catcher"), ("Retry", "retrier"), ("Choices", f"{language}Choice")):
        if key in properties:
            properties[key] = {"type": "array", "minItems": 1, "items": {"$ref": f"#/$defs/{item}"}}
    return _validator(
        {
            "type": "object",
            "required": rules.get("required", []),
            "additionalProperties": False,
            "properties": properties,
            "$defs": definitions,
        }
    )
