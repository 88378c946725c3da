"""Commands, paginators and waiters of the AWS SDK for JavaScript: their parameters against the models."""

from collections.abc import Iterator

from samples.literals import MapValue, Value, from_tree
from samples.model import Problem
from samples.nearest import did_you_mean
from samples.sdk.javascript import DOCUMENT_COMMANDS, DOCUMENT_PAGINATORS, paginated, service_of, waiters
from samples.sdk.models import service_model
from samples.sdk.operations import operation_problems
from samples.sdk.shapes import Context

_PAGINATOR_KEYS = frozenset({"client", "pageSize", "startingToken", "stopOnSameToken", "withCommand"})
_WAITER_KEYS = frozenset({"abortController", "abortSignal", "client", "maxDelay", "maxWaitTime", "minDelay"})


def call_problems(facts: dict) -> Iterator[Problem]:
    """Yield what is wrong with the arguments of what a sample imports from the AWS SDK."""
    for use in facts["uses"]:
        native = use["module"] == "@aws-sdk/lib-dynamodb"
        service = "dynamodb" if native else service_of(use["module"])
        if service is None:
            continue
        arguments = [from_tree(tree) for tree in use["arguments"]]
        yield from _use(service, use, arguments, native)


def _use(service: str, use: dict, arguments: list[Value], native: bool) -> Iterator[Problem]:
    name, line = use["name"], use["line"]
    context = Context(f"`{name}`", native=native, language="javascript")
    operation = DOCUMENT_COMMANDS.get(name) if native else name.removesuffix("Command")
    if name.endswith("Command") and operation in service_model(service).operation_names:
        if not use["isNew"]:
            yield Problem(line, f"`{name}` is a class; write `new {name}(...)`")
        parameters = arguments[0] if arguments else MapValue(line, ())
        yield from _parameters(service, operation, parameters, context)
        return
    paginators = DOCUMENT_PAGINATORS if native else {f"paginate{one}": one for one in paginated(service)}
    waits = {f"{prefix}{one}": on for one, on in waiters(service).items() for prefix in ("waitFor", "waitUntil")}
    for calls, keys, required in ((paginators, _PAGINATOR_KEYS, "client"), (waits, _WAITER_KEYS, "maxWaitTime")):
        if name in calls:
            yield from _configuration(name, line, arguments, keys, required)
            parameters = arguments[1] if len(arguments) > 1 else MapValue(line, ())
            yield from _parameters(service, calls[name], parameters, context)


def _parameters(service: str, operation: str, parameters: Value, context: Context) -> Iterator[Problem]:
    if isinstance(parameters, MapValue):
        yield from operation_problems(service, operation, parameters, context)


def _configuration(
    name: str, line: int, arguments: list[Value], keys: frozenset[str], required: str
) -> Iterator[Problem]:
    configuration = arguments[0] if arguments else MapValue(line, ())
    if not isinstance(configuration, MapValue):
        return
    for entry in configuration.entries:
        if entry.key not in keys:
            hint = did_you_mean(entry.key, keys)
            yield Problem(entry.line, f"the configuration of `{name}` has no key `{entry.key}`{hint}")
    if not configuration.open and configuration.get(required) is None:
        yield Problem(line, f"the configuration of `{name}` lacks `{required}`")
