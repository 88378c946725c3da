"""The checker for Terraform, by syntax and schemas alone; `terraform` has tests of its own."""

from pathlib import Path

import pytest

from samples.checkers import terraform
from tests.samples.cases import run_cases, verdict_of

HERE = Path(__file__).parent / "terraform"


@pytest.fixture(autouse=True)
def without_terraform(monkeypatch):
    monkeypatch.setattr(terraform, "find_terraform", lambda: None)


test_good = run_cases(
    "terraform",
    language="hcl",
    title="main.tf",
    good={file.stem: file.read_text("utf-8") for file in sorted(HERE.glob("*.tf"))},
    bad={},
)

QUEUE = 'resource "aws_sqs_queue" "q" {\n'
BUCKET = 'resource "aws_s3_bucket" "b" {\n  bucket = "shop-logs-111122223333"\n}\n'

test_syntax = run_cases(
    "terraform",
    language="hcl",
    title="main.tf",
    good={
        "empty file": "",
        "comments": "# one\n// two\n/* three\n */\n",
        "escapes": 'locals {\n  a = "tab \\t, quote \\", $${b}, %%{c}, \\u00e9"\n}\n',
    },
    bad={
        "brace not closed": (QUEUE + '  name = "q"\n', 2, "it ends too early"),
        "value missing": (QUEUE + "  name =\n}\n", 2, "the line ends too early"),
        "name missing": (QUEUE + "  name = var.\n}\n", 2, "something is missing"),
        "single quotes": (QUEUE + "  name = 'q'\n}\n", 2, "double quotes"),
        "quote not closed": (QUEUE + '  name = "q\n}\n', 2, "quote is not closed"),
        "comma missing": ("locals {\n  a = [\n    1\n    2\n  ]\n}\n", 4, "`2` cannot stand here"),
        "stray character": (QUEUE + '  name = "q";\n}\n', 2, "not valid HCL"),
        "invalid escape": (QUEUE + '  name = "a\\d"\n}\n', 2, "no escape sequence"),
        "argument twice": (QUEUE + '  name = "q"\n  name = "r"\n}\n', 3, "set twice; it is set on line 2"),
        "two arguments on one line": (QUEUE + '  name = "q" delay_seconds = 5\n}\n', 2, "a line of its own"),
        "one-line block with two": ('variable "a" { default = "x", type = string }\n', 1, "not valid HCL"),
        "one-line block with block": ('terraform { required_providers { a = "b" } }\n', 1, "on own lines"),
        "interpolation not closed": ("locals {\n  a = <<-EOT\n    x\n    ${var.y\n  EOT\n}\n", 4, "cannot be read"),
        "directive not ended": ('locals {\n  a = "%{if var.x}y"\n}\n', 2, "not ended"),
        "label with insertion": ('resource "aws_sqs_queue" "${var.x}" {\n}\n', 1, "plain string"),
        "argument in file": ('name = "x"\n', 1, "outside of a block"),
        "unknown block": ('resources "aws_sqs_queue" "q" {\n}\n', 1, "did you mean `resource`"),
        "label missing": ('resource "aws_sqs_queue" {\n}\n', 1, "takes a type and a name, not 1 labels"),
        "name with a space": ('resource "aws_sqs_queue" "my queue" {\n}\n', 1, "is no name"),
    },
)

