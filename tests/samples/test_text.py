"""The checker for plain text."""

import yaml

from samples.checkers.text import DATA
from tests.samples.cases import run_cases

test_cases = run_cases(
    "text",
    language="text",
    title="",
    good={
        "tree": "app/\n├── Dockerfile\n├── main.py\n└── terraform/\n    └── main.tf\n",
        "log": (
            "2026-11-03T10:00:00Z ERROR docker: Error response from daemon\n"
            '{"level": "INFO", "msg": "started"}\n{"level": "INFO", "msg": "ready"}\n'
        ),
        "one entry of a log": '{"level": "INFO", "message": "aws ecs list-tasks took 3 s"}\n',
        "table": "NAME   READY  STATUS\nweb-1  1/1    Running\n",
        "error": "An error occurred (AccessDenied) when calling GetObject: Access Denied\naws: error: x\n",
        "prose that begins with a tool": "kubectl controls clusters\ndocker layers files\nmake sure that it runs\n",
        "names only": "aws\ndocker\ngit\n",
        "plan": '  + resource "aws_s3_bucket" "logs" {\n      + bucket = "logs"\n    }\n',
        "key and value": "Name: web\nkind: of a service\nversion: 3\n",
        "formula": "availability = 0.999 * 0.999\n",
        "traceback": 'Traceback (most recent call last):\n  File "app.py", line 3, in <module>\n    import boto3\n',
        "services": "aws ecs service\naws lambda function\n",
    },
    bad={
        "empty": ("\n", 1, "is empty"),
        "aws": ("Do this:\naws ecs list-tasks\n", 2, "`aws` begins a command"),
        "aws s3": ("aws s3 cp a s3://b\n", 1, "`aws` begins a command"),
        "kubectl": ("kubectl get pods -A\n", 1, "`kubectl` begins"),
        "docker": ("docker build -t app .\n", 1, "`docker` begins"),
        "terraform": ("terraform init\nterraform apply\n", 2, "`terraform` begins"),
        "curl": ("curl -fsS https://example.com\n", 1, "`curl` begins"),
        "curl with a URL": ("curl https://example.com\n", 1, "`curl` begins"),
        "sudo": ("sudo systemctl restart nginx\n", 1, "`sudo` begins"),
        "export": ("export AWS_PROFILE=dev\n", 1, "`export` begins"),
        "prompt": ("$ git push origin main\nEverything up-to-date\n", 1, "`git` begins"),
        "JSON": ('{\n  "a": 1\n}\n', 1, "this is JSON"),
        "list in JSON": ("[\n  1\n]\n", 1, "this is JSON"),
        "manifest": ("apiVersion: v1\nkind: Pod\n", 1, "a Kubernetes manifest"),
        "second manifest": ("a: 1\n---\nkind: Pod\napiVersion: v1\n", 3, "a Kubernetes manifest"),
        "template": (
            "Resources:\n  A: !Ref B\nAWSTemplateFormatVersion: '2010-09-09'\n",
            3,
            "a CloudFormation template",
        ),
        "build specification": ("version: 0.2\nphases:\n  build: {}\n", 1, "a build specification"),
        "workflow": ("on: push\njobs: {}\n", 1, "a workflow"),
        "Terraform": ('resource "aws_s3_bucket" "logs" {\n  bucket = "logs"\n}\n', 1, "this is Terraform"),
        "Python": ("# list\nimport boto3\nprint(boto3)\n", 2, "this is Python"),
        "function": ("def handler(event, context):\n    return 1\n", 1, "this is Python"),
    },
)


def test_tools_are_sorted():
    tools = yaml.safe_load(DATA.read_text("utf-8"))
    assert list(tools) == sorted(tools)
