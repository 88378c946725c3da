"""The checker for Terraform: references, functions, meta-arguments and Terraform's own blocks."""

import pytest

from samples.checkers import terraform
from tests.samples.cases import run_cases


@pytest.fixture(autouse=True)
def without_terraform(monkeypatch):
    monkeypatch.setattr(terraform, "find_terraform", lambda: None)


QUEUE = 'resource "aws_sqs_queue" "q" {\n  name = "q"\n}\n'
MANY = 'resource "aws_sqs_queue" "q" {\n  count = 2\n}\n'
KEYED = 'resource "aws_sqs_queue" "q" {\n  for_each = toset(["a"])\n}\n'
CLUSTER = (
    'resource "aws_eks_cluster" "c" {\n  name     = "c"\n  role_arn = var.role\n'
    "  vpc_config {\n    subnet_ids = var.subnets\n  }\n}\n"
)
CERTIFICATE = 'resource "aws_acm_certificate" "c" {\n  domain_name = "example.com"\n}\n'


def output(value: str) -> str:
    return f'output "o" {{\n  value = {value}\n}}\n'


test_references = run_cases(
    "terraform",
    language="hcl",
    title="main.tf",
    good={
        "variable of the reader": output("var.anything.at[0].all"),
        "stand-in": output("data.aws_caller_identity.current.account_id"),
        "index of many": MANY + output("aws_sqs_queue.q[0].arn"),
        "splat of many": MANY + output("aws_sqs_queue.q[*].arn"),
        "key": KEYED + output('aws_sqs_queue.q["a"].arn'),
        "nested block": CLUSTER + output("aws_eks_cluster.c.identity[0].oidc[0].issuer"),
        "set by splat": CERTIFICATE
        + output("one(aws_acm_certificate.c.domain_validation_options[*].resource_record_name)"),
        "for": QUEUE + output("[for i, q in [aws_sqs_queue.q] : q.arn if i > 0]"),
        "function of a provider": output("provider::aws::arn_parse(var.arn).region"),
        "loop in a heredoc": output('<<-EOT\n    %{for x in ["a"]}\n    ${x}\n    %{endfor}\n  EOT'),
    },
    bad={
        "unknown resource": (output("aws_sqs_queue.q.arn"), 2, "`aws_sqs_queue.q` is not in the sample"),
        "did you mean": (QUEUE + output("aws_sqs_queue.p.arn"), 5, "not in the sample"),
        "unknown data source": (output("data.aws_vpc.v.id"), 2, "`data.aws_vpc.v` is not in the sample"),
        "unknown attribute": (QUEUE + output("aws_sqs_queue.q.ar"), 5, "no attribute `ar` here"),
        "unknown attribute of a stand-in": (output("data.aws_region.current.regio"), 2, "did you mean `region`"),
        "unknown local": ("locals {\n  port = 1\n}\n" + output("local.ports"), 5, "did you mean `port`"),
        "unknown module": (output("module.vpc.vpc_id"), 2, "`module.vpc` is not in the sample"),
        "unknown root": (output("vars.name"), 2, "did you mean `var`"),
        "word without quotes": (output("running"), 2, 'text is written in quotes: "running"'),
        "variable without a name": (output("var"), 2, "`var` needs a name"),
        "resource without a name": (QUEUE + 'output "o" {\n  value = data.aws_vpc\n}\n', 5, "needs a type and a name"),
        "unknown path": (output("path.modul"), 2, "did you mean `module`"),
        "unknown of terraform": (output("terraform.env"), 2, "no attribute `env`"),
        "attribute of many": (MANY + output("aws_sqs_queue.q.arn"), 5, "has `count`; write `aws_sqs_queue.q[0].arn`"),
        "attribute of keyed": (KEYED + output("aws_sqs_queue.q.arn"), 5, "has `for_each`"),
        "splat of keyed": (KEYED + output("aws_sqs_queue.q[*].arn"), 5, "write `values(aws_sqs_queue.q)[*]`"),
        "module of many": (
            'module "m" {\n  source = "./m"\n  count = 2\n}\n' + output("module.m.id"),
            6,
            "has `count`",
        ),
        "index of one": (QUEUE + output("aws_sqs_queue.q[0].arn"), 5, "neither `count` nor `for_each`"),
        "list without an index": (CLUSTER + output("aws_eks_cluster.c.identity.oidc"), 9, "write `[0].oidc`"),
        "index of a set": (CERTIFICATE + output("aws_acm_certificate.c.domain_validation_options[0]"), 5, "no order"),
        "attribute of a set": (CERTIFICATE + output("aws_acm_certificate.c.domain_validation_options.x"), 5, "`one("),
        "attribute of a string": (QUEUE + output("aws_sqs_queue.q.arn.id"), 5, "follows a string"),
        "index of a string": (QUEUE + output("aws_sqs_queue.q.arn[0]"), 5, "an index follows a string"),
        "text as index": (MANY + output('aws_sqs_queue.q["a"]'), 5, "the index of a list is a number"),
        "each without for_each": (
            'resource "aws_sqs_queue" "q" {\n  name = each.key\n}\n',
            2,
            "`aws_sqs_queue.q` lacks",
        ),
        "count without count": (
            'resource "aws_sqs_queue" "q" {\n  name = "q${count.index}"\n}\n',
            2,
            "`count` holds only",
        ),
        "unknown of each": (
            'resource "aws_sqs_queue" "q" {\n  for_each = toset(["a"])\n  name = each.name\n}\n',
            3,
            "no attribute `name`",
        ),
        "self outside": ('resource "aws_sqs_queue" "q" {\n  name = self.arn\n}\n', 2, "`self` holds only"),
        "in a heredoc": ("locals {\n  a = <<-EOT\n    one\n    ${local.b}\n  EOT\n}\n", 4, "`local.b` is not declared"),
        "in a for": (output("[for x in var.l : y.id]"), 2, "`y` is not known here"),
        "in an index": (MANY + output("aws_sqs_queue.q[local.n].arn"), 5, "`local.n` is not declared"),
        "for over a string": (QUEUE + output("[for x in aws_sqs_queue.q.arn : x]"), 5, "goes over a list"),
        "unknown function": (output("jsonencod({})"), 2, "did you mean `jsonencode`"),
        "too few arguments": (output('replace("a", "b")'), 2, "`replace()` takes 3 arguments, not 2"),
        "too many arguments": (output("upper(1, 2)"), 2, "`upper()` takes 1 argument, not 2"),
        "declared twice": (QUEUE + QUEUE, 4, "`aws_sqs_queue.q` is declared twice; it is declared on line 1"),
        "local twice": ("locals {\n  a = 1\n}\n\nlocals {\n  a = 2\n}\n", 6, "`local.a` is declared twice"),
        "variable twice": ('variable "a" {\n}\n\nvariable "a" {\n}\n', 4, "`var.a` is declared twice"),
    },
)

