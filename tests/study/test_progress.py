"""One's progress, and marks as a file: out, in, merged, refused."""

import json
import re

from playwright.sync_api import expect

from tests.accessibility import assert_accessible
from tests.browsing import BOTH_SIZES
from tests.study.marks import give, kept, milliseconds, record

PROGRESS = "study/progress/"
MARKS = {
    "subnetting-and-cidr": record("known", days_ago=3),
    "vpc-building-blocks": record("unsure"),
    "alb-vs-nlb-for-microservices": record("unknown", days_ago=2),
}


def import_file(page, content: str | bytes, name: str = "marks.json"):
    data = content.encode() if isinstance(content, str) else content
    page.set_input_files(".progress__file", {"name": name, "mimeType": "application/json", "buffer": data})
    return page.locator(".progress__status")


def exported(marks: dict) -> str:
    return json.dumps({"format": "aloud-marks", "version": 1, "marks": marks})


@BOTH_SIZES
def test_it_says_what_is_known_and_due_in_all_and_for_each_topic(visit, bank, viewport):
    tab = visit(viewport)
    give(tab.page, MARKS)
    page = tab.goto(PROGRESS)
    figures = page.locator(".progress__figure")
    open_ones = sum(len(one.questions) for one in bank.topics) - len(MARKS)
    expect(figures).to_have_text(["1 known", "1 unsure", "1 not known", f"{open_ones} not marked"])
    row = page.get_by_role("row").filter(has=page.get_by_role("link", name="VPC", exact=True))
    expect(row).to_contain_text(re.compile(r"1 of \d+"))
    expect(page.locator(".progress__table tbody tr")).to_have_count(len(bank.topics))
    assert_accessible(page)
    page.get_by_role("link", name="Quiz the 2 due today").click()
    expect(page.locator(".entry").filter(visible=True)).to_have_count(2)
    expect(page.locator(".quiz-bar")).to_be_visible()


@BOTH_SIZES
def test_a_first_visitor_is_told_that_nothing_is_marked(visit, viewport):
    page = visit(viewport).goto(PROGRESS)
    expect(page.get_by_text("Nothing is marked yet.")).to_be_visible()
    assert_accessible(page)


def test_without_scripts_it_says_that_it_needs_them(visit):
    page = visit(java_script_enabled=False).goto(PROGRESS)
    expect(page.locator(".progress p")).to_contain_text("needs scripts")


def test_the_home_page_shows_how_each_topic_stands(visit):
    tab = visit()
    page = tab.goto()
    expect(page.locator(".card__progress")).to_have_count(0)
    give(tab.page, MARKS)
    page = tab.goto()
    card = page.locator(".card[data-topic='networking/vpc']")
    expect(card.locator(".card__progress")).to_have_text(re.compile(r"1 of \d+ known · 1 due"))
    expect(page.locator(".card__progress")).to_have_count(2)
    expect(page.locator(".ways__progress")).to_have_text(re.compile(r"1 of \d+ known, 2 due today"))
    assert_accessible(page)


def test_out_and_in_again_loses_nothing(visit):
    tab = visit()
    give(tab.page, MARKS)
    page = tab.goto(PROGRESS)
    with page.expect_download() as download:
        page.get_by_role("button", name="Export your marks").click()
    assert re.fullmatch(r"aloud-marks-\d{4}-\d\d-\d\d\.json", download.value.suggested_filename)
    text = download.value.path().read_text("utf-8")
    other = visit().goto(PROGRESS)
    expect(import_file(other, text)).to_contain_text("3 new marks")
    assert kept(other) == MARKS
    expect(other.locator(".progress__figure").first).to_have_text("1 known")


