"""Which samples are checked, what becomes a finding, what is kept."""

from pathlib import Path

import pytest

import check_samples
from bank.load import Bank
from bank.scan import scan_text
from samples.cache import Cache
from samples.model import Sample, Verdict
from samples.run import check_samples as run
from samples.run import findings, summary
from samples.table import TABLE, load_checker

GOOD, BAD = '{"a": 1}', '{"a": 1,}'


def checked(fence: str, content: str, cache=None):
    """Check a page with one fence, whose content is in line 4."""
    page = scan_text(f"# Page\n\n{fence}\n{content}\n```\n", Path("page.md"), "topic/page.md")
    return run(Bank(Path("docs"), {page.path: page}), [page.path], cache or Cache(None))


def codes(fence: str, content: str):
    return [(f.code, f.line) for f in findings(checked(fence, content))]


def test_good_sample_has_no_finding():
    assert codes('```json title="a.event.json"', GOOD) == []


def test_bad_sample_is_a_finding_at_its_line_in_the_page():
    assert codes('```json title="a.event.json"', BAD) == [("F310", 4)]


def test_sample_that_is_wrong_on_purpose_must_fail():
    assert codes('```{ .json .wrong title="wrong-a.event.json" }', BAD) == []
    assert codes('```{ .json .wrong title="wrong-a.event.json" }', GOOD) == [("F311", 3)]


def test_unchecked_sample_needs_its_exception():
    fence = '```{ .json data-unchecked="cut short for the page" title="a.event.json" }'
    assert codes(fence, BAD) == []
    assert codes(fence, GOOD) == [("F312", 3)]


def test_summary_counts_what_was_checked_and_what_was_not():
    fence = '```{ .json data-unchecked="cut short for the page" title="a.event.json" }'
    table = summary(checked(fence, BAD))
    assert [line.split() for line in table.splitlines() if line.startswith("json ")] == [
        ["json", "1", "0", "0", "0", "1"]
    ]
    assert "topic/page.md:3  cut short for the page" in table


def test_a_verdict_is_kept_by_content(tmp_path, monkeypatch):
    cache = Cache(tmp_path)
    first = checked('```json title="a.event.json"', BAD, cache)
    monkeypatch.setattr("samples.run.load_checker", lambda name: pytest.fail("was checked again"))
    assert [c.verdict for c in checked('```json title="a.event.json"', BAD, cache)] == [c.verdict for c in first]


def test_a_damaged_verdict_is_made_again(tmp_path):
    sample = Sample("page.md", 1, "json", "a.event.json", GOOD)
    cache = Cache(tmp_path)
    cache.put("json_document", sample, Verdict())
    next(tmp_path.iterdir()).write_text("{")
    assert cache.get("json_document", sample) is None


def test_a_cache_that_cannot_be_written_is_no_error(tmp_path):
    (tmp_path / "file").write_text("")
    Cache(tmp_path / "file" / "below").put("json_document", Sample("p", 1, "json", "a", ""), Verdict())


@pytest.mark.parametrize("name", sorted({row.checker for row in TABLE}))
def test_every_checker_of_the_table_exists_and_answers_for_nothing(name):
    assert list(load_checker(name)([])) == []


def test_command_line_names_the_line_and_exits_1(clean_bank, capsys):
    page = clean_bank / "networking/dns.md"
    page.write_text(page.read_text().replace('{"Type": "A"}', '{"Type": "A",}'))
    assert check_samples.main([str(page), "--no-cache"]) == 1
    assert "F310 not valid JSON" in capsys.readouterr().out


def test_list_names_each_sample_and_its_tools(clean_bank, capsys):
    assert check_samples.main([str(clean_bank), "--list"]) == 0
    assert "networking/dns.md:90  record.event.json  parser" in capsys.readouterr().out


def test_command_line_of_a_missing_page_is_a_usage_error(capsys):
    assert check_samples.main(["nowhere.md"]) == 2
    assert "does not exist" in capsys.readouterr().err
