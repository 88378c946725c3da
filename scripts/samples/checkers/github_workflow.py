"""GitHub workflows: the schema that check-jsonschema has on board, and rules about supply chain, tokens, injection.

Not checked: inputs of actions, shell scripts in `run`, types inside of expressions.
"""

import json
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from samples.documents import document_verdict
from samples.github_workflows.rules import workflow_problems
from samples.json_documents.schemas import schema_problems
from samples.model import Problem, Sample, Verdict
from samples.yaml_nodes import Document, read_one_yaml

MEANS = "check-jsonschema's GitHub schema, own rules"


def check(samples: Sequence[Sample]) -> list[Verdict]:
    return [document_verdict(sample, read_one_yaml, _problems, MEANS) for sample in samples]


def _problems(document: Document) -> Iterator[Problem]:
    yield from schema_problems(_validator(), document)
    yield from workflow_problems(document)


@cache
def _validator():
    from jsonschema import Draft7Validator

    schema = files("check_jsonschema") / "builtin_schemas" / "vendor" / "github-workflows.json"
    return Draft7Validator(json.loads(schema.read_text("utf-8")))
