"""JSON files that an AWS API takes as they are, through the service models of botocore.

Which kind of file is which shape stands in `data/api_shapes.yaml`.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

from data_files import load_data
from samples.documents import document_verdict
from samples.json_documents.event_patterns import event_pattern_problems
from samples.json_documents.lifecycle_rules import ecr_lifecycle_problems, s3_lifecycle_problems
from samples.json_documents.schemas import own_validator, schema_problems
from samples.json_documents.shapes import shape_problems
from samples.json_documents.task_definitions import task_definition_problems
from samples.model import Problem, Sample, Verdict
from samples.sdk.models import service_model
from samples.yaml_nodes import Document, read_json

KINDS = Path(__file__).parents[1] / "data" / "api_shapes.yaml"

_ALSO: dict[str, Callable[[Document], list[Problem]]] = {
    "ecr_lifecycle": ecr_lifecycle_problems,
    "event_pattern": event_pattern_problems,
    "s3_lifecycle": s3_lifecycle_problems,
    "task_definition": task_definition_problems,
}
_RULES = {
    "ecr_lifecycle": "own rules",
    "event_pattern": "own grammar of event patterns",
    "s3_lifecycle": "own rules of Amazon S3 lifecycles",
    "task_definition": "own rules of Amazon ECS",
}


def check(samples: Sequence[Sample]) -> list[Verdict]:
    return [_verdict(sample) for sample in samples]


def _verdict(sample: Sample) -> Verdict:
    kind = _kinds().get(_ending(sample.title))
    if kind is None:
        text = f"no shape is known for files named *.{_ending(sample.title)}.json; add it to {KINDS.name}"
        return Verdict((Problem(1, text),), "parser")
    return document_verdict(sample, read_json, lambda document: _problems(kind, document), _means(kind))


def _ending(title: str) -> str:
    return title.removesuffix(".json").rpartition(".")[2]


@cache
def _kinds() -> dict[str, dict[str, str]]:
    return {entry["kind"]: entry for entry in load_data(KINDS)}


def _problems(kind: dict[str, str], document: Document) -> Iterator[Problem]:
    if "service" in kind:
        yield from shape_problems(document, _shape(kind, document))
    if "schema" in kind:
        yield from schema_problems(own_validator(kind["schema"]), document)
    if "also" in kind:
        yield from _ALSO[kind["also"]](document)


def _shape(kind: dict[str, str], document: Document):
    """Return the shape of the file: of one member of the operation's input, or of all of it if the file says so."""
    whole = service_model(kind["service"]).operation_model(kind["operation"]).input_shape
    member = kind.get("member")
    if member is None or (isinstance(document.value, dict) and member in document.value):
        return whole
    return whole.members[member]


def _means(kind: dict[str, str]) -> str:
    means = [f"botocore {kind['service']} {kind['operation']}"] if "service" in kind else []
    means += ["schema"] if "schema" in kind else []
    means += [_RULES[kind["also"]]] if "also" in kind else []
    return ", ".join(means)
