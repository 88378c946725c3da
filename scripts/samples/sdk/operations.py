"""A call's parameters against the operation they are for."""

from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path

from data_files import load_data
from samples.literals import Entry, MapValue, Value
from samples.model import Problem
from samples.sdk.dynamodb_expressions import expression_problems
from samples.sdk.models import operation_model
from samples.sdk.shapes import Context, shape_problems

_DATA = Path(__file__).parent.parent / "data" / "sdk_parameters.yaml"


def operation_problems(
    service: str, operation: str, parameters: MapValue, context: Context, given: Collection[str] = ()
) -> Iterator[Problem]:
    """Yield what is wrong with the parameters of an operation, such as ("s3", "PutObject").

    `given` names parameters that the SDK fills in itself, as a resource of boto3 does with its identifiers.
    """
    model = operation_model(service, operation)
    if model.deprecated:
        yield Problem(parameters.line, f"{context.what} is deprecated; use what the API reference names instead")
    if model.input_shape is None:
        for entry in parameters.entries:
            yield Problem(entry.line, f"unknown parameter `{entry.key}` of {context.what}, which takes none")
        return
    exempt = _exempt(f"{service}.{operation}")
    entries = tuple(entry for entry in parameters.entries if entry.key not in exempt)
    supplied = {*given, *exempt, *model.idempotent_members} - {entry.key for entry in entries}
    missing = [name for name in model.input_shape.required_members if name in supplied]
    unknown_but_present = tuple(Entry(name, parameters.line, Value(parameters.line)) for name in missing)
    checked = MapValue(parameters.line, entries + unknown_but_present, parameters.open)
    yield from shape_problems(model.input_shape, checked, context)
    if service == "dynamodb":
        yield from expression_problems(parameters)


@cache
def _exempt_parameters() -> dict[str, dict[str, str]]:
    return load_data(_DATA)


def _exempt(operation: str) -> Collection[str]:
    return _exempt_parameters().get(operation, {})