test_schema = run_cases(
    "terraform",
    language="hcl",
    title="main.tf",
    good={
        "text of a number": (QUEUE + '  delay_seconds = "5"\n}\n'),
        "null": QUEUE + "  name = null\n}\n",
        "list of objects as blocks": (
            'resource "aws_security_group" "g" {\n  ingress {\n    from_port = 1\n    to_port = 1\n'
            '    protocol = "tcp"\n  }\n}\n'
        ),
    },
    bad={
        "unknown resource type": ('resource "aws_sqs_que" "q" {\n}\n', 1, "did you mean `aws_sqs_queue`"),
        "unknown data source": ('data "aws_vpcc" "v" {\n}\n', 1, "unknown data source `aws_vpcc`"),
        "resource that is a data source": ('resource "aws_caller_identity" "c" {\n}\n', 1, "unknown resource type"),
        "unknown provider": ('resource "datadog_monitor" "m" {\n}\n', 1, "provider of `datadog_monitor`"),
        "unknown argument": (QUEUE + '  names = "q"\n}\n', 2, "unknown argument `names`"),
        "did you mean": (QUEUE + "  delay_second = 5\n}\n", 2, "did you mean `delay_seconds`"),
        "required argument": ('resource "aws_sns_topic_subscription" "s" {\n}\n', 1, "required argument `topic_arn`"),
        "required block": (
            'resource "aws_lb_listener" "l" {\n  load_balancer_arn = var.arn\n}\n',
            1,
            "required block `default_action`",
        ),
        "computed": (QUEUE + '  arn = "arn:aws:sqs:us-east-1:111122223333:q"\n}\n', 2, "can only be read"),
        "block as argument": (
            'resource "aws_s3_bucket_versioning" "v" {\n  bucket = "b"\n'
            '  versioning_configuration = {\n    status = "Enabled"\n  }\n}\n',
            3,
            "is a block",
        ),
        "argument as block": (QUEUE + '  tags {\n    Name = "q"\n  }\n}\n', 2, "is an argument"),
        "unknown block": (
            'resource "aws_vpc" "v" {\n  ingres {\n  }\n}\n',
            2,
            "unknown block `ingres`",
        ),
        "block too often": (
            'resource "aws_lambda_function" "f" {\n  function_name = "f"\n  role = var.role\n  environment {\n  }\n'
            "  environment {\n  }\n}\n",
            6,
            "takes one block `environment`",
        ),
        "deep argument": (
            'resource "aws_lb_target_group" "t" {\n  health_check {\n    unhealty_threshold = 2\n  }\n}\n',
            3,
            "unknown argument `unhealty_threshold` of `health_check`",
        ),
        "deprecated argument": (
            'resource "aws_s3_bucket" "b" {\n  acl = "private"\n}\n',
            2,
            "use the resource `aws_s3_bucket_acl`",
        ),
        "nearly of Terraform": ('resource "teraform_data" "d" {\n}\n', 1, "did you mean `terraform_data`"),
        "ephemeral resource": ('ephemeral "aws_ssm_parameters" "p" {\n}\n', 1, "did you mean `aws_ssm_parameter`"),
        "deprecated type": (
            'resource "aws_s3_bucket_object" "o" {\n  bucket = "b"\n  key = "k"\n}\n',
            1,
            "use `aws_s3_object`",
        ),
        "deprecated attribute": ("locals {\n  a = data.aws_region.current.name\n}\n", 2, "read `region`"),
        "dynamic of an unknown block": (
            QUEUE + '  dynamic "rule" {\n    for_each = []\n    content {\n    }\n  }\n}\n',
            2,
            "unknown block `rule`",
        ),
        "dynamic without content": (
            'resource "aws_security_group" "g" {\n  dynamic "ingress" {\n    for_each = []\n  }\n}\n',
            2,
            "exactly one block, `content`",
        ),
        "dynamic without for_each": (
            'resource "aws_security_group" "g" {\n  dynamic "ingress" {\n    content {\n    }\n  }\n}\n',
            2,
            "required argument `for_each`",
        ),
        "inside dynamic": (
            'resource "aws_security_group" "g" {\n  dynamic "ingress" {\n    for_each = []\n    content {\n'
            "      port = 1\n    }\n  }\n}\n",
            5,
            "unknown argument `port`",
        ),
        "object of a list lacks attributes": (
            'resource "aws_security_group" "g" {\n  ingress = [{\n    from_port = 1\n  }]\n}\n',
            2,
            "lacks `cidr_blocks`",
        ),
        "list of objects of a new provider as blocks": (
            'resource "helm_release" "r" {\n  name = "r"\n  chart = "c"\n  set {\n    name = "a"\n  }\n}\n',
            4,
            "is an argument",
        ),
    },
)

