"""Application specifications of AWS CodeDeploy, for servers, Amazon ECS and AWS Lambda: a schema of ours for each.

Source: https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure.html
Not checked: scripts and functions that hooks name.
"""

from collections.abc import Iterator, Sequence

from samples.json_documents.schemas import own_validator, schema_problems
from samples.model import Problem, Sample, Verdict
from samples.parts import integer, mapping, mappings
from samples.yaml_nodes import Document, read_one_yaml

# https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html
_MAX_SECONDS = 3600
# The reference writes these keys in both ways.
_CAPITALS = {"resources": "Resources", "hooks": "Hooks"}


def check(samples: Sequence[Sample]) -> list[Verdict]:
    return [_verdict(sample) for sample in samples]


def _verdict(sample: Sample) -> Verdict:
    document, problems = read_one_yaml(sample.content)
    if document is None:
        return Verdict(tuple(sorted(set(problems))), "schema")
    platform = _platform(document.value)
    if platform != "server":
        document = _with_capitals(document)
    problems = [*problems, *schema_problems(own_validator(f"appspec_{platform}"), document), *_rules(document)]
    return Verdict(tuple(sorted(set(problems))), f"schema for {platform}")


def _platform(value: dict) -> str:
    """Return for which platform a file is, by the key and the type of resource that only that platform has."""
    resources = value.get("Resources", value.get("resources"))
    if resources is None:
        return "server"
    return "lambda" if "AWS::Lambda" in str(resources) else "ecs"


def _with_capitals(document: Document) -> Document:
    value = {_CAPITALS.get(key, key): item for key, item in document.value.items()}
    lines = {(_CAPITALS.get(path[0], path[0]), *path[1:]) if path else path: n for path, n in document.lines.items()}
    return Document(value, lines, document.blocks)


def _rules(document: Document) -> Iterator[Problem]:
    for name, scripts in mapping(document.value.get("hooks")).items():
        total = sum(integer(script.get("timeout")) or 0 for script in mappings(scripts))
        if total > _MAX_SECONDS:
            message = f"the scripts of {name} take up to {total} seconds, and an event has {_MAX_SECONDS}"
            yield Problem(document.line(("hooks", name)), message)
    for i, resource in enumerate(mappings(document.value.get("Resources"))):
        for name, function in resource.items():
            properties = mapping(mapping(function).get("Properties"))
            target, current = properties.get("TargetVersion"), properties.get("CurrentVersion")
            if target is not None and str(target) == str(current):
                line = document.line(("Resources", i, name, "Properties", "TargetVersion"))
                yield Problem(line, "the target version is the current version, so nothing would be deployed")
