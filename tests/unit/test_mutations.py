"""Five hundred defects planted at random in the real pages: each is found, at its line, and nothing else is reported.

And five hundred mechanical ones: `--fix` gives back what was there, byte for byte, or leaves the line alone.
"""

import os
import random
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import cache
from multiprocessing import get_context

from bank import Bank, Page, load_bank
from bank.load import page_cache
from bank.scan import scan_text
from rules import all_rules, check, residue
from rules.fix import apply_edits, edits_by_path
from tests.conftest import ROOT
from tests.mutations import ANYTHING, MUTATORS, Mutation, Mutator

PLANTED = 500
FIX_CODES = [entry["code"] for entry in residue.entries() if "fix" in entry]
FIXABLE = [
    m
    for m in MUTATORS
    if m.__name__ in ("wrong_number", "no_number", "plain_http", "mojibake")
    or m.__name__.startswith(tuple(f"residue_{code}" for code in FIX_CODES))
]


@cache
def bank() -> Bank:
    return load_bank(ROOT / "docs", page_cache(ROOT / ".cache/pages"))


@cache
def found_before(path: str) -> frozenset:
    return frozenset(check(bank(), [path]))


def planted(mutators: list[Mutator], seed: str) -> tuple[Page, Mutation] | None:
    """Plant one defect on a random page that has a place for it; None if fifty pages have none."""
    rng = random.Random(seed)
    mutator = mutators[int(seed.rpartition("-")[2]) % len(mutators)]
    for _ in range(50):
        page = rng.choice(bank().topics)
        if (mutation := mutator(rng, page)) and mutation.text != page.text:
            return page, mutation
    return None


def with_page(path: str, text: str) -> Bank:
    changed = scan_text(text, bank().pages[path].file, path)
    return replace(bank(), pages={**bank().pages, path: changed})


def findings_of(code: str, path: str, text: str):
    """Return what one rule finds: the others are of no interest to a test of its edits."""
    [rule] = [rule for rule in all_rules() if rule.code == code]
    return list(rule.run(with_page(path, text), [path]))


def in_parallel(function: Callable[[int], list[str]]) -> list[str]:
    """Return what `function` has to say of the numbers below PLANTED, in one list."""
    with ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as pool:
        return [line for lines in pool.map(function, range(PLANTED), chunksize=25) for line in lines]


def what_is_missed_or_spurious(number: int) -> list[str]:
    if not (one := planted(MUTATORS, f"find-{number}")):
        return [f"{MUTATORS[number % len(MUTATORS)].__name__}: no page has a place for it"]
    page, mutation = one
    place = f"{MUTATORS[number % len(MUTATORS)].__name__} in {page.path}:{mutation.line}"
    found = set(check(with_page(page.path, mutation.text), [page.path])) - found_before(page.path)
    problems = []
    if not any(f.code == mutation.code and f.line == mutation.line for f in found):
        problems.append(f"{place}: {mutation.code} not found, but {sorted(found)}")
    others = {f.code for f in found} - {mutation.code} - mutation.also
    if others and mutation.also != ANYTHING:
        problems.append(f"{place}: also found {sorted(others)}")
    return problems


def what_fix_gets_wrong(number: int) -> list[str]:
    if not (one := planted(FIXABLE, f"fix-{number}")):
        return [f"{FIXABLE[number % len(FIXABLE)].__name__}: no page has a place for it"]
    page, mutation = one
    place = f"{FIXABLE[number % len(FIXABLE)].__name__} in {page.path}:{mutation.line}"
    edits = edits_by_path(findings_of(mutation.code, page.path, mutation.text))
    fixed, refused = apply_edits(mutation.text.encode(), edits.get(page.path, []))
    if refused:
        return [f"{place}: left alone {refused}"]
    if fixed.decode() != mutation.mended:
        return [f"{place}: --fix made something else of it"]
    if findings_of(mutation.code, page.path, fixed.decode()):
        return [f"{place}: a second run would change more"]
    return []


def test_every_planted_defect_is_found_and_nothing_else():
    assert in_parallel(what_is_missed_or_spurious) == []


def test_fix_gives_back_what_was_there():
    assert in_parallel(what_fix_gets_wrong) == []


def test_no_mutator_hides_another_of_its_name():
    assert len({m.__name__ for m in MUTATORS}) == len(MUTATORS)
