"""Quick checks that can be answered."""

from playwright.sync_api import expect

from exports.records import records
from tests.accessibility import assert_accessible
from tests.browsing import BOTH_SIZES

TOPIC = "networking/vpc/"


def opened(page):
    check = page.locator("details.question").first
    check.locator("summary").click()
    return check


@BOTH_SIZES
def test_a_wrong_choice_says_so_and_the_right_one_shows_why(visit, viewport):
    page = visit(viewport).goto(TOPIC)
    check = opened(page)
    why = check.locator(":scope > p")
    choices = check.locator(".quick-check__choice")
    right = check.locator(".task-list-item").evaluate_all(
        "items => items.findIndex(item => item.querySelector('input').checked)"
    )
    wrong = next(n for n in range(choices.count()) if n != right)
    expect(why.first).to_be_hidden()
    expect(check.locator(".task-list")).to_be_hidden()
    assert_accessible(page, "details.question")
    choices.nth(wrong).click()
    expect(check.get_by_role("status")).to_have_text("Not this one. Try again.")
    expect(why.first).to_be_hidden()
    choices.nth(right).click()
    expect(check.get_by_role("status")).to_have_text("Right.")
    expect(why.first).to_be_visible()
    assert_accessible(page, "details.question")


@BOTH_SIZES
def test_a_check_by_key(visit, viewport):
    page = visit(viewport).goto(TOPIC)
    check = page.locator("details.question").first
    check.locator("summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(check.locator(".quick-check__choice").first).to_be_focused()
    for _ in range(check.locator(".quick-check__choice").count()):
        page.keyboard.press("Space")
        page.keyboard.press("Tab")
    expect(check.get_by_role("status")).to_contain_text("Right")


def test_every_check_of_the_bank_has_one_right_choice_to_find(bank):
    checks = [record for record in records(bank) if record.quick_check]
    assert checks
    for record in checks:
        assert sum(option.is_right for option in record.quick_check.options) == 1, record.id
        assert record.quick_check.why, record.id


def test_paper_and_readers_without_scripts_get_the_list_with_its_answer(visit):
    page = visit().goto(TOPIC)
    check = opened(page)
    page.emulate_media(media="print")
    expect(check.locator(".quick-check")).to_be_hidden()
    page = visit(java_script_enabled=False).goto(TOPIC)
    check = opened(page)
    expect(check.locator(".task-list")).to_be_visible()
    expect(check.locator(":scope > p").first).to_be_visible()
