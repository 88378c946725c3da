"""GitHub workflows: the schema that check-jsonschema has on board, and rules about supply chain, tokens, injection.

Not checked: inputs of actions, shell scripts in `run`, types inside of expressions.
"""

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from samples.github_workflows.rules import workflow_problems
from samples.json_documents.schemas import schema_problems
from samples.model import Sample, Verdict
from samples.yaml_nodes import read_one_yaml

MEANS = "check-jsonschema's GitHub schema, own rules"


def check(samples: Sequence[Sample]) -> list[Verdict]:
    return [_verdict(sample) for sample in samples]


def _verdict(sample: Sample) -> Verdict:
    document, problems = read_one_yaml(sample.content)
    if document is not None:
        problems = [*problems, *schema_problems(_validator(), document), *workflow_problems(document)]
    return Verdict(tuple(sorted(set(problems))), MEANS)


@cache
def _validator():
    from jsonschema import Draft7Validator

    schema = files("check_jsonschema") / "builtin_schemas" / "vendor" / "github-workflows.json"
    return Draft7Validator(json.loads(schema.read_text("utf-8")))
