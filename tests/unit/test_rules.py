"""Each rule finds its defect, at its line, and nothing else; clean pages have no finding."""

from collections import Counter
from pathlib import Path

import pytest
import yaml

from bank import load_bank
from rules import all_rules, check, freshness, residue
from rules.fix import edits_by_path, fix_file

CASES = yaml.safe_load((Path(__file__).parents[1] / "fixtures" / "defects.yaml").read_text("utf-8"))


def plant(docs: Path, case: dict) -> tuple[Path, str]:
    """Change the page that the case names; return it and the clean text."""
    file = docs / case.get("file", "networking/dns.md")
    clean = file.read_text("utf-8")
    assert clean.count(case["replace"]) == 1, f"{case['replace']!r} must stand once in the clean page"
    file.write_text(clean.replace(case["replace"], case["with"] or ""), "utf-8")
    return file, clean


def line_of(text: str, piece: str) -> int:
    assert piece in text, f"{piece!r} is not in the changed page"
    return text[: text.index(piece)].count("\n") + 1


def test_clean_pages_have_no_finding(clean_bank):
    assert check(load_bank(clean_bank)) == []


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['code']} {c['name']}")
def test_defect_is_found(case, clean_bank):
    file, _ = plant(clean_bank, case)
    findings = check(load_bank(clean_bank))
    own = [f for f in findings if f.code == case["code"]]
    place = case.get("found_in", file.relative_to(clean_bank).as_posix())
    line = line_of((clean_bank / place).read_text("utf-8"), case["at"])

    hits = [f for f in own if f.path == place and f.line == line and case["says"] in f.message]
    assert len(hits) == 1, f"expected {case['code']} at {place}:{line}, got {findings}"
    if "only" not in case:
        others = Counter(f.code for f in findings) - Counter([case["code"]])
        assert others == Counter(case.get("also", [])), findings


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['code']} {c['name']}")
def test_fix_gives_back_the_clean_page_or_leaves_it_alone(case, clean_bank):
    file, clean = plant(clean_bank, case)
    planted = file.read_bytes()
    own = [f for f in check(load_bank(clean_bank)) if f.code == case["code"]]
    for path, edits in edits_by_path(own).items():
        fix_file(clean_bank / path, edits)
    if fix := case.get("fix"):
        assert file.read_text("utf-8") == (clean if fix is True else clean.replace(case["replace"], fix))
    else:
        assert file.read_bytes() == planted


def test_every_rule_has_a_case_that_it_must_find():
    tested = {case["code"] for case in CASES}
    tested |= {entry["code"] for entry in residue.entries()}  # test_data_rules.py
    tested |= {code for code, _, _ in freshness.KINDS.values()}  # test_data_rules.py
    tested |= {f"E60{n}" for n in range(1, 8)}  # test_bad_input.py
    tested |= {"Q215", "Q216"}  # test_ids.py
    tested |= {"F310", "F311", "F312"}  # tests/samples/test_run.py
    assert {rule.code for rule in all_rules()} == tested


def test_every_rule_says_why_it_exists():
    for rule in all_rules():
        assert len(rule.reason) > 40, rule.code
