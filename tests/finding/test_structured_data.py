"""The data of each page for search engines: FAQPage and BreadcrumbList as Google and https://schema.org want them."""

import json
from dataclasses import replace

from addresses import page_address
from bank.plain import plain
from exports.records import records
from finding.structured_data import structured_data
from tests.finding.heads import read_head


def parts(head, kind: str) -> list[dict]:
    """Return the parts of a page's data that are of a type."""
    (data,) = head.data
    return [part for part in data.get("@graph", [data]) if part["@type"] == kind]


def questions(head) -> list[dict]:
    return [question for part in parts(head, "FAQPage") for question in part["mainEntity"]]


def test_every_page_has_data_of_the_vocabulary_once(heads):
    assert {path: len(head.data) for path, head in heads.items() if len(head.data) != 1} == {}
    assert {head.data[0]["@context"] for head in heads.values()} == {"https://schema.org"}


def test_each_question_is_there_once_with_its_address(heads, bank, site_address):
    wanted = [f"{site_address}{record.topic}/#{record.id}" for record in records(bank)]
    assert [question["@id"] for page in bank.topics for question in questions(heads[page.path])] == wanted


def test_each_question_leads_to_its_place_in_the_page(heads):
    for path, head in heads.items():
        targets = [question["@id"].partition("#")[2] for question in questions(head)]
        assert set(targets) <= set(head.ids), path


def test_questions_and_answers_are_what_the_page_shows(heads):
    for path, head in heads.items():
        for question in questions(head):
            for text in (question["name"], question["acceptedAnswer"]["text"]):
                assert text and " ".join(text.split()) in head.text, (path, text)


def test_an_answer_is_the_one_to_give_in_30_seconds(heads, bank):
    answers = {
        question["@id"].partition("#")[2]: question["acceptedAnswer"]["text"]
        for head in heads.values()
        for question in questions(head)
    }
    assert answers == {record.id: plain(record.thirty_seconds) for record in records(bank)}


def test_every_page_but_home_says_where_it_is(heads, site_address):
    for path, head in heads.items():
        lists = parts(head, "BreadcrumbList")
        if path == "index.md":
            assert lists == []
            continue
        (places,) = [one["itemListElement"] for one in lists]
        assert [place["position"] for place in places] == [1, 2]
        assert [place["item"] for place in places] == [site_address, site_address + page_address(path)]
        assert all(place["name"] for place in places)


def test_no_text_ends_the_script_that_it_stands_in(bank):
    page = bank.topics[0]
    one = next(record for record in records(bank) if record.topic == page.topic)
    evil = "Why </script><script>alert(1)</script> and <!-- this?"
    data = structured_data(bank, page, [replace(one, title=evil)], "Aloud", "https://aloud.example/")
    head = read_head(f'<script type="application/ld+json">{data}</script>')
    assert questions(head)[0]["name"] == evil
    assert "<" not in data and json.loads(data) == head.data[0]
