"""Quiz mode on a topic: answers hidden until they are asked for."""

import re

from playwright.sync_api import expect

from tests.accessibility import assert_accessible
from tests.browsing import BOTH_SIZES, PHONE

TOPIC = "networking/load-balancing/"


def start(page):
    page.get_by_role("button", name="Quiz yourself").click()


def answers(page):
    return page.locator("section.question > .admonition.abstract")


@BOTH_SIZES
def test_answers_are_hidden_and_shown_one_by_one_or_all_at_once(visit, viewport):
    page = visit(viewport).goto(TOPIC)
    expect(answers(page).first).to_be_visible()
    start(page)
    count = answers(page).count()
    expect(answers(page).filter(visible=True)).to_have_count(0)
    expect(page.locator("section.question h2").first).to_be_visible()
    assert_accessible(page)
    first = page.get_by_role("button", name="Show the answer").first
    expect(first).to_have_attribute("aria-expanded", "false")
    first.click()
    expect(answers(page).filter(visible=True)).to_have_count(1)
    expect(page.get_by_role("button", name="Hide the answer")).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".quiz-bar__count")).to_have_text(f"1 of {count} shown")
    page.get_by_role("button", name="Show all answers").click()
    expect(answers(page).filter(visible=True)).to_have_count(count)
    assert_accessible(page, ".quiz-bar")
    page.get_by_role("button", name="Hide all answers").click()
    expect(answers(page).filter(visible=True)).to_have_count(0)
    page.get_by_role("button", name="End the quiz").click()
    expect(answers(page).filter(visible=True)).to_have_count(count)
    expect(page.locator(".quiz-bar")).to_be_hidden()


@BOTH_SIZES
def test_the_whole_quiz_by_key(visit, viewport):
    page = visit(viewport).goto(TOPIC)
    page.get_by_role("button", name="Quiz yourself").focus()
    page.keyboard.press("Enter")
    page.evaluate("() => document.activeElement.blur()")
    page.keyboard.press("j")
    page.keyboard.press("j")
    second = page.locator("section.question").nth(1)
    expect(second.get_by_role("button", name="Show the answer")).to_be_focused()
    expect(second.locator("h2")).to_be_in_viewport()
    page.keyboard.press("Space")
    expect(second.locator(".abstract")).to_be_visible()
    page.keyboard.press("2")
    expect(second.locator(".marks__button").nth(1)).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("k")
    first = page.locator("section.question").first
    expect(first.get_by_role("button", name="Show the answer")).to_be_focused()
    page.keyboard.press("Enter")
    expect(first.locator(".abstract")).to_be_visible()
    page.get_by_role("button", name="End the quiz").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Quiz yourself")).to_be_focused()


def test_space_shows_the_answer_of_the_question_in_view(visit):
    page = visit().goto(TOPIC)
    start(page)
    page.evaluate("() => document.activeElement.blur()")
    page.locator("section.question").nth(3).evaluate("part => part.scrollIntoView({ behavior: 'instant' })")
    page.keyboard.press("Space")
    expect(answers(page).nth(3)).to_be_visible()
    expect(answers(page).filter(visible=True)).to_have_count(1)


def test_out_of_the_mode_its_keys_do_nothing(visit):
    page = visit().goto(TOPIC)
    for key in "1j":
        page.keyboard.press(key)
    expect(page.locator(".marks__button[aria-pressed=true]")).to_have_count(0)
    assert page.evaluate("() => scrollY") == 0


def test_in_the_search_box_a_key_is_a_letter(visit):
    page = visit().goto(TOPIC)
    start(page)
    page.keyboard.press("/")
    page.keyboard.type("jk 1 23")
    expect(page.locator(".md-search__input")).to_have_value("jk 1 23")


def test_the_mode_is_off_at_first_and_remembered(visit):
    tab = visit()
    page = tab.goto(TOPIC)
    expect(answers(page).first).to_be_visible()
    start(page)
    page = tab.goto("networking/vpc/")
    expect(answers(page).first).to_be_hidden()
    expect(page.get_by_role("button", name="Quiz yourself")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="End the quiz").click()
    page = tab.goto(TOPIC)
    expect(answers(page).first).to_be_visible()


def test_a_remembered_quiz_never_shows_an_answer_while_the_page_loads(visit):
    tab = visit()
    start(tab.goto(TOPIC))
    tab.page.route(re.compile(r"/study/topic-\w+\.js"), lambda route: None)  # the script that never comes
    tab.page.goto(tab.address + TOPIC, wait_until="commit")
    answers(tab.page).first.wait_for(state="attached")
    expect(answers(tab.page).first).to_be_hidden()


def test_paper_has_the_answers_all_the_same(visit):
    page = visit().goto(TOPIC)
    start(page)
    expect(answers(page).first).to_be_hidden()
    page.emulate_media(media="print")
    expect(answers(page).filter(visible=True)).to_have_count(answers(page).count())
    expect(page.locator(".quiz-bar")).to_be_hidden()


def test_who_comes_from_the_search_finds_the_answer_open(visit):
    tab = visit()
    start(tab.goto(TOPIC))
    page = tab.goto("")
    page.keyboard.press("/")
    page.fill(".md-search__input", "cross-zone load balancing")
    page.wait_for_selector(".md-search.is-complete", state="attached")
    page.keyboard.press("Enter")
    question = page.locator("section.question:has(#cross-zone-load-balancing)")
    expect(question.locator(".abstract")).to_be_visible()
    expect(answers(page).filter(visible=True)).to_have_count(1)
    expect(question.locator("h2")).to_be_in_viewport()


def test_a_link_into_an_answer_opens_it_and_a_link_to_a_question_does_not(visit):
    tab = visit()
    page = tab.goto(TOPIC)
    start(page)
    inside = page.locator("section.question h3").first
    question = page.locator("section.question").filter(has=page.locator("h3")).first
    page.goto(f"{tab.address}{TOPIC}#{question.locator('h2').get_attribute('id')}")
    expect(question.locator(".abstract")).to_be_hidden()
    page.goto(f"{tab.address}{TOPIC}#{inside.get_attribute('id')}")
    expect(inside).to_be_in_viewport()


def test_the_question_in_view_stays_in_view_when_the_mode_changes(visit):
    page = visit(PHONE).goto(TOPIC)
    question = page.locator("section.question").nth(5)
    question.evaluate("part => part.scrollIntoView({ behavior: 'instant' })")
    page.evaluate("() => document.querySelector('.topic-tools__quiz').click()")
    expect(question.locator("h2")).to_be_in_viewport()


def test_without_scripts_nothing_is_hidden_and_nothing_offered(visit):
    page = visit(java_script_enabled=False).goto(TOPIC)
    expect(answers(page).filter(visible=True)).to_have_count(answers(page).count())
    expect(page.get_by_role("button", name="Quiz yourself")).to_be_hidden()
