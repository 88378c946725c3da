"""The command of the audits."""

import audit
from audits import node_tools
from audits.model import Report


def test_something_to_mend_is_printed_and_is_status_1(tmp_path, monkeypatch, capsys):
    (tmp_path / "index.html").touch()
    reports = {"html": Report("html: 1 problem", ["a.html: wrong"]), "data": Report("data: 0 problems", [])}
    monkeypatch.setattr(audit, "AUDITS", {name: lambda site, name=name: reports[name] for name in reports})
    assert audit.main(["--site", str(tmp_path)]) == 1
    assert capsys.readouterr().out.splitlines() == ["a.html: wrong", "html: 1 problem", "data: 0 problems"]
    assert audit.main(["data", "--site", str(tmp_path)]) == 0


def test_an_audit_that_is_not_there_is_named_with_those_that_are(capsys):
    assert audit.main(["html", "speed"]) == 2
    assert "no audit 'speed'" in (said := capsys.readouterr().err) and "lighthouse" in said


def test_a_folder_without_a_site_is_named(tmp_path, capsys):
    assert audit.main(["html", "--site", str(tmp_path)]) == 2
    assert str(tmp_path) in capsys.readouterr().err


def test_a_tool_that_is_not_installed_is_one_sentence(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(node_tools, "PACKAGES", tmp_path)
    assert audit.main(["formatting"]) == 2
    assert capsys.readouterr().err == "audit.py: prettier is not installed; run `npm ci`\n"


def test_a_tool_that_takes_too_long_or_crashes_is_one_sentence(tmp_path, monkeypatch, capsys):
    script = tmp_path / "prettier/bin/prettier.cjs"
    script.parent.mkdir(parents=True)
    monkeypatch.setattr(node_tools, "PACKAGES", tmp_path)
    script.write_text("process.exit(7)")
    assert audit.main(["formatting"]) == 2
    assert "prettier failed" in capsys.readouterr().err
    script.write_text("throw new Error('no such thing')")
    assert audit.main(["formatting"]) == 2
    assert "Traceback" not in capsys.readouterr().err
