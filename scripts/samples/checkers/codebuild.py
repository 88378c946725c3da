"""Build specifications of AWS CodeBuild: a schema of ours, variables, and the order of a batch.

Not checked: the commands themselves, whether a build image still has a runtime version.
Source: https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html
"""

from collections.abc import Iterator, Sequence
from functools import cache

from samples.documents import document_verdict
from samples.json_documents.schemas import own_validator, schema_problems
from samples.model import Problem, Sample, Verdict
from samples.nearest import did_you_mean
from samples.parts import mapping, mappings, sequence, text
from samples.sdk.models import service_model
from samples.secret_names import names_a_secret
from samples.yaml_nodes import Document, Path, read_one_yaml


def check(samples: Sequence[Sample]) -> list[Verdict]:
    return [document_verdict(sample, read_one_yaml, _problems, "schema, botocore") for sample in samples]


def _problems(document: Document) -> Iterator[Problem]:
    yield from schema_problems(own_validator("buildspec"), document)
    yield from _secrets(document)
    yield from _sources(document)
    yield from _batch(document)


def _variables(document: Document, kind: str) -> dict:
    return mapping(mapping(document.value.get("env")).get(kind))


def _secrets(document: Document) -> Iterator[Problem]:
    for name in _variables(document, "variables"):
        if names_a_secret(name):
            message = f"{name} is a secret in plain text; take it from `secrets-manager` or `parameter-store`"
            yield Problem(document.line(("env", "variables", name)), message)


def _sources(document: Document) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for kind in ("variables", "parameter-store", "secrets-manager"):
        for name, value in _variables(document, kind).items():
            line = document.line(("env", kind, name))
            if name in seen:
                yield Problem(line, f"{name} stands in `{seen[name]}` as well; keep one")
            seen[name] = kind
            # secret-id:json-key:version-stage:version-id, where the identifier may be an ARN of seven parts
            colons = str(value).count(":") - (6 if str(value).startswith("arn:") else 0)
            if kind == "secrets-manager" and not 0 <= colons <= 3:
                yield Problem(line, f"'{value}' is not secret-id:json-key:version-stage:version-id")


def _batch(document: Document) -> Iterator[Problem]:
    batch = mapping(document.value.get("batch"))
    for kind in ("build-graph", "build-list"):
        tasks = mappings(batch.get(kind))
        identifiers = [identifier for task in tasks if (identifier := text(task.get("identifier")))]
        for i, task in enumerate(tasks):
            path, identifier = ("batch", kind, i), text(task.get("identifier"))
            if identifiers.count(identifier) > 1:
                message = f"two tasks have the identifier '{identifier}'"
                yield Problem(document.line((*path, "identifier")), message)
            for j, other in enumerate(sequence(task.get("depend-on"))):
                if other not in identifiers or other == identifier:
                    line = document.line((*path, "depend-on", j))
                    hint = did_you_mean(str(other), identifiers)
                    yield Problem(line, f"there is no other task '{other}' to depend on{hint}")
            yield from _environment(document, mapping(task.get("env")), (*path, "env"))


def _environment(document: Document, environment: dict, path: Path) -> Iterator[Problem]:
    for key, shape in (("compute-type", "ComputeType"), ("type", "EnvironmentType")):
        value = text(environment.get(key))
        if value is not None and value not in _values(shape):
            line = document.line((*path, key))
            yield Problem(line, f"'{value}' is no {key} of CodeBuild{did_you_mean(value, _values(shape))}")


@cache
def _values(shape: str) -> tuple[str, ...]:
    return tuple(service_model("codebuild").shape_for(shape).enum)
