"""Resources of Task states: AWS services that Step Functions calls, and what it passes to them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path as File

from data_files import load_data
from samples.json_documents.shapes import Dialect, shape_problems
from samples.model import Problem
from samples.nearest import did_you_mean
from samples.sdk.models import service_model, services
from samples.state_machines.states import State
from samples.yaml_nodes import Document

_INTEGRATIONS = File(__file__).parents[1] / "data" / "step_functions_integrations.yaml"
_SUFFIXES = {"": "request", "sync": "sync", "sync:2": "sync2", "waitForTaskToken": "callback"}
_FUNCTION = re.compile(r"arn:aws[\w-]*:lambda:[a-z0-9-]+:\d{12}:function:[\w-]+(?::(?:\$LATEST|[\w-]+))?")
_ACTIVITY = re.compile(r"arn:aws[\w-]*:states:[a-z0-9-]+:\d{12}:activity:[\w.-]+")
_TOKEN = {"JSONPath": "$$.Task.Token", "JSONata": "$states.context.Task.Token"}


def integration_problems(document: Document, state: State) -> list[Problem]:
    """Return what is wrong with the resource of a Task: service, action, pattern, and the parameters it passes."""
    resource = state.value.get("Resource")
    if state.type != "Task" or not isinstance(resource, str):
        return []
    return list(_Integration(document, state, resource).problems())


@cache
def _optimized() -> dict[str, dict]:
    return load_data(_INTEGRATIONS)


@cache
def _sdk_services() -> dict[str, str]:
    """Return the names that services have in `aws-sdk` resources, each with the name that botocore gives it.

    They are the names of packages of the AWS SDK for Java 2: service identifiers without hyphens, and without
    "service" at the end.
    Source: https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
    """
    from botocore.utils import CLIENT_NAME_TO_HYPHENIZED_SERVICE_ID_OVERRIDES as IDENTIFIERS

    names = {}
    for service in sorted(services()):
        identifier = IDENTIFIERS.get(service, service).replace("-", "")
        names[identifier] = names[identifier.removesuffix("service") or identifier] = service
    return names


class _Integration:
    def __init__(self, document: Document, state: State, resource: str):
        self._document, self._state, self._resource = document, state, resource
        self._key = "Arguments" if state.language == "JSONata" else "Parameters"

    def _problem(self, key: str, text: str) -> Problem:
        return Problem(self._document.line((*self._state.path, key)), text)

    def problems(self) -> Iterator[Problem]:
        match self._resource.split(":", 5):
            case ["arn", partition, "states", "", "", rest] if partition.startswith("aws"):
                service, _, action = rest.partition(":")
                if service == "aws-sdk":
                    yield from self._sdk(*action.partition(":")[::2])
                else:
                    yield from self._service(service, action)
            case _ if not _FUNCTION.fullmatch(self._resource) and not _ACTIVITY.fullmatch(self._resource):
                text = f"'{self._resource}' is no resource of a Task: neither arn:aws:states:::<service>:<action> nor"
                yield self._problem("Resource", f"{text} the ARN of a Lambda function or of an activity")

    def _sdk(self, service: str, action: str) -> Iterator[Problem]:
        names = _sdk_services()
        name, _, suffix = action.partition(".")
        if service not in names:
            yield self._problem("Resource", f"there is no service aws-sdk:{service}{did_you_mean(service, names)}")
            return
        if suffix not in {"", "waitForTaskToken"}:
            text = (
                f"calls through aws-sdk have no pattern .{suffix}; use .waitForTaskToken, or an optimized integration"
            )
            yield self._problem("Resource", text)
        operations = {f"{o[0].lower()}{o[1:]}": o for o in service_model(names[service]).operation_names}
        if name not in operations:
            text = f"there is no action {service}:{name}{did_you_mean(name, operations)}"
            yield self._problem("Resource", text)
            return
        yield from self._token(suffix)
        yield from self._input(names[service], operations[name], frozenset())

    def _service(self, service: str, action: str) -> Iterator[Problem]:
        entry = _optimized().get(service)
        name, _, suffix = action.partition(".")
        if entry is None:
            text = f"there is no optimized integration with '{service}'{did_you_mean(service, _optimized())}"
            yield self._problem("Resource", f"{text}, or write aws-sdk:{service}" if text.endswith("'") else text)
            return
        patterns = entry["actions"].get(name)
        if patterns is None:
            text = f"Step Functions has no integration {service}:{name}{did_you_mean(name, entry['actions'])}"
            yield self._problem("Resource", text)
            return
        if _SUFFIXES.get(suffix) not in patterns:
            known = [
                f"{service}:{name}{'.' if s else ''}{s}" for s, pattern in _SUFFIXES.items() if pattern in patterns
            ]
            yield self._problem("Resource", f"{service}:{name} has no pattern .{suffix}; it has {', '.join(known)}")
            return
        yield from self._token(suffix)
        if "model" in entry:
            operation = f"{name[0].upper()}{name[1:]}"
            yield from self._input(entry["model"], operation, frozenset(entry.get("json", [])))
        elif "parameters" in entry:
            yield from self._names(entry)

    def _token(self, suffix: str) -> Iterator[Problem]:
        token = _TOKEN[self._state.language]
        if suffix == "waitForTaskToken" and token not in str(self._state.value.get(self._key)):
            text = f"the state waits for its task token, and nobody gets it; pass {token} in `{self._key}`"
            yield self._problem("Resource", text)

    def _input(self, service: str, operation: str, free: frozenset[str]) -> Iterator[Problem]:
        value = self._state.value.get(self._key, {})
        shape = service_model(service).operation_model(operation).input_shape
        if shape is None or not isinstance(value, dict):
            return
        root = (*self._state.path, self._key) if self._key in self._state.value else self._state.path
        dialect = replace(_DIALECT, free=free)
        yield from shape_problems(self._document, shape, value=value, root=root, dialect=dialect)

    def _names(self, entry: dict) -> Iterator[Problem]:
        value = self._state.value.get(self._key, {})
        if not isinstance(value, dict):
            return
        names = {key.removesuffix(".$") for key in value}
        for key in value:
            if (name := key.removesuffix(".$")) not in entry["parameters"]:
                line = self._document.line((*self._state.path, self._key, key))
                yield Problem(line, f"unknown key '{key}' in `{self._key}`{did_you_mean(name, entry['parameters'])}")
        for name in entry["required"]:
            if name not in names:
                yield self._problem(self._key, f"`{self._key}` lacks the key '{name}'")


def _split(key: str) -> tuple[str, bool]:
    return key.removesuffix(".$"), key.endswith(".$")


# Parameters are named as in the AWS SDK for Java, but with a capital: DbInstanceIdentifier for DBInstanceIdentifier.
_DIALECT = Dialect(
    member=lambda name: f"{name[0].upper()}{name[1:]}",
    ignores_case=True,
    key=_split,
    is_dynamic=lambda value: isinstance(value, str) and value.startswith("{%"),
)
