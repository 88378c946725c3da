"""Terraform configuration: syntax, the providers' schemas, references; where Terraform is installed, also its own view.

Without Terraform, what is left is a check against the schemas of the providers (AWS 6.25) in `data/`. With it, the
style of `terraform fmt` is checked as well, and, if a mirror with the AWS provider is found, `terraform validate` runs
over the samples in which nothing else is wrong.
"""

from collections.abc import Sequence

from samples.model import Problem, Sample, Verdict
from samples.terraform_code.files import check_file
from samples.terraform_code.formatting import check_format
from samples.terraform_code.modules import SampleModule
from samples.terraform_code.parse import parse
from samples.terraform_code.terraform import find_terraform
from samples.terraform_code.tree import Body
from samples.terraform_code.validation import validate

SCHEMA = "schema"
VALIDATED = "schema, terraform validate"


def check(samples: Sequence[Sample]) -> list[Verdict]:
    """Check each sample as a module of its own."""
    read = [_read(sample.content) for sample in samples]
    problems = [found for _, found in read]
    ran = [False] * len(samples)
    terraform = find_terraform()
    if terraform is not None:
        formats = check_format(terraform, [sample.content for sample in samples])
        for (body, found), more in zip(read, formats, strict=True):
            found += more if body is not None else []
    if terraform is not None and terraform.mirror is not None:
        good = [number for number, (body, found) in enumerate(read) if body is not None and not found]
        modules = [SampleModule(samples[number].content, read[number][0]) for number in good]
        for number, outcome in zip(good, validate(terraform, modules), strict=True):
            problems[number] += outcome.problems
            ran[number] = outcome.ran
    return [
        Verdict(tuple(sorted(set(found))), VALIDATED if was_run else SCHEMA)
        for found, was_run in zip(problems, ran, strict=True)
    ]


def _read(content: str) -> tuple[Body | None, list[Problem]]:
    body, problems = parse(content)
    return body, problems if body is None else [*problems, *check_file(body)]
