"""The checker for GitHub workflows."""

import pytest
import yaml

from samples.github_workflows.expressions import contexts, expressions
from samples.github_workflows.rules import _UNTRUSTED
from tests.samples.cases import changed_in, run_cases

SHA = "a" * 40
DEPLOY = f"""\
name: deploy

on:
  push:
    branches: [main]
  pull_request:

permissions:
  contents: read

jobs:
  build:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v6
      - id: test
        run: make test
        env:
          TITLE: ${{{{ github.event.pull_request.title }}}}
      - run: |
          echo "${{{{ github.sha }}}}"
          echo "${{{{ steps.test.outcome }}}}"
  deploy:
    needs: build
    runs-on: ubuntu-24.04
    permissions:
      contents: read
      id-token: write
    steps:
      - uses: aws-actions/configure-aws-credentials@{SHA} # v6.0.0
        with:
          role-to-assume: arn:aws:iam::111122223333:role/deploy
          aws-region: us-east-1
      - uses: ./.github/actions/deploy
      - uses: docker://public.ecr.aws/aws-cli/aws-cli:2.31.0
  call:
    uses: actions/reusable/.github/workflows/a.yml@v1
"""


changed = changed_in(DEPLOY)


def with_run(command: str) -> str:
    return changed("run: make test", f"run: {command}")


test_cases = run_cases(
    "github_workflow",
    language="yaml",
    title=".github/workflows/deploy.yml",
    good={
        "workflow": DEPLOY,
        "permissions of the workflow": changed(
            "    permissions:\n      contents: read\n      id-token: write\n", ""
        ).replace("permissions:\n  contents: read", "permissions:\n  contents: read\n  id-token: write"),
        "own text in a script": with_run("echo ${{ github.event.pull_request.number }}"),
    },
    bad={
        "syntax": ("on: [\n", 2, "not valid YAML"),
        "two documents": ("on: push\n---\njobs: {}\n", 3, "one YAML document"),
        "no mapping": ("- a\n", 1, "must be a mapping"),
        "repeated key": (changed("  pull_request:\n", "  push:\n"), 6, "'push' stands twice"),
        "no trigger": (changed("on:\n", "when:\n"), 1, "lacks the key 'on'"),
        "unknown event": (changed("  pull_request:", "  pull_requests:"), 6, "did you mean `pull_request`"),
        "unknown key of a job": (changed("    needs:", "    need:"), 24, "need"),
        "no runner": (changed("    runs-on: ubuntu-24.04\n    steps:", "    steps:"), 12, "'runs-on'"),
        "unknown key of a step": (
            changed("      - id: test\n", "      - id: test\n        shel: bash\n"),
            17,
            "`shell`",
        ),
        "wrong type": (changed("branches: [main]", "branches: main"), 5, "must be of type array"),
        "permission": (changed("      id-token: write", "      id-token: read"), 28, "'read'"),
        "unknown permission": (
            changed("      id-token: write", "      id-tokens: write"),
            28,
            "did you mean `id-token`",
        ),
        "unknown job": (changed("needs: build", "needs: buid"), 24, "did you mean `build`"),
        "job needs itself": (changed("needs: build", "needs: deploy"), 24, "needs itself"),
        "tag of others": (changed(f"@{SHA}", "@v6"), 30, "pin the 40 digits"),
        "short commit": (changed(SHA, SHA[:7]), 30, "pin the 40 digits"),
        "branch of GitHub": (changed("actions/checkout@v6", "actions/checkout@main"), 15, "follows the branch"),
        "no version": (changed("actions/checkout@v6", "actions/checkout"), 15, "names no version"),
        "no owner": (changed("actions/checkout@v6", "checkout@v6"), 15, "owner/repository"),
        "image": (changed("aws-cli:2.31.0", "aws-cli:latest"), 35, ":latest"),
        "workflow of others": (changed("actions/reusable", "somebody/reusable"), 37, "pin the 40 digits"),
        "no id-token": (changed("      id-token: write\n", ""), 29, "id-token: write"),
        "no permissions at all": (
            changed("    permissions:\n      contents: read\n      id-token: write\n", "").replace(
                "permissions:\n  contents: read\n", ""
            ),
            25,
            "id-token: write",
        ),
        "no contents": (
            changed("permissions:\n  contents: read", "permissions:\n  issues: read"),
            15,
            "contents: read",
        ),
        "access keys": (
            changed("role-to-assume: arn:aws:iam::111122223333:role/deploy", "aws-access-key-id: ${{ secrets.KEY }}"),
            32,
            "long-lived access keys",
        ),
        "injection": (with_run("echo ${{ github.event.pull_request.title }}"), 17, "text from outside"),
        "injection by index": (with_run("echo ${{ github['event'].issue['title'] }}"), 17, "text from outside"),
        "injection in a function": (with_run("echo ${{ format('{0}', github.head_ref) }}"), 17, "text from outside"),
        "injection from a list": (with_run("echo ${{ github.event.commits[0].message }}"), 17, "text from outside"),
        "injection in a block": (
            changed("${{ github.sha }}", "${{ github.event.issue.body }}"),
            21,
            "text from outside",
        ),
        "injection in a script": (
            changed(
                "- uses: actions/checkout@v6",
                "- uses: actions/github-script@v8\n"
                "        with:\n          script: x('${{ github.event.comment.body }}')",
            ),
            17,
            "text from outside",
        ),
        "same id": (changed("      - run: |", "      - id: test\n        run: |"), 20, "two steps"),
        "unknown step": (changed("steps.test.outcome", "steps.tests.outcome"), 20, "has the id 'tests'"),
    },
)


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("github.event.issue.title", {"github.event.issue.title"}),
        ("github.event['issue'].title", {"github.event.issue.title"}),
        ("github.event.commits[0].message", {"github.event.commits.*.message"}),
        ("github.event.commits.*.message", {"github.event.commits.*.message"}),
        ("contains(github.ref, 'github.head_ref')", {"github.ref"}),
        ("a[b.c] && !d.e-f", {"a.*", "b.c", "d.e-f"}),
        ("true || 1.5 == null", set()),
        ("", set()),
    ],
)
def test_contexts(expression, expected):
    assert contexts(expression) == expected


def test_expressions_with_braces_in_strings():
    assert [(e.text, e.line) for e in expressions("a\n${{ format('{0}}', b) }} ${{ c")] == [
        ("format('{0}}', b)", 1),
        ("c", 1),
    ]


def test_untrusted_contexts_are_sorted():
    untrusted = yaml.safe_load(_UNTRUSTED.read_text("utf-8"))
    assert untrusted == sorted(untrusted)
