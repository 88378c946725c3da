"""Strings without which a pattern cannot match."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import freshness
from rules.literals import Pattern, may_match, required_literals


@pytest.mark.parametrize(
    ("pattern", "literals"),
    {
        r"\bAWS SSO\b": {"aws sso"},
        r"Kinesis\s+Data\s+Firehose": {"firehose"},
        r"(?:cat|lion)s?": {"cat", "lion"},
        r"\d+|cat": set(),
        r"(?:abc)?def": {"def"},
        r"(?:abc)?": set(),
        r".*": set(),
    }.items(),
)
def test_literals_of(pattern, literals):
    assert required_literals(pattern, re.IGNORECASE) == literals


@pytest.mark.parametrize("fact", freshness.facts(), ids=lambda f: f.pattern.text[:50])
def test_no_example_is_passed_over(fact):
    assert may_match(fact.pattern.literals, fact.example.lower())


@given(st.text(alphabet="abc ", max_size=30))
def test_a_text_that_matches_is_never_passed_over(text):
    pattern = Pattern(r"a(?:bc|cab)+|ccc\s?a", re.IGNORECASE)
    assert may_match(pattern.literals, text.lower()) or not pattern.search(text)
