"""The audit of the pages' structured data."""

import json

import pytest

from audits.structured_data import data_problems, data_report
from tests.audits.npm import needs

pytestmark = needs("schema-dts")
_ANSWER = {"@type": "Answer", "text": "Yes."}
_GOOD = {"@type": "FAQPage", "mainEntity": [{"@type": "Question", "name": "Why?", "acceptedAnswer": _ANSWER}]}


def problems(part: dict) -> list[str]:
    return data_problems({"page": json.dumps({"@context": "https://schema.org", "@graph": [part]})})


def test_what_the_vocabulary_knows_is_right():
    assert problems(_GOOD) == []


@pytest.mark.parametrize(
    ("part", "named"),
    [
        (_GOOD | {"mainEntities": []}, "mainEntities"),
        (_GOOD | {"mainEntity": [{"@type": "Question", "name": {"is": "no text"}}]}, "is"),
        (_GOOD | {"@type": "FaqPage"}, "FaqPage"),
    ],
    ids=["property", "value", "type"],
)
def test_what_it_does_not_know_is_found(part, named):
    (problem,) = problems(part)
    assert problem.startswith("page: ") and named in problem


def test_what_is_no_json_and_what_is_there_twice_is_found(tmp_path):
    script = '<script type="application/ld+json">{}</script>'
    (tmp_path / "broken.html").write_text(script.format("{"))
    (tmp_path / "double.html").write_text(
        2 * script.replace("{}", json.dumps({"@context": "https://schema.org"} | _GOOD))
    )
    assert sorted(one.split(":")[0] for one in data_report(tmp_path).problems) == ["broken.html", "double.html"]
