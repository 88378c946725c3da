"""However a sample of code is damaged, its checker raises nothing, and its problems are at lines of the sample."""

import re

import pytest

from samples.model import Sample
from samples.table import load_checker
from tests.samples import test_ini, test_javascript, test_javascript_sdk, test_python_boto3, test_sql

_WORD = re.compile(r"\w+|[^\w\s]")
# Each n-th word is enough: a mutant costs milliseconds, and there are thousands of words.
SAMPLES = {
    ("ini", "ini", "config"): (test_ini._CONFIG, 3),
    ("javascript", "javascript", "a.mjs"): (test_javascript_sdk._DOCUMENT, 3),
    ("javascript", "typescript", "a.ts"): (test_javascript._CDK, 5),
    ("python", "python", "a.py"): (test_python_boto3._GOOD, 15),
    ("sql", "sql", "a.sql"): (test_sql._POSTGRES, 7),
    ("sql", "sql", "a.athena.sql"): (test_sql._ATHENA, 7),
    ("sql", "sql", "a.redshift.sql"): (test_sql._REDSHIFT, 7),
    ("sql", "sql", "a.mysql.sql"): (test_sql._MYSQL, 5),
    ("toml", "toml", "samconfig.toml"): ("version = 0.1\n[default.deploy.parameters]\na = ['b', {c = 1}]\n", 1),
}


def mutants(content: str, step: int):
    """Yield copies of a text: without a word, with a word twice, with another word for it, and cut off after it."""
    for word in list(_WORD.finditer(content))[::step]:
        before, after = content[: word.start()], content[word.end() :]
        yield before + after
        yield f"{before}{word[0]} {word[0]}{after}"
        yield f"{before}strange{after}"
        yield before


@pytest.mark.parametrize(("checker", "language", "title"), SAMPLES)
def test_damaged_code(checker, language, title):
    content, step = SAMPLES[checker, language, title]
    samples = [Sample("page.md", 1, language, title, text) for text in mutants(content, step)]
    verdicts = load_checker(checker)(samples)
    assert len(verdicts) == len(samples)
    for sample, verdict in zip(samples, verdicts, strict=True):
        last = sample.content.count("\n") + 1
        assert all(1 <= problem.line <= last for problem in verdict.problems), (sample.content, verdict)
    assert sum(bool(verdict.problems) for verdict in verdicts) > len(verdicts) / 3
