"""The measuring of the search: what it counts, and what it says of files that it cannot use."""

import pytest

import search_eval
from search.evaluation import Answer, Query, QueryError, Score, misses, read_queries, table

A, B, C = "page#a", "page#b", "page#c"


def answer(shown, expect=(A,), kind="name"):
    return Answer(Query("words", kind, tuple(expect)), tuple(shown))


def test_scores():
    score = Score.of([answer([A]), answer([B, A]), answer([B, C, B, A]), answer([])])
    assert (score.count, score.first, score.third, score.empty) == (4, 0.25, 0.5, 1)
    assert score.reciprocal == (1 + 1 / 2 + 1 / 4) / 4


def test_any_of_the_expected_is_right():
    assert answer([C], expect=(A, C)).rank == 1


def test_the_table_has_a_row_for_each_kind_and_one_for_all():
    lines = table({"ours": [answer([A]), answer([B], kind="typo")], "other": [answer([]), answer([], kind="typo")]})
    rows = [line.split() for line in lines.splitlines()[2:]]
    assert [row[:3] for row in rows] == [["name", "1", "100.0%"], ["typo", "1", "0.0%"], ["all", "2", "50.0%"]]


def test_misses_tell_what_came():
    said = misses([answer([A]), answer([B, A]), answer([])])
    assert "right at 2; came page#b, page#a" in said
    assert "right nowhere; came nothing; expected page#a" in said
    assert len(said.splitlines()) == 2


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a: [", "not valid YAML"),
        ("a: 1", "must be a list"),
        ("- just words", "entry 1"),
        ("- {query: x, kind: name}", "entry 1"),
        ("- {query: x, kind: name, expect: []}", "entry 1"),
        ("- {query: x, kind: name, expect: [no-page]}", "page#id"),
    ],
)
def test_unusable_files_are_refused_with_a_reason(tmp_path, text, says):
    file = tmp_path / "queries.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(QueryError, match=says):
        read_queries(file)
    assert search_eval.main([str(file)]) == 2


def test_a_missing_file_or_site_is_told(tmp_path, capsys):
    assert search_eval.main([str(tmp_path / "none.yaml")]) == 2
    assert "none.yaml" in capsys.readouterr().err
    assert search_eval.main(["--site", str(tmp_path)]) == 2
    assert "make build" in capsys.readouterr().err
