"""The page of the benchmarks, from rows that nobody has measured."""

import pytest

from benchmarks import report
from benchmarks.page import Measured, page, read_results, write_results
from benchmarks.parts import PARTS
from benchmarks.rows import Row, figure
from command_line import UsageError
from validate import main as validate

SLOW = Row("build", 9.0, "s", theirs=6.0, most_ratio=1.1)
QUICK = Row("build", 6.0, "s", theirs=6.0, most_ratio=1.1)


def results(*rows: Row, name: str = PARTS[0].name) -> dict[str, Measured]:
    return {name: Measured("2026-01-02", "A machine, 2 cores", rows)}


def test_a_missed_bar_is_told_first_and_in_its_row():
    text = page(PARTS, results(SLOW))
    first = text.split("## ")[1]
    assert first.startswith("What misses its bar") and "9 s, 1.50 times theirs. The bar is ratio 1.1." in first
    assert "| build | 9 s | 6 s | 1.50 | ratio 1.1: missed |" in text


def test_where_all_bars_are_kept_nothing_is_said_to_be_missed():
    text = page(PARTS, results(QUICK))
    assert "Nothing that was measured." in text and "missed" not in text


def test_a_figure_without_theirs_is_held_to_its_own_bar():
    assert Row("reload", 2.5, "s", most=2.0).is_missed
    assert not Row("reload", 2.0, "s", most=2.0).is_missed
    assert Row("errors", 1, "", most=0).is_missed
    assert Row("score", 94, "", least=95).is_missed and Row("score", 94, "", least=95).bar == "95 or more"
    assert not Row("score", 95, "", least=95).is_missed


def test_a_figure_has_no_more_digits_than_can_be_trusted():
    assert [figure(value, "ms") for value in (0.123, 12.34, 123.4, 12345.6, 3.0)] == [
        "0.12 ms", "12.3 ms", "123 ms", "12,346 ms", "3 ms"
    ]  # fmt: skip


def test_what_was_not_measured_is_said():
    assert f"Not measured yet: {PARTS[1].title}" in page(PARTS, results(QUICK))


def test_a_part_that_is_not_run_keeps_its_figures_and_its_date(tmp_path, monkeypatch):
    file, written = tmp_path / "results.json", tmp_path / "benchmarks.md"
    write_results(file, results(SLOW, name="sizes"))
    monkeypatch.setattr(report, "RESULTS", file)
    monkeypatch.setattr(report, "PAGE", written)
    monkeypatch.setattr(report, "machine", lambda: "Another machine")
    monkeypatch.setattr(report, "measured", lambda *_: (QUICK,))
    (tmp_path / "sitemap.xml").touch()
    assert report.main(["--only", "build", "--site", str(tmp_path)]) == 0
    kept = read_results(file)
    assert kept["sizes"] == results(SLOW, name="sizes")["sizes"] and kept["build"].rows == (QUICK,)
    assert "Measured on 2026-01-02." in written.read_text("utf-8")
    assert "Another machine" in written.read_text("utf-8") and "A machine, 2 cores" in written.read_text("utf-8")


def test_a_benchmark_of_nothing_is_refused(tmp_path, capsys):
    assert report.main(["--only", "biuld", "--site", str(tmp_path)]) == 2
    assert "there is no benchmark 'biuld'; there are: build" in capsys.readouterr().err
    assert report.main(["--site", str(tmp_path)]) == 2
    assert "is no built site; run `make build`" in capsys.readouterr().err


def test_results_that_are_none_are_said(tmp_path):
    file = tmp_path / "results.json"
    file.write_text('{"build": []}', "utf-8")
    with pytest.raises(UsageError, match="does not hold results"):
        read_results(file)


def test_the_page_holds_to_the_rules_of_pages(clean_bank, capsys):
    file = clean_bank / "about/benchmarks.md"
    file.parent.mkdir(exist_ok=True)
    rows = {part.name: Measured("2026-01-02", "A machine, 2 cores", (SLOW,)) for part in PARTS}
    file.write_text(page(PARTS, rows), "utf-8")
    assert validate([str(file), "--no-cache"]) == 0, capsys.readouterr().out
