"""Runs of Python samples: what runs, what cannot, and that nothing leaves the sandbox."""

import pytest

from samples.python_code import runs
from samples.python_code.runs import Job, run
from tests.samples.cases import verdict_of

_BUCKET = """\
import boto3

s3 = boto3.client("s3")
s3.create_bucket(Bucket="reports-111122223333")
s3.put_object(Bucket="reports-111122223333", Key="a", Body=b"x")
print(s3.get_object(Bucket="reports-111122223333", Key="a")["Body"].read())
"""
_WRITER = """\
import os

import boto3

table = boto3.resource("dynamodb").Table(os.environ["TABLE_NAME"])


def handler(event, context):
    for record in event["Records"]:
        table.put_item(Item={"pk": record["messageId"], "body": record["body"]})
"""
_SETUP = """\
import boto3

ENVIRONMENT = {"TABLE_NAME": "orders"}


def set_up():
    boto3.client("dynamodb").create_table(
        TableName="orders",
        KeySchema=[{"AttributeName": "pk", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "pk", "AttributeType": "S"}],
        BillingMode="PAY_PER_REQUEST",
    )


def exercise(module):
    assert module.table.scan()["Count"] == 1
"""


def _verdict(content: str, title: str = "orders.py"):
    return verdict_of("python", content, language="python", title=title)


@pytest.fixture
def setups(tmp_path, monkeypatch):
    for module in (runs, __import__("samples.checkers.python", fromlist=["SETUPS"])):
        monkeypatch.setattr(module, "SETUPS", tmp_path)
    return tmp_path


def test_a_script_runs_under_moto():
    verdict = _verdict(_BUCKET)
    assert verdict.ran and verdict.problems == () and verdict.means.endswith("moto")


def test_what_shows_only_when_it_runs():
    verdict = _verdict('data = dict(a=1)\nprint(data["a"])\nfor key in list(data):\n    print(key.foo)\n')
    [problem] = verdict.problems
    assert (problem.line, verdict.ran) == (4, False)
    assert "AttributeError" in problem.message


def test_a_module_that_only_defines_does_not_run():
    assert not _verdict("def f():\n    return 1\n").ran


def test_an_endless_loop_is_not_started():
    assert not _verdict("import time\n\nwhile True:\n    time.sleep(1)\n").ran
    assert _verdict("n = 0\nwhile True:\n    n += 1\n    if n > 3:\n        break\n").ran


def test_a_handler_whose_table_is_missing_is_not_blamed():
    verdict = _verdict(_WRITER)
    assert not verdict.ran and verdict.problems == ()


def test_a_set_up_makes_what_a_handler_needs(setups):
    (setups / "orders.py").write_text(_SETUP)
    verdict = _verdict(_WRITER)
    assert verdict.ran and verdict.problems == ()


def test_with_a_set_up_each_exception_counts(setups):
    (setups / "orders.py").write_text(_SETUP)
    [problem] = _verdict(_WRITER.replace('"pk": record', '"id": record')).problems
    assert problem.line == 10
    assert "ValidationException" in problem.message


def test_a_set_up_exercises_what_a_module_defines(setups):
    (setups / "orders.py").write_text("def exercise(module):\n    assert module.double(2) == 4\n")
    assert _verdict("def double(x):\n    return 2 * x\n").ran
    [problem] = _verdict("def double(x):\n    return 3 * x\n").problems
    assert "AssertionError" in problem.message


# code -> why it does not run
_BLOCKED = {
    'import socket\nsocket.create_connection(("192.0.2.1", 80))': "socket",
    'import urllib.request\nurllib.request.urlopen("http://192.0.2.1", timeout=1)': "socket",
    'try:\n    import socket\n    socket.getaddrinfo("example.com", 80)\nexcept Exception:\n    pass': "socket",
    'import subprocess\nsubprocess.run(["ls"])': "subprocess.Popen",
    'import os\nos.system("ls")': "os.system",
    "import os\nos.kill(1, 0)": "os.kill",
    'open("/var/tmp/escaped", "w")': "writing to /var/tmp/escaped",
    'import os\nos.open("/var/tmp/escaped", os.O_CREAT | os.O_WRONLY)': "writing to",
    'import os\nos.remove("/var/tmp/escaped")': "os.remove",
    'import shutil\nshutil.rmtree("/var/tmp/escaped")': "shutil.rmtree",
}
_ALLOWED = (
    'open("here.txt", "w").write("x")',
    'import tempfile\nwith tempfile.TemporaryDirectory() as d:\n    open(d + "/x", "w").close()',
    'import os\nassert not [n for n in os.environ if n.startswith("PYTEST")]',
    "import time\ntime.sleep(60)",
    "import sys\nsys.exit()",
    "import asyncio\n\n\nasync def main():\n    await asyncio.sleep(0.01)\n\n\nasyncio.run(main())",
    "from concurrent.futures import ThreadPoolExecutor\n"
    "with ThreadPoolExecutor() as pool:\n    assert list(pool.map(abs, [-1])) == [1]",
    'if __name__ == "__main__":\n    print(1)',
    "from dataclasses import dataclass\n\n\n@dataclass\nclass A:\n    x: int\n\n\nprint(A(1))",
)
_INCONCLUSIVE = ("raise NotImplementedError", 'input("name")', "print({}['a'])", "print(None.a)", "raise SystemExit(2)")
# code -> the line that is blamed
_BLAMED = {
    "x = 1\nprint(y)": 2,
    "x = 1\n\n\ndef f():\n    return x + 'a'\n\n\nf()": 5,
    "from json import nothing": 1,
    'import boto3\n\nboto3.client("s3").put_object(Bucket="b")': 3,
}


@pytest.fixture(scope="module")
def results():
    """What becomes of each of these: one sandbox runs them all."""
    codes = [*_BLOCKED, *_ALLOWED, *_INCONCLUSIVE, *_BLAMED]
    return dict(zip(codes, run([Job("a.py", code) for code in codes]), strict=True))


@pytest.mark.parametrize(("code", "why"), _BLOCKED.items())
def test_nothing_leaves_the_sandbox(results, code, why):
    assert not results[code].ran and results[code].problem is None
    assert why in results[code].why_not


@pytest.mark.parametrize("code", _ALLOWED)
def test_what_is_allowed(results, code):
    assert results[code].ran, results[code].why_not


@pytest.mark.parametrize("code", _INCONCLUSIVE)
def test_what_says_nothing_about_the_sample(results, code):
    assert not results[code].ran and results[code].problem is None and results[code].why_not


@pytest.mark.parametrize(("code", "line"), _BLAMED.items())
def test_what_is_blamed(results, code, line):
    assert results[code].problem is not None and results[code].problem.line == line


def test_jobs_do_not_see_each_other():
    write = 'import boto3\nboto3.client("s3").create_bucket(Bucket="b-111122223333")\nopen("x", "w").close()\n'
    look = 'import boto3, os\nassert not boto3.client("s3").list_buckets()["Buckets"] and not os.path.exists("x")\n'
    assert all(result.ran for result in run([Job("a.py", write), Job("b.py", look), Job("c.py", look)]))


def test_the_time_for_all_is_bounded(monkeypatch):
    monkeypatch.setattr(runs, "_SECONDS_FOR_ALL", 1)
    results = run([Job("a.py", "while True:\n    pass")] * 3)
    assert [result.why_not for result in results] == ["took too long"] * 3
