"""The checker for Python: the language, its imports, and what ruff finds."""

from samples.checkers import python
from samples.model import Sample
from tests.samples.cases import run_cases

test_cases = run_cases(
    "python",
    language="python",
    title="report.py",
    good={
        "functions": 'def double(x: int) -> int:\n    """Twice."""\n    return 2 * x\n',
        "third-party package": "import redis\n\ncache = redis.Redis(ssl=True)\n",
        "type hints of boto3": (
            "from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    from mypy_boto3_s3 import S3Client\n\n\n"
            'def names(client: "S3Client") -> list[str]:\n'
            '    return [b["Name"] for b in client.list_buckets()["Buckets"]]\n'
        ),
        "match, walrus, async": (
            "import asyncio\n\n\nasync def main(x):\n    if (y := x):\n        await asyncio.sleep(y)\n"
            "    match y:\n        case {'a': a}:\n            return a\n        case _:\n            return None\n"
        ),
        "a type asked for": (
            "def size(x):\n    if isinstance(x, list):\n        return x.count(1)\n    return x.lower()\n\n\n"
            'def both():\n    return size("a"), size([1])\n'
        ),
    },
    bad={
        "syntax": ("x = 1\nprint(x\n", 2, "is no valid Python: '(' was never closed"),
        "null byte": ("x = 1\n\0", 1, "is no valid Python"),
        "return at the top": ("x = 1\nreturn x\n", 2, "'return' outside function"),
        "await outside async": ("def f(g):\n    await g()\n", 2, "outside async function"),
        "undefined name": ('import json\n\nprint(json.dumps({"a": valeu}))\n', 3, "F821"),
        "unused import": ("import json\n\nprint(1)\n", 1, "F401"),
        "format with too few values": ('print("%s %s" % (1,))\n', 1, "F507"),
        "mutable default": ("def f(x=[]):\n    x.append(1)\n    return x\n", 1, "B006"),
        "bare except": ("try:\n    print(1)\nexcept:\n    pass\n", 3, "E722"),
        "utcnow": ("from datetime import datetime\n\nprint(datetime.utcnow())\n", 3, "DTZ003"),
        "request without timeout": ('import requests\n\nrequests.get("https://example.com")\n', 3, "S113"),
        "SQL from strings": (
            "def find(cursor, name):\n    cursor.execute(f\"SELECT id FROM users WHERE name = '{name}'\")\n",
            2,
            "S608",
        ),
        "shell from strings": (
            'import subprocess\n\n\ndef run(name):\n    subprocess.run(f"ls {name}", shell=True)\n',
            5,
            "S602",
        ),
        "unknown module": (
            "import boto\n\nprint(boto)\n",
            1,
            "there is no known package `boto`; did you mean `boto3`?",
        ),
        "unknown submodule": ("import os.pth\n\nprint(os)\n", 1, "there is no module `os.pth`"),
        "unknown name of a module": (
            "from boto3.dynamodb.conditions import Attrr\n\nprint(Attrr)\n",
            1,
            "has no `Attrr`; did you mean `Attr`?",
        ),
        "unknown attribute of a module": ("import json\n\nprint(json.dump5)\n", 3, "`json` has no attribute `dump5`"),
        "unknown argument": (
            "import time\n\nprint(time.strftime)\nimport os\n\nos.makedirs('a', exists_ok=True)\n",
            6,
            "exists_ok",
        ),
        "wrong call of an own function": (
            "def f(a, b):\n    return a, b\n\n\nprint(f(1))\n",
            5,
            "missing a required argument",
        ),
        "attribute of a string": ('print("a".to_upper())\n', 1, "a str has no attribute `to_upper`"),
    },
)


def _verdicts(*contents: str, title: str = "report.py"):
    return python.check([Sample("page.md", 1, "python", title, content) for content in contents])


def test_one_verdict_for_each_sample_in_order():
    verdicts = _verdicts("import json\n", "def f(x):\n    return x\n", "x = (\n")
    assert [bool(verdict.problems) for verdict in verdicts] == [True, False, True]


def test_nothing_to_check():
    assert python.check([]) == []


def test_deep_nesting_is_a_problem_and_no_crash():
    [verdict] = _verdicts("x = " + "(" * 5000 + ")" * 5000 + "\n")
    assert verdict.problems
    [verdict] = _verdicts("x = 1" + " + 1" * 20_000 + "\n")
    assert verdict.problems
