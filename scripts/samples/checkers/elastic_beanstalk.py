"""Files of an Elastic Beanstalk bundle: `cron.yaml`, and the `.config` files of `.ebextensions`.

Checked: a schema of ours for each, namespaces of options, secrets in plain text. Not checked: option names and values,
the commands themselves, CloudFormation resources.
Source: https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/ebextensions.html
"""

from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

from data_files import load_data
from samples.documents import document_verdict
from samples.json_documents.schemas import own_validator, schema_problems
from samples.model import Problem, Sample, Verdict
from samples.nearest import did_you_mean
from samples.parts import mapping, mappings, text
from samples.secret_names import names_a_secret
from samples.yaml_nodes import Document, read_one_yaml

_NAMESPACES = Path(__file__).parents[1] / "data" / "beanstalk_namespaces.yaml"
_ENVIRONMENT = "aws:elasticbeanstalk:application:environment"


def check(samples: Sequence[Sample]) -> list[Verdict]:
    return [_verdict(sample) for sample in samples]


def _verdict(sample: Sample) -> Verdict:
    kind = "cron" if sample.title.endswith("cron.yaml") else "config"

    def problems(document: Document) -> Iterator[Problem]:
        yield from schema_problems(own_validator(f"beanstalk_{kind}"), document)
        yield from _namespaces(document)
        yield from _secrets(document)

    return document_verdict(sample, read_one_yaml, problems, "schema")


def _namespaces(document: Document) -> Iterator[Problem]:
    settings = document.value.get("option_settings")
    paths = [(("option_settings", name), name) for name in mapping(settings)]
    for i, setting in enumerate(mappings(settings)):
        paths.append((("option_settings", i, "namespace"), text(setting.get("namespace")) or _ENVIRONMENT))
    for path, name in paths:
        if str(name).startswith("aws:") and not any(fnmatchcase(str(name), known) for known in _known()):
            hint = did_you_mean(str(name), _known())
            yield Problem(document.line(path), f"Elastic Beanstalk has no namespace {name}{hint}")


def _secrets(document: Document) -> Iterator[Problem]:
    for name in mapping(mapping(document.value.get("option_settings")).get(_ENVIRONMENT)):
        if names_a_secret(name):
            message = f"{name} is a secret in plain text; give its ARN in {_ENVIRONMENT}secrets"
            yield Problem(document.line(("option_settings", _ENVIRONMENT, name)), message)


@cache
def _known() -> tuple[str, ...]:
    return tuple(load_data(_NAMESPACES))
