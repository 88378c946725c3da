"""The lock of ids: new ones are added, none is ever lost."""

import validate
from bank import load_bank
from rules import check
from rules.ids import LOCK, add_to_lock, locked_ids


def write_lock(docs, *ids):
    file = docs.parent / LOCK
    file.parent.mkdir()
    file.write_text("\n".join(ids) + "\n")
    return file


def codes(docs):
    return [(f.code, f.path, f.line) for f in check(load_bank(docs))]


def test_bank_without_a_lock_is_not_held_to_one(clean_bank):
    assert locked_ids(load_bank(clean_bank)) is None
    assert codes(clean_bank) == []


def test_new_id_is_a_finding_at_its_question(clean_bank):
    write_lock(clean_bank, "policy", "record-types")
    assert codes(clean_bank) == [("Q215", "networking/dns.md", 11)]


def test_lost_id_is_a_finding(clean_bank):
    write_lock(clean_bank, "policy", "record-types", "resolver", "gone")
    assert codes(clean_bank) == [("Q216", "index.md", 1)]


def test_fix_adds_new_ids_and_removes_none(clean_bank):
    lock = write_lock(clean_bank, "gone", "policy")
    assert validate.main(["--fix", str(clean_bank)]) == 1  # the lost id is left
    assert lock.read_text().split() == ["gone", "policy", "record-types", "resolver"]
    assert add_to_lock(load_bank(clean_bank)) == 0
