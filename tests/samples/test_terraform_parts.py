"""Parts of the checker for Terraform: syntax tree, types, versions, modules for `validate`."""

import pytest

from samples.terraform_code import tree as t
from samples.terraform_code.modules import MAIN, SampleModule
from samples.terraform_code.parse import parse
from samples.terraform_code.terraform import AWS, find_terraform
from samples.terraform_code.types import BOOL, NUMBER, STRING, Type, can_become
from samples.terraform_code.versions import NotAConstraint, allows


def value(text: str) -> t.Node:
    body, problems = parse(f"a = {text}\n")
    assert problems == []
    return body.arguments["a"].value


def test_lines_of_nodes():
    body, _ = parse('b "x" {\n  a = [\n    1,\n    var.c,\n  ]\n}\n')
    [block] = body.blocks
    items = block.body.arguments["a"].value.items
    assert (block.line, block.end, [item.line for item in items]) == (1, 6, [3, 4])


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("-1", t.Operation(1, "-", (t.Literal(1, 1),))),
        ("1.5", t.Literal(1, 1.5)),
        ('"a${1}"', t.Template(1, ("a", t.Literal(1, 1)))),
        ('"a\\n\\u00e9"', t.Literal(1, "a\n\u00e9")),
        ('"$${a}"', t.Literal(1, "${a}")),
        ("f(a...)", t.Call(1, "f", (t.Traversal(1, "a"),), expanded=True)),
        ("a.b[0]", t.Traversal(1, "a", (t.Attribute(1, "b"), t.Index(1, t.Literal(1, 0))))),
        ("a.0", t.Traversal(1, "a", (t.Index(1, t.Literal(1, 0)),))),
        ("{ (a) = 1 }", t.ObjectOf(1, (t.ObjectItem(1, t.Traversal(1, "a"), t.Literal(1, 1)),))),
        ("{ a : 1 }", t.ObjectOf(1, (t.ObjectItem(1, t.Literal(1, "a"), t.Literal(1, 1)),))),
    ],
)
def test_expressions(text, node):
    assert value(text) == node


def test_heredocs():
    assert value("<<-EOT\n    one\n      $${two}\n  EOT") == t.Literal(1, "one\n  ${two}\n", heredoc=True)
    inserted = value('<<EOT\n{"a": "${join("}", [var.b])}"}\nEOT')
    assert [part for part in inserted.parts if isinstance(part, str)] == ['{"a": "', '"}\n']
    assert inserted.parts[1].line == 2


@pytest.mark.parametrize(
    ("found", "wanted", "fits"),
    [
        (NUMBER, STRING, True),
        (STRING, NUMBER, True),
        (BOOL, NUMBER, False),
        (Type("tuple", items=(NUMBER, STRING)), Type("set", STRING), True),
        (Type("tuple", items=(Type("map", STRING),)), Type("list", STRING), False),
        (Type("object", fields={"a": NUMBER}), Type("map", STRING), True),
        (Type("object"), Type("object", fields={"a": NUMBER}), False),
        (Type("list", STRING), STRING, False),
        (STRING, Type("list", STRING), False),
    ],
)
def test_conversions(found, wanted, fits):
    assert can_become(found, wanted) is fits


@pytest.mark.parametrize(
    ("constraint", "allowed"),
    [
        ("~> 6.0", True),
        ("~> 6.25.0", True),
        ("~> 6.24.0", False),
        ("~> 5.100", False),
        (">= 5.0", True),
        (">= 5.0, < 6.0", False),
        ("6.25.0", True),
        ("!= 6.25", False),
        ("> 6.25", False),
        ("<= 6.25", True),
    ],
)
def test_version_constraints(constraint, allowed):
    assert allows(constraint, "6.25.0") is allowed


@pytest.mark.parametrize("constraint", ["", "latest", "~> six", "=> 1.0", "1.2.3.4"])
def test_what_is_no_version_constraint(constraint):
    with pytest.raises(NotAConstraint):
        allows(constraint, "6.25.0")


def test_modules_for_validation(tmp_path):
    content = """\
terraform {
  required_version = "~> 99.0"
}

module "vpc" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "~> 6.0"
  name    = var.name
}

output "o" {
  value = [module.vpc.id, data.aws_region.current.region, file("${path.module}/a/b.txt")]
}
"""
    module = SampleModule(content, parse(content)[0])
    module.write(tmp_path)
    written = (tmp_path / MAIN).read_text().split("\n")
    assert len(written) == len(content.split("\n"))
    assert (written[0], written[5], written[6].strip()) == ("", '  source  = "./stub_vpc"', "")
    added = (tmp_path / "completion.tf").read_text()
    assert 'variable "name" {}' in added and 'data "aws_region" "current" {}' in added
    stub = (tmp_path / "stub_vpc" / MAIN).read_text()
    assert 'variable "name" {}' in stub and 'output "id"' in stub and "version" not in stub
    assert (tmp_path / "a" / "b.txt").is_file()
    assert (module.required(), module.must_be_root, module.providers) == (["name"], False, set())


@pytest.mark.skipif(find_terraform() is None, reason="terraform is not installed")
def test_mirrors_are_found_by_the_environment_and_by_settings(monkeypatch, tmp_path):
    named, configured = tmp_path / "named", tmp_path / "configured"
    (named / AWS / "6.30.0").mkdir(parents=True)
    (named / AWS / "6.4.0").mkdir(parents=True)
    (configured / AWS).mkdir(parents=True)
    (configured / AWS / "terraform-provider-aws_6.7.0_linux_amd64.zip").touch()
    settings = tmp_path / "settings.tfrc"
    settings.write_text(f'provider_installation {{\n  filesystem_mirror {{\n    path = "{configured}"\n  }}\n}}\n')
    monkeypatch.setenv("TF_CLI_CONFIG_FILE", str(settings))
    monkeypatch.delenv("ALOUD_TERRAFORM_MIRROR", raising=False)
    find = find_terraform.__wrapped__
    assert (find().mirror, find().version) == (configured, "6.7.0")
    monkeypatch.setenv("ALOUD_TERRAFORM_MIRROR", str(named))
    assert (find().mirror, find().version) == (named, "6.30.0")
    monkeypatch.setenv("PATH", "")
    assert find() is None