test_meta_arguments = run_cases(
    "terraform",
    language="hcl",
    title="main.tf",
    good={
        "all": 'resource "aws_sqs_queue" "q" {\n  lifecycle {\n    ignore_changes = all\n  }\n}\n',
        "provider of the module": 'resource "aws_sqs_queue" "q" {\n  provider = aws\n}\n',
        "alias of the caller": (
            "terraform {\n  required_providers {\n    aws = { configuration_aliases = [aws.dr] }\n  }\n}\n\n"
            'resource "aws_sqs_queue" "q" {\n  provider = aws.dr\n}\n'
        ),
    },
    bad={
        "for_each over a list": (
            'resource "aws_sqs_queue" "q" {\n  for_each = ["a", "b"]\n}\n',
            2,
            "put the list into `toset(...)`",
        ),
        "for_each over text": ('resource "aws_sqs_queue" "q" {\n  for_each = "a"\n}\n', 2, "not a string"),
        "both": ('resource "aws_sqs_queue" "q" {\n  count = 1\n  for_each = {}\n}\n', 3, "not both"),
        "depends_on in quotes": (
            QUEUE + 'resource "aws_sqs_queue" "r" {\n  depends_on = ["aws_sqs_queue.q"]\n}\n',
            5,
            "without quotes",
        ),
        "depends_on without brackets": (
            QUEUE + 'resource "aws_sqs_queue" "r" {\n  depends_on = aws_sqs_queue.q\n}\n',
            5,
            "in brackets",
        ),
        "depends_on unknown": (
            'resource "aws_sqs_queue" "r" {\n  depends_on = [aws_vpc.v]\n}\n',
            2,
            "not in the sample",
        ),
        "ignore_changes unknown": (
            'resource "aws_sqs_queue" "q" {\n  lifecycle {\n    ignore_changes = [nam]\n  }\n}\n',
            3,
            "unknown argument `nam` in `ignore_changes`",
        ),
        "ignore_changes in quotes": (
            'resource "aws_sqs_queue" "q" {\n  lifecycle {\n    ignore_changes = ["name"]\n  }\n}\n',
            3,
            "without quotes",
        ),
        "ignore_changes of a word": (
            'resource "aws_sqs_queue" "q" {\n  lifecycle {\n    ignore_changes = name\n  }\n}\n',
            3,
            "or `all`",
        ),
        "unknown of lifecycle": (
            'resource "aws_sqs_queue" "q" {\n  lifecycle {\n    prevent_destory = true\n  }\n}\n',
            3,
            "did you mean `prevent_destroy`",
        ),
        "precondition without message": (
            'resource "aws_sqs_queue" "q" {\n  lifecycle {\n    precondition {\n      condition = true\n    }\n'
            "  }\n}\n",
            3,
            "required argument `error_message`",
        ),
        "alias not declared": (
            'resource "aws_sqs_queue" "q" {\n  provider = aws.west\n}\n',
            2,
            "`aws.west` is not in the sample",
        ),
        "alias in quotes": ('resource "aws_sqs_queue" "q" {\n  provider = "aws.west"\n}\n', 2, "without quotes"),
        "unknown provisioner": (
            'resource "terraform_data" "d" {\n  provisioner "local-exe" {\n  }\n}\n',
            2,
            "did you mean `local-exec`",
        ),
        "provisioner without command": (
            'resource "terraform_data" "d" {\n  provisioner "local-exec" {\n  }\n}\n',
            2,
            "required argument `command`",
        ),
        "keyword in quotes": (
            'resource "terraform_data" "d" {\n  provisioner "local-exec" {\n'
            '    command = "true"\n    when = "destroy"\n  }\n}\n',
            4,
            "create or destroy",
        ),
    },
)

