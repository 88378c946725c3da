"""The bank as data: whole, as its schema says, and the same in every form."""

import csv
import io
import json

import pytest
from jsonschema import Draft202012Validator

from bank.vocabulary import LEVELS, TYPES
from exports.bank_files import COLUMNS, SCHEMA, bank_files
from exports.records import records
from tests.conftest import FIXTURES


@pytest.fixture(scope="module")
def known(bank):
    return records(bank)


@pytest.fixture(scope="module")
def files(known):
    return {file.name: file.content for file in bank_files(known, name="A", address="https://a.example/", folders=True)}


def test_every_question_of_the_bank_has_a_record_with_all_that_it_must_have(bank, known):
    assert [record.id for record in known] == [q.id for page in bank.topics for q in page.questions]
    for record in known:
        for part in ("title", "thirty_seconds", "takeaway", "follow_ups", "sources", "answer", "reviewed", "category"):
            assert getattr(record, part), f"{record.id} has no {part}"


def test_the_json_is_as_its_schema_says(files):
    schema = json.loads(files["data/questions.schema.json"])
    Draft202012Validator.check_schema(schema)
    data = json.loads(files["data/questions.json"])
    errors = [f"{error.json_path}: {error.message}" for error in Draft202012Validator(schema).iter_errors(data)]
    assert errors == []


def test_the_schema_refuses_what_is_wrong(files):
    validator = Draft202012Validator(json.loads(files["data/questions.schema.json"]))
    data = json.loads(files["data/questions.json"])
    for change in ({"level": "easy"}, {"id": "Not An Id"}, {"number": 0}, {"extra": 1}, {"takeaway": ""}):
        broken = {**data, "questions": [{**data["questions"][0], **change}]}
        assert not validator.is_valid(broken), change


def test_the_schema_knows_the_words_of_the_format():
    question = json.loads(SCHEMA.read_text("utf-8"))["$defs"]["question"]["properties"]
    assert question["type"]["enum"] == list(TYPES)
    assert question["level"]["enum"] == list(LEVELS)


def test_links_between_questions_lead_to_questions(known):
    ids = {record.id for record in known}
    assert [link.target for record in known for link in record.follow_ups if link.target not in ids] == []


def test_the_csv_has_a_row_for_each_question_and_survives_commas_and_quotes(files, known):
    rows = list(csv.DictReader(io.StringIO(files["data/questions.csv"].removeprefix("\ufeff"), newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert [row["title"] for row in rows] == [record.title for record in known]
    assert any("," in row["thirty_seconds"] and '"' in row["thirty_seconds"] for row in rows)
    assert rows[0]["url"].startswith("https://a.example/")


def test_what_is_written_on_a_page_is_read_part_by_part():
    from bank import load_bank

    record = next(r for r in records(load_bank(FIXTURES / "clean/docs")) if r.quick_check)
    assert record.thirty_seconds and "In 30 seconds" not in record.thirty_seconds
    assert sum(option.is_right for option in record.quick_check.options) == 1
    assert not any("[x]" in option.text or "[ ]" in option.text for option in record.quick_check.options)
    assert all(source.target.startswith("https://") for source in record.sources)


def test_the_site_publishes_them(built):
    data = json.loads((built.folder / "data/questions.json").read_text("utf-8"))
    assert (built.folder / "data" / data["$schema"]).is_file()
    for question in data["questions"]:
        page, _, anchor = question["url"].partition("#")
        assert (built.folder / page / "index.html").is_file()
        assert anchor == question["id"]
