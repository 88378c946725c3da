"""The rules that are data: each entry finds its examples, and nothing in its counterexamples."""

import datetime
from pathlib import Path

import pytest

from bank.scan import scan_text
from rules import all_rules, freshness, residue
from rules.core import Rule

RULES: dict[str, Rule] = {rule.code: rule for rule in all_rules()}


def findings_in(code: str, text: str) -> list:
    """Return what a page rule finds in a page with this text."""
    page = scan_text(text, Path("page.md"), "topic/page.md")
    return list(RULES[code].function(page))


def page_with(entry: dict, text: str) -> tuple[str, int]:
    """Return a page that holds the text where the entry looks, and the text's line."""
    if entry["where"] == "code":
        return f"# Page\n\n```bash\n{text}\n```\n", 4
    return f"# Page\n\nA word. {text} And another.\n", 3


@pytest.mark.parametrize("entry", residue.entries(), ids=lambda e: f"{e['code']} {e['name']}")
def test_residue_is_found(entry):
    for text in entry["bad"]:
        page, line = page_with(entry, text)
        if entry["name"] == "foreign-numbering":
            page, line = f"# Page\n\n{text}\n", 3
        hits = findings_in(entry["code"], page)
        assert [h[0] for h in hits][:1] == [line], f"{text!r}: {hits}"


@pytest.mark.parametrize("entry", residue.entries(), ids=lambda e: f"{e['code']} {e['name']}")
def test_what_is_no_residue_is_left_alone(entry):
    for text in entry["good"]:
        page, _ = page_with(entry, text)
        assert findings_in(entry["code"], page) == [], text


@pytest.mark.parametrize("fact", freshness.facts(), ids=lambda f: f.pattern.text[:50])
def test_outdated_fact_is_found(fact):
    code = freshness.KINDS[fact.kind][0]
    hits = findings_in(code, f"# Page\n\n{fact.example}\n")
    assert any(fact.right in hit[2] for hit in hits), fact.example


@pytest.mark.parametrize("fact", freshness.facts(), ids=lambda f: f.pattern.text[:50])
def test_outdated_fact_has_an_official_source_and_a_remedy(fact):
    assert fact.source.startswith("https://")
    assert len(fact.right) > 20


def test_outdated_fact_may_stand_where_the_change_is_told():
    text = "# Page\n\nIAM Identity Center, formerly AWS SSO, signs people in.\n"
    assert findings_in("R702", text) == []


@pytest.mark.parametrize("runtime", freshness.runtimes(), ids=lambda r: r.name)
def test_runtimes_are_whole(runtime):
    assert isinstance(runtime.ends, datetime.date)
    assert runtime.use


def test_mojibake_beside_a_character_that_is_right_is_mended():
    [(_, _, _, edit)] = findings_in("E611", "# Page\n\n256 × 10 addresses, and It‚Äôs full.\n")
    assert edit.new == "256 × 10 addresses, and It’s full."