test_own_blocks = run_cases(
    "terraform",
    language="hcl",
    title="main.tf",
    good={"newer version": 'terraform {\n  required_version = "~> 1.11, != 1.11.2"\n}\n'},
    bad={
        "output without a value": ('output "o" {\n}\n', 1, "required argument `value`"),
        "unknown of a variable": ('variable "a" {\n  defualt = 1\n}\n', 2, "did you mean `default`"),
        "module without a source": ('module "m" {\n}\n', 1, "required argument `source`"),
        "providers of a module": ('module "m" {\n  source = "./m"\n  providers = [aws]\n}\n', 3, "takes a map"),
        "unknown provider of a module": (
            'module "m" {\n  source = "./m"\n  providers = { aws = aws.x }\n}\n',
            3,
            "`aws.x` is not in the sample",
        ),
        "unknown of the provider": ('provider "aws" {\n  regions = "us-east-1"\n}\n', 2, "did you mean `region`"),
        "provider that nobody knows": ('provider "azurerm" {\n}\n', 1, "not among those that samples can use"),
        "required provider": (
            'terraform {\n  required_providers {\n    x = {\n      source = "acme/x"\n    }\n  }\n}\n',
            3,
            "the provider `acme/x`",
        ),
        "key of a required provider": (
            'terraform {\n  required_providers {\n    aws = {\n      versions = "~> 6.0"\n    }\n  }\n}\n',
            4,
            "did you mean `version`",
        ),
        "old provider": (
            'terraform {\n  required_providers {\n    aws = {\n      version = "~> 5.0"\n    }\n  }\n}\n',
            4,
            "`~> 5.0` leaves out version 6.25.0",
        ),
        "no constraint": ('terraform {\n  required_version = "latest"\n}\n', 2, "is no version"),
        "unknown backend": ('terraform {\n  backend "s4" {\n  }\n}\n', 2, "the backend `s4`"),
        "unknown of a backend": (
            'terraform {\n  backend "s3" {\n    buckets = "b"\n  }\n}\n',
            3,
            "did you mean `bucket`",
        ),
        "lock in a table": (
            'terraform {\n  backend "s3" {\n    dynamodb_table = "t"\n  }\n}\n',
            3,
            "set `use_lockfile = true`",
        ),
        "moved to nothing": (
            "moved {\n  from = aws_sqs_queue.a\n  to   = aws_sqs_queue.b\n}\n",
            3,
            "`aws_sqs_queue.b` is not in the sample",
        ),
        "moved in quotes": (
            QUEUE + 'moved {\n  from = "aws_sqs_queue.a"\n  to   = aws_sqs_queue.q\n}\n',
            5,
            "takes the address",
        ),
        "moved from an unknown type": (
            QUEUE + "moved {\n  from = aws_sqs_que.a\n  to   = aws_sqs_queue.q\n}\n",
            5,
            "unknown resource type",
        ),
        "import to nothing": ('import {\n  to = aws_sqs_queue.q\n  id = "x"\n}\n', 2, "is not in the sample"),
        "import without an ID": (QUEUE + "import {\n  to = aws_sqs_queue.q\n}\n", 4, "required argument `id`"),
        "removed and still there": (QUEUE + "removed {\n  from = aws_sqs_queue.q\n}\n", 5, "is still in the sample"),
        "check without assert": ('check "c" {\n}\n', 1, "required block `assert`"),
        "data in a check": (
            'check "c" {\n  data "aws_vpcs" "v" {\n    tag = {}\n  }\n'
            '  assert {\n    condition     = true\n    error_message = "No."\n  }\n}\n',
            3,
            "did you mean `tags`",
        ),
    },
)
