"""The checker for Terraform where Terraform and a mirror with the AWS provider are installed."""

from dataclasses import replace
from pathlib import Path

import pytest

from bank import load_bank
from samples.checkers import terraform
from samples.checkers.terraform import SCHEMA, VALIDATED, check
from samples.model import Sample
from samples.terraform_code import differences as known
from samples.terraform_code import validation
from samples.terraform_code.differences import Diagnostic, Difference, explanation
from samples.terraform_code.files import check_file
from samples.terraform_code.modules import SampleModule
from samples.terraform_code.parse import parse
from samples.terraform_code.terraform import find_terraform

HERE = Path(__file__).parent
DOCS = HERE.parents[1] / "docs"
ARGUMENT = "Unsupported argument"
# Providers that the mirror need not have.
NOT_VALIDATED = {"eks", "lambda", "users"}

with_terraform = pytest.mark.skipif(find_terraform() is None, reason="terraform is not installed")
with_mirror = pytest.mark.skipif(
    find_terraform() is None or find_terraform().mirror is None, reason="no mirror with the AWS provider is installed"
)


def sample(content: str) -> Sample:
    return Sample("page.md", 10, "hcl", "main.tf", content)


@with_mirror
def test_good_samples_are_validated_together():
    files = sorted((HERE / "terraform").glob("*.tf"))
    verdicts = check([sample(file.read_text("utf-8")) for file in files])
    assert {
        file.stem: verdict.problems for file, verdict in zip(files, verdicts, strict=True) if verdict.problems
    } == {}
    assert {file.stem for file, one in zip(files, verdicts, strict=True) if one.means == SCHEMA} == NOT_VALIDATED
    assert {verdict.means for verdict in verdicts} == {SCHEMA, VALIDATED}


@with_mirror
def test_what_only_terraform_finds():
    contents = {
        "enumeration": 'resource "aws_eip" "a" {\n  domain = "vpcs"\n}\n',
        "warning": (
            'resource "aws_redshift_cluster" "c" {\n  cluster_identifier        = "c"\n'
            '  node_type                 = "ra3.large"\n  aqua_configuration_status = "auto"\n}\n'
        ),
        "good": 'resource "aws_eip" "a" {\n  domain = "vpc"\n}\n',
        # These two keep Terraform from looking at the rest, and from looking at others in the same run.
        "cannot be loaded": 'variable "count" {\n  type = number\n}\n',
        "root module": (
            'import {\n  to = aws_eip.a\n  id = "eipalloc-0123456789abcdef0"\n}\n\n'
            'resource "aws_eip" "a" {\n  domain = "vpcs"\n}\n'
        ),
    }
    verdicts = dict(zip(contents, check([sample(content) for content in contents.values()]), strict=True))
    assert found(verdicts["enumeration"], 2, "expected domain to be one of")
    assert found(verdicts["warning"], 4, "eprecated")
    assert found(verdicts["cannot be loaded"], 1, "reserved")
    assert found(verdicts["root module"], 7, "expected domain to be one of")
    assert verdicts["good"].problems == ()
    assert {verdict.means for verdict in verdicts.values()} == {VALIDATED}


def found(verdict, line: int, piece: str) -> bool:
    return any(one.line == line and piece in one.message for one in verdict.problems)


@with_mirror
def test_packed_mirror(monkeypatch):
    packed = replace(find_terraform(), unpacked=None)
    monkeypatch.setattr(terraform, "find_terraform", lambda: packed)
    [verdict] = check([sample('resource "aws_eip" "a" {\n  domain = "vpcs"\n}\n')])
    assert found(verdict, 2, "expected domain to be one of")


@with_terraform
def test_style():
    [good, spacing, end] = check(
        [
            sample("locals {\n  a    = 1\n  long = 2\n}"),
            sample("locals {\n  a = 1\n  long = 2\n}\n"),
            sample('locals {\n  a = "${var.a}"\n}\n'),
        ]
    )
    assert good.problems == ()
    assert [(one.line, "`  a    = 1`" in one.message) for one in spacing.problems] == [(2, True)]
    assert [(one.line, "`  a = var.a`" in one.message) for one in end.problems] == [(2, True)]


@with_mirror
def test_differences_between_providers(monkeypatch):
    entry = Difference('resource "aws_sqs_queue" "q"', ARGUMENT, '"region"', "made up")
    content = 'resource "aws_sqs_queue" "%s" {\n  region = "us-east-1"\n}\n'
    installed = find_terraform()
    if installed.version.startswith("6."):
        pytest.skip("the provider is not older than the schemas")
    monkeypatch.setattr(validation, "differences", lambda: (entry,))
    modules = [SampleModule(content % name, parse(content % name)[0]) for name in ("q", "r")]
    explained, other = validation.validate(installed, modules)
    assert (explained.problems, explained.explained) == ([], {entry})
    assert [problem.line for problem in other.problems] == [2]


def test_explanations_fit_what_they_name_only():
    entry = Difference('resource "aws_sqs_queue"', ARGUMENT, '"region"', "made up")
    said = Diagnostic("main.tf", 2, True, ARGUMENT, 'An argument\nnamed "region"', 'resource "aws_sqs_queue" "q"')
    other = Diagnostic("main.tf", 2, True, ARGUMENT, 'An argument named "size"', 'resource "aws_sqs_queue" "q"')
    assert explanation(said, [entry]) == entry
    assert explanation(other, [entry]) is None


@with_mirror
@pytest.mark.skipif(not known.differences(), reason="no differences are known")
def test_every_difference_is_needed_by_a_sample():
    fences = [fence for page in load_bank(DOCS).pages.values() for fence in page.fences if fence.language == "hcl"]
    read = [(fence.content, *parse(fence.content)) for fence in fences]
    good = [SampleModule(content, body) for content, body, problems in read if body and not problems + check_file(body)]
    outcomes = validation.validate(find_terraform(), good)
    assert set(known.differences()) - {one for outcome in outcomes for one in outcome.explained} == set()
