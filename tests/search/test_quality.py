"""The ranking, measured as `make search-eval` does, on the queries that it was not tuned with."""

import pytest

import search_eval
from search.boxes import OurBox, anchors_of
from search.evaluation import KINDS, Score, misses, read_queries
from tests.conftest import in_thread


@pytest.fixture(scope="module")
def answers(built, bank):
    queries = [query for query in read_queries(search_eval.QUERIES) if query.unseen]
    return in_thread(lambda: search_eval.ask(built.folder, OurBox, queries, anchors_of(bank)))


def test_most_queries_are_right_at_once(answers):
    score = Score.of(answers)
    assert score.first >= 0.90, misses(answers)
    assert score.third >= 0.97, misses(answers)
    assert score.empty == 0, misses(answers)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_query_is_answered(answers, kind):
    assert Score.of([answer for answer in answers if answer.query.kind == kind]).first >= 0.80
