"""The schemas of Terraform's providers, which are made from other packages, against what the provider itself says."""

import json
import lzma
import tempfile
from collections import Counter
from pathlib import Path

import pytest

from samples.terraform_code.configuration import STAND_INS
from samples.terraform_code.differences import FILE as DIFFERENCES
from samples.terraform_code.files import check_file
from samples.terraform_code.language import deprecations, functions, levels_of
from samples.terraform_code.parse import parse
from samples.terraform_code.references import level_of
from samples.terraform_code.schema import DATA, Level, provider, provider_names
from samples.terraform_code.terraform import find_terraform
from samples.terraform_code.types import Type
from samples.terraform_data import make_schema

SERVICES = ("aws_cloudfront_", "aws_db_", "aws_dynamodb_", "aws_ecs_", "aws_eks_", "aws_iam_", "aws_lambda_", "aws_lb")
SERVICES += ("aws_route53_", "aws_s3_", "aws_security_group", "aws_sqs_", "aws_subnet", "aws_vpc")

with_mirror = pytest.mark.skipif(
    find_terraform() is None or find_terraform().mirror is None, reason="no mirror with the AWS provider is installed"
)


def test_sizes_of_the_data():
    aws = provider("aws")
    assert (aws.version, len(list(aws.types("resource"))), len(list(aws.types("data")))) == ("6.25.0", 1581, 630)
    assert set(provider_names()) == {package.provider for package in make_schema.PACKAGES}
    assert len(functions()) == 118


def test_levels():
    group = level_of("resource", "aws_security_group")
    assert group.attributes["arn"].need == "computed"
    assert group.attributes["ingress"].as_blocks
    assert group.attributes["tags"].type == Type("map", Type("string"))
    load_balancer = level_of("resource", "aws_lb_target_group")
    assert load_balancer.attributes["port"].type == Type("number")
    assert load_balancer.blocks["health_check"].most == 1
    rules = level_of("resource", "aws_wafv2_web_acl").blocks["rule"]
    assert (rules.nesting, rules.most) == ("set", 0)
    assert rules.level.blocks["statement"].level is None
    policy = level_of("data", "aws_iam_policy_document")
    assert policy.attributes["json"].need == "computed"
    assert policy.blocks["statement"].level.blocks["condition"].level.attributes["values"].need == "required"
    assert level_of("resource", "helm_release").attributes["set"].as_blocks is False
    assert level_of("resource", "aws_s3tables_table").attributes["encryption_configuration"].type.kind == "object"


def test_the_file_has_the_same_bytes_for_the_same_content():
    file = DATA / "terraform_random_schema.json.xz"
    assert make_schema.pack(json.loads(lzma.decompress(file.read_bytes()))) == file.read_bytes()


def test_levels_are_written_once():
    package = make_schema.PACKAGES[0]
    inner = {"b": {"type": "string", "need": "optional"}}
    body = {
        "list": {"type": ["list", inner], "need": "computed"},
        "one": {"block": inner, "nesting": "list", "max": 1, "need": "required"},
        "unknown": {"block": None, "nesting": "list", "max": 1, "need": "optional"},
    }
    content = make_schema.build(package, [{"kind": "resource", "type": "x_y", "body": body}])
    assert content["levels"][0] == {"attributes": {"b": ["optional", "string"]}, "blocks": {}}
    assert content["levels"][content["resource"]["x_y"]] == {
        "attributes": {"list": ["computed", ["list", 0]]},
        "blocks": {"one": ["required", "list", 1, 0], "unknown": ["optional", "list", 1, None]},
    }


def test_a_package_that_is_not_the_known_one_is_refused(monkeypatch, tmp_path):
    monkeypatch.setattr(make_schema.subprocess, "run", lambda *args, **options: None)
    (tmp_path / "package.whl").write_bytes(b"something else")
    with pytest.raises(ValueError, match="SHA-256"):
        make_schema.download(make_schema.PACKAGES[0], tmp_path)


def test_deprecations_name_what_there_is():
    for block, entries in deprecations().items():
        kind, _, type_ = block.partition(" ")
        level = levels_of("backends")[type_] if kind == "backend" else level_of(kind, type_)
        assert set(entries) - {""} <= {*level.attributes, *level.blocks}, block


def test_stand_ins_are_free_of_problems():
    body, problems = parse(STAND_INS.read_text("utf-8"))
    assert problems + check_file(body) == []


def test_data_files_say_where_they_come_from():
    notice = (DATA / "README.md").read_text("utf-8")
    names = [file.name for file in sorted(DATA.glob("terraform_*"))]
    assert DIFFERENCES.name in names
    assert [name for name in names if name not in notice and "_schema.json.xz" not in name] == []
    assert "MPL-2.0" in notice and "terraform_<provider>_schema.json.xz" in notice


@with_mirror
def test_agreement_with_the_provider():
    """Of what both know of the services that samples use most, all but a few per thousand agrees.

    The rest are changes between the provider's versions 5 and 6.
    """
    said = _schema_of_the_provider()
    counts: Counter[str] = Counter()
    for kind, key in (("resource", "resource_schemas"), ("data", "data_source_schemas")):
        for type_, schema in said[key].items():
            if type_.startswith(SERVICES) and (level := level_of(kind, type_)):
                _compare(schema["block"], level, counts)
    assert counts["same"] > 5000
    assert counts["other need"] + counts["other type"] + counts["other block"] < 0.003 * counts["same"]
    assert counts["missing"] < 0.001 * counts["same"]


def _schema_of_the_provider() -> dict:
    terraform = find_terraform()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "main.tf").write_text('provider "aws" {\n  region = "us-east-1"\n}\n')
        assert terraform.prepare(folder).returncode == 0
        output = terraform.run("providers", "schema", "-json", folder=folder).stdout
    return json.loads(output)["provider_schemas"]["registry.terraform.io/hashicorp/aws"]


def _compare(block: dict, level: Level, counts: Counter[str]) -> None:
    for name, attribute in block.get("attributes", {}).items():
        ours = level.attributes.get(name)
        if ours is None:
            counts["missing"] += 1
            continue
        need = next((word for word in ("required", "optional") if attribute.get(word)), "computed")
        counts["same" if need == ours.need else "other need"] += 1
        counts["same" if _kind(attribute["type"]) == _our_kind(ours.type) else "other type"] += 1
    for name, inner in block.get("block_types", {}).items():
        ours = level.blocks.get(name)
        if ours is None:
            counts["missing"] += 1
            continue
        one = inner["nesting_mode"] == "single" or inner.get("max_items") == 1
        required = inner.get("min_items", 0) > 0
        same = (one, required, inner["nesting_mode"]) == (ours.most == 1, ours.need == "required", ours.nesting)
        counts["same" if same else "other block"] += 1
        if ours.level is not None:
            _compare(inner["block"], ours.level, counts)


def _kind(type_: str | list) -> tuple:
    if isinstance(type_, str):
        return (type_,)
    return ("object",) if type_[0] == "object" else (type_[0], *_kind(type_[1]))


def _our_kind(type_: Type) -> tuple:
    return (type_.kind,) if type_.of is None else (type_.kind, *_our_kind(type_.of))
