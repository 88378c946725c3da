"""What people type: each synonym is used by a query, and each phrasing belongs to a question."""

from data_files import load_data
from search.build import PHRASINGS, SYNONYMS, build_index
from tests.conftest import ROOT

QUERIES = load_data(ROOT / "tests/search/queries.yaml")


def says(query: str, name: str) -> bool:
    return f" {name} " in f" {query.lower()} "


def test_every_line_is_used_by_a_query():
    data = load_data(SYNONYMS)
    lines = [*data["same"], *([said] for said in data["leads"])]
    unused = [names for names in lines if not any(says(q["query"], name) for q in QUERIES for name in names)]
    assert unused == []


def test_no_name_stands_in_two_lines():
    names = [name for line in load_data(SYNONYMS)["same"] for name in line]
    assert len(names) == len(set(names))


def test_queries_expect_questions_that_exist(bank):
    known = {f"{p.topic}#{q.id}" for p in bank.topics for q in p.questions}
    assert [e for q in QUERIES for e in q["expect"] if e not in known] == []


def test_no_query_is_asked_twice():
    asked = [query["query"].lower() for query in QUERIES]
    assert [query for query in set(asked) if asked.count(query) > 1] == []


def test_there_are_queries_of_every_kind_and_topic(bank):
    assert len(QUERIES) >= 120
    expected = {e.partition("#")[0] for q in QUERIES for e in q["expect"]}
    assert [p.topic for p in bank.topics if p.topic not in expected] == []


def test_the_index_is_the_same_every_time(bank):
    assert build_index(bank).files == build_index(bank).files


def test_phrasings_belong_to_questions(bank):
    for file in PHRASINGS.rglob("*.yaml"):
        page = bank.pages[file.relative_to(PHRASINGS).with_suffix(".md").as_posix()]
        assert set(load_data(file)) <= {question.id for question in page.questions}, file


def test_no_phrase_is_said_of_two_questions():
    said = [phrase for file in PHRASINGS.rglob("*.yaml") for phrases in load_data(file).values() for phrase in phrases]
    assert [phrase for phrase in set(said) if said.count(phrase) > 1] == []
