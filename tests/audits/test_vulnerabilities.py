"""What the audit makes of the answers about known vulnerabilities."""

import pytest

from audits import vulnerabilities
from audits.vulnerabilities import npm_problems, python_problems, vulnerabilities_report
from command_line import UsageError

_FOUND = {"id": "PYSEC-1", "fix_versions": ["2.0"]}


def test_each_vulnerability_is_named_with_its_remedy():
    said = {
        "dependencies": [{"name": "a", "version": "1.0", "vulns": [_FOUND]}, {"name": "b", "version": "1", "vulns": []}]
    }
    assert python_problems(said, "lock") == ["a 1.0: PYSEC-1, mended in 2.0"]
    assert npm_problems({"vulnerabilities": {"c": {"severity": "high", "range": "<2"}}}) == ["c: high, versions <2"]


def test_a_package_that_could_not_be_looked_up_is_no_good_news():
    with pytest.raises(UsageError, match="did not answer"):
        python_problems({"dependencies": [{"name": "a", "skip_reason": "not found"}]}, "lock")
    with pytest.raises(UsageError, match="did not answer"):
        npm_problems({"error": {"summary": ""}})


@pytest.mark.parametrize("tool", ["echo Traceback", "false"])
def test_a_tool_that_fails_is_one_sentence(tool, monkeypatch, tmp_path):
    monkeypatch.setattr(vulnerabilities.subprocess, "run", _running(tool.split()))
    with pytest.raises(UsageError, match="did not answer"):
        vulnerabilities_report(tmp_path)


def _running(command):
    real = vulnerabilities.subprocess.run
    return lambda _, **options: real(command, **options)