def test_of_two_marks_the_later_stays_and_none_is_lost(visit):
    tab = visit()
    give(tab.page, MARKS)
    page = tab.goto(PROGRESS)
    theirs = {
        "subnetting-and-cidr": record("unknown", days_ago=5),  # older than ours
        "vpc-building-blocks": {**record("known"), "at": milliseconds() + 5_000},  # newer
        "s3-storage-classes": record("known", days_ago=1),  # unknown to us
    }
    expect(import_file(page, exported(theirs))).to_contain_text("1 new mark, 1 newer than yours")
    merged = kept(page)
    assert merged == {
        **MARKS,
        "vpc-building-blocks": theirs["vpc-building-blocks"],
        "s3-storage-classes": theirs["s3-storage-classes"],
    }
    expect(import_file(page, exported(theirs))).to_contain_text("0 new marks, 0 newer")
    assert kept(page) == merged


HOSTILE_ID = "<img src=x onerror=alert(1)>"
GOOD = record("known", days_ago=1)


BAD_FILES = [
    ("", "not JSON"),
    ("{", "not JSON"),
    (b"\x00\xff\xfe PK\x03\x04", "not JSON"),
    ("[]", "not a file of marks of this site"),
    ("null", "not a file of marks of this site"),
    ('{"format": "other", "version": 1, "marks": {}}', "not a file of marks of this site"),
    ('{"format": "aloud-marks", "version": 2, "marks": {}}', "another edition"),
    ('{"format": "aloud-marks", "version": 1}', "holds no marks"),
    ('{"format": "aloud-marks", "version": 1, "marks": [1]}', "holds no marks"),
    (exported({"good-one": GOOD, HOSTILE_ID: GOOD}), "is not the id of a question"),
    ('{"format": "aloud-marks", "version": 1, "marks": {"__proto__": {"mark": "known"}}}', "is not the id"),
    (exported({"good-one": GOOD, "bad": None}), "is not a mark"),
    (exported({"good-one": GOOD, "bad": {**GOOD, "mark": "toString"}}), "a mark for “bad” that there is not"),
    (exported({"bad": {**GOOD, "at": "yesterday"}}), "no time"),
    (exported({"bad": {**GOOD, "at": milliseconds() + 3 * 86_400_000}}), "has not come yet"),
    (exported({"bad": {**GOOD, "card": [1, 2]}}), "no schedule"),
    (exported({"bad": {**GOOD, "before": "x"}}), "no schedule"),
]


def test_a_broken_or_foreign_file_is_refused_and_changes_nothing(visit):
    tab = visit()
    give(tab.page, MARKS)
    page = tab.goto(PROGRESS)
    for content, reason in BAD_FILES:
        status = import_file(page, content, "<b>marks</b>.json")
        expect(status, f"for {content!r}").to_contain_text(reason)
        expect(status).to_contain_text("<b>marks</b>.json was not imported, and nothing was changed")
        assert kept(page) == MARKS, content
    assert_accessible(page)


def test_a_file_that_is_too_large_is_not_even_read(visit):
    page = visit().goto(PROGRESS)
    message = page.evaluate(
        """async () => {
            const file = { size: 1e9, text() { throw new Error("it was read"); } };
            return aloud.importMarks(file).catch((error) => error.message);
        }"""
    )
    assert message == "it is too large for a file of marks"


def test_deleting_asks_first(visit):
    tab = visit()
    give(tab.page, MARKS)
    page = tab.goto(PROGRESS)
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.get_by_role("button", name="Delete all marks").click()
    assert kept(page) == MARKS
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Delete all marks").click()
    expect(page.get_by_text("Nothing is marked yet.")).to_be_visible()
    assert kept(page) == {}


@BOTH_SIZES
def test_the_page_by_key(visit, viewport):
    tab = visit(viewport)
    give(tab.page, MARKS)
    page = tab.goto(PROGRESS)
    page.get_by_role("button", name="Export your marks").focus()
    with page.expect_download():
        page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator(".progress__file")).to_be_focused()
    page.keyboard.press("Tab")
    page.once("dialog", lambda dialog: dialog.accept())
    page.keyboard.press("Space")
    expect(page.get_by_text("All marks are deleted.")).to_be_visible()


def test_a_catalog_that_does_not_load_says_so(visit):
    tab = visit()
    tab.page.route("**/study/catalog-*", lambda route: route.abort())
    page = tab.goto(PROGRESS)
    expect(page.locator(".progress")).to_contain_text("did not load")
    tab.errors.clear()
