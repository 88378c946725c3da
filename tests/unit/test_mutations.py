"""Five hundred defects planted at random in the real pages: each is found, at its line, and nothing else is reported.

And five hundred mechanical ones: `--fix` gives back what was there, byte for byte, or leaves the line alone.
"""

import random
from dataclasses import replace

import pytest

from bank import Bank, load_bank
from bank.scan import scan_text
from rules import all_rules, check, residue
from rules.fix import apply_edits, edits_by_path
from tests.conftest import ROOT
from tests.mutations import ANYTHING, MUTATORS, Mutation, Mutator

PLANTED = 500
FIXABLE = [entry for entry in residue.entries() if "fix" in entry]


@pytest.fixture(scope="module")
def bank() -> Bank:
    return load_bank(ROOT / "docs")


def planted(bank: Bank, mutators: list[Mutator], seed: int):
    """Yield mutations in turn over all mutators, each on a random page, PLANTED in all."""
    rng = random.Random(seed)
    count = 0
    while count < PLANTED:
        mutator = mutators[count % len(mutators)]
        for _ in range(50):
            page = rng.choice(bank.topics)
            if (mutation := mutator(rng, page)) and mutation.text != page.text:
                yield mutator.__name__, page, mutation
                break
        count += 1


def with_page(bank: Bank, path: str, text: str) -> Bank:
    changed = scan_text(text, bank.pages[path].file, path)
    return replace(bank, pages={**bank.pages, path: changed})


def findings_after(bank: Bank, path: str, text: str):
    return check(with_page(bank, path, text), [path])


def findings_of(code: str, bank: Bank, path: str, text: str):
    """Return what one rule finds: the others are of no interest to a test of its edits."""
    [rule] = [rule for rule in all_rules() if rule.code == code]
    return list(rule.run(with_page(bank, path, text), [path]))


def test_every_planted_defect_is_found_and_nothing_else(bank):
    before = {page.path: set(check(bank, [page.path])) for page in bank.topics}
    missed, spurious, count = [], [], 0
    for name, page, mutation in planted(bank, MUTATORS, seed=20261121):
        count += 1
        found = [f for f in findings_after(bank, page.path, mutation.text) if f not in before[page.path]]
        if not any(f.code == mutation.code and f.line == mutation.line for f in found):
            missed.append((name, page.path, mutation.code, mutation.line, found))
        others = {f.code for f in found} - {mutation.code} - mutation.also
        if others and mutation.also != ANYTHING:
            spurious.append((name, page.path, mutation.code, mutation.line, sorted(others)))
    assert count == PLANTED
    assert missed == []
    assert spurious == []


def test_fix_gives_back_what_was_there_or_leaves_the_line_alone(bank):
    fixable = [m for m in MUTATORS if m.__name__ in ("wrong_number", "no_number", "plain_http", "mojibake")]
    fixable += [m for m in MUTATORS if m.__name__.startswith(tuple(f"residue_{e['code']}" for e in FIXABLE))]
    mended = 0
    for name, page, mutation in planted(bank, fixable, seed=1121):
        edits = edits_by_path(findings_of(mutation.code, bank, page.path, mutation.text))
        fixed, refused = apply_edits(mutation.text.encode(), edits.get(page.path, []))
        assert refused == []
        assert fixed.decode() == mutation.mended, f"{name} in {page.path}"
        assert findings_of(mutation.code, bank, page.path, fixed.decode()) == [], (
            f"{name}: a second run would change more"
        )
        mended += 1
    assert mended == PLANTED


def test_mutations_name_their_expectations():
    assert Mutation("", "Q201", 1).mended is None
    assert len({m.__name__ for m in MUTATORS}) == len(MUTATORS) >= 65