test_types = run_cases(
    "terraform",
    language="hcl",
    title="main.tf",
    good={"single insertion": QUEUE + '  delay_seconds = "${var.seconds}"\n}\n'},
    bad={
        "string for a number": (QUEUE + '  delay_seconds = "5s"\n}\n', 2, "takes a number, not '5s'"),
        "number for a boolean": (QUEUE + "  fifo_queue = 1\n}\n", 2, "takes a boolean, not 1"),
        "boolean for a number": (QUEUE + "  delay_seconds = true\n}\n", 2, "takes a number, not True"),
        "string for a list": (
            'resource "aws_lb" "l" {\n  subnets = "subnet-1"\n}\n',
            2,
            "takes a set of strings, not 'subnet-1'; put it in brackets",
        ),
        "list for a string": (QUEUE + '  name = ["q"]\n}\n', 2, "takes a string, not a list"),
        "list for a map": (QUEUE + '  tags = ["q"]\n}\n', 2, "takes a map of strings, not a list"),
        "element of a list": (
            'resource "aws_lb" "l" {\n  subnets = [\n    "subnet-1",\n    ["subnet-2"],\n  ]\n}\n',
            4,
            "each element of `subnets` takes a string",
        ),
        "value of a map": (QUEUE + "  tags = {\n    Name = []\n  }\n}\n", 3, "each value of `tags` takes a string"),
        "attribute of the wrong type": (
            BUCKET + 'resource "aws_lb" "l" {\n  subnets = aws_s3_bucket.b.id\n}\n',
            5,
            "takes a set of strings, not a string",
        ),
        "branch": (QUEUE + "  delay_seconds = var.a ? 5 : []\n}\n", 2, "takes a number, not a list"),
        "condition": (QUEUE + "  delay_seconds = [] ? 5 : 6\n}\n", 2, "a condition takes a boolean"),
        "operand": (QUEUE + '  delay_seconds = 5 * "a"\n}\n', 2, "`*` takes a number, not 'a'"),
        "list in a string": (QUEUE + '  name = "q-${[1, 2]}"\n}\n', 2, "cannot be put into a string"),
        "key twice": (QUEUE + "  tags = {\n    a = 1\n    a = 2\n  }\n}\n", 4, "stands twice; first on line 3"),
        "default of a variable": (
            'variable "a" {\n  type    = list(string)\n  default = "x"\n}\n',
            3,
            "the default of",
        ),
        "field of a default": (
            'variable "a" {\n  type = object({ port = number })\n  default = {\n    port = "http"\n  }\n}\n',
            4,
            "`port` of the default",
        ),
        "iterator that is no name": (
            'resource "aws_security_group" "g" {\n  dynamic "ingress" {\n    for_each = []\n    iterator = "x"\n'
            "    content {\n    }\n  }\n}\n",
            4,
            "`iterator` takes a name",
        ),
        "field missing in a default": (
            'variable "a" {\n  type = object({ port = number })\n  default = {}\n}\n',
            3,
            "lacks `port`",
        ),
        "type in quotes": ('variable "a" {\n  type = "string"\n}\n', 2, "without quotes"),
        "type without elements": ('variable "a" {\n  type = list\n}\n', 2, "needs to say of what"),
        "unknown type": ('variable "a" {\n  type = text\n}\n', 2, "unknown type `text`"),
        "variable of the wrong type": (
            'variable "a" {\n  type = list(string)\n}\n' + QUEUE + "  name = var.a\n}\n",
            5,
            "takes a string, not a list of strings",
        ),
        "local of the wrong type": (
            "locals {\n  a = { b = 1 }\n}\n" + QUEUE + "  name = local.a\n}\n",
            5,
            "takes a string, not an object",
        ),
    },
)


test_secrets = run_cases(
    "terraform",
    language="hcl",
    title="main.tf",
    good={
        "unit of time": (
            'resource "aws_cognito_user_pool_client" "c" {\n  name = "c"\n  user_pool_id = var.pool\n'
            '  token_validity_units {\n    access_token = "minutes"\n  }\n}\n'
        ),
        "reference": 'resource "aws_ssm_parameter" "p" {\n  name = "p"\n  type = "String"\n  value = var.token\n}\n',
        "variable": 'variable "token" {\n  type = string\n}\n',
    },
    bad={
        "argument": (
            'resource "aws_db_instance" "d" {\n  instance_class = "db.t4g.micro"\n  password = "hunter2"\n}\n',
            3,
            "`password` is a secret that is written out",
        ),
        "key": ('locals {\n  environment = [{\n    DB_PASSWORD = "hunter2"\n  }]\n}\n', 3, "`DB_PASSWORD` is a secret"),
        "default": ('variable "api_key" {\n  default = "abc"\n}\n', 2, "`api_key` is a secret"),
    },
)


def test_many_problems_in_one_sample():
    content = QUEUE + '  names = "q"\n  delay_seconds = "5s"\n}\n'
    verdict = verdict_of("terraform", content, language="hcl", title="main.tf")
    assert [problem.line for problem in verdict.problems] == [2, 3]
    assert verdict.means == "schema"
