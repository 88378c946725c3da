"""The audit of the pages' HTML."""

from pathlib import Path

from audits.html import html_problems, html_report
from tests.audits.npm import needs

_EXCEPTION = {"rule": "wcag/h32", "line": "data-theme"}


def result(line: str, rule: str) -> dict:
    return {
        "filePath": "site/a.html",
        "source": f"<p>\n{line}\n",
        "messages": [{"line": 2, "ruleId": rule, "message": "no"}],
    }


def test_an_exception_holds_for_its_rule_on_its_line_only():
    results = [
        result("<form data-theme>", "wcag/h32"),
        result("<form>", "wcag/h32"),
        result("<b data-theme>", "no-dup-id"),
    ]
    assert html_problems(results, [_EXCEPTION], Path("site")) == [
        "a.html:2: no (wcag/h32): <form>",
        "a.html:2: no (no-dup-id): <b data-theme>",
    ]


def test_an_exception_that_nothing_needs_is_a_problem():
    (problem,) = html_problems([], [_EXCEPTION], Path("site"))
    assert "nothing needs" in problem and "wcag/h32" in problem


@needs("html-validate")
def test_ids_that_are_there_twice_and_elements_in_wrong_places_are_found(tmp_path):
    body = '<p id="a">One</p><p id="a">Two</p><ul><p>No item</p></ul>'
    (tmp_path / "page.html").write_text(
        f'<!doctype html><html lang="en"><head><title>A</title></head><body>{body}</body></html>'
    )
    problems = [one for one in html_report(tmp_path).problems if one.startswith("page.html")]
    assert [one for one in problems if "no-dup-id" in one] and [one for one in problems if "element-permitted" in one]
