"""Marks on the questions of a topic: given, changed, taken away, and kept in the browser."""

import json
import re

from playwright.sync_api import expect

from tests.accessibility import assert_accessible
from tests.browsing import BOTH_SIZES
from tests.study.marks import DAY, KEY, give, kept, milliseconds, record

TOPIC = "networking/load-balancing/"
QUESTION = "alb-vs-nlb-for-microservices"


def buttons(page, question=QUESTION):
    return page.locator(f"#{question} ~ .question__badges .marks__button")


@BOTH_SIZES
def test_a_mark_is_shown_and_outlives_the_page(visit, viewport):
    page = visit(viewport).goto(TOPIC)
    buttons(page).get_by_text("Unsure", exact=True).click()
    expect(buttons(page).nth(1)).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".topic-tools__progress")).to_contain_text(re.compile(r"0 of \d+ known"))
    page.reload()
    expect(buttons(page).nth(1)).to_have_attribute("aria-pressed", "true")
    expect(buttons(page).nth(0)).to_have_attribute("aria-pressed", "false")
    assert kept(page)[QUESTION]["mark"] == "unsure"
    assert_accessible(page, "main .question__badges, .topic-tools")


def test_what_was_not_known_comes_back_tomorrow_and_what_was_known_later(visit):
    page = visit().goto(TOPIC)
    buttons(page).nth(2).click()
    status = page.locator(f"#{QUESTION} ~ .question__badges .marks__next")
    expect(status).to_have_text("again tomorrow")
    buttons(page).nth(0).click()
    expect(status).to_have_text(re.compile(r"again in \d+ days"))


def test_intervals_grow_with_each_time_that_it_was_known(visit):
    page = visit().goto(TOPIC)
    page.evaluate("() => localStorage.clear()")
    intervals = []
    now = milliseconds()
    for _ in range(4):
        page.evaluate(f"now => aloud.mark('{QUESTION}', 'known', now)", now)
        due = kept(page)[QUESTION]["card"][0]
        intervals.append((due - now) / DAY)
        now = due
    assert intervals == sorted(intervals)
    assert intervals[-1] > 3 * intervals[0]


def test_a_second_thought_on_the_same_day_replaces_the_first(visit):
    page = visit().goto(TOPIC)
    morning = page.evaluate("() => new Date().setHours(9, 0, 0, 0)")
    for mark, time in (("unknown", morning), ("known", morning + 60_000)):
        page.evaluate("([id, mark, now]) => aloud.mark(id, mark, now)", [QUESTION, mark, time])
    corrected = kept(page)[QUESTION]["card"]
    page.evaluate("() => aloud.mark('other', 'known', new Date().setHours(9, 1, 0, 0))")
    assert corrected == kept(page)["other"]["card"]
    assert corrected[3:5] == [1, 0]  # seen once, never forgotten


def test_the_same_button_takes_the_mark_away(visit):
    page = visit().goto(TOPIC)
    buttons(page).nth(0).click()
    expect(buttons(page).nth(0)).to_have_attribute("aria-pressed", "true")
    buttons(page).nth(0).click()
    expect(buttons(page).nth(0)).to_have_attribute("aria-pressed", "false")
    assert QUESTION not in kept(page)


def test_the_same_button_on_another_day_is_another_time_that_it_was_known(visit):
    tab = visit()
    give(tab.page, {QUESTION: record("known", days_ago=4)})
    page = tab.goto(TOPIC)
    buttons(page).nth(0).click()
    expect(page.locator(f"#{QUESTION} ~ .question__badges .marks__next")).to_have_text(re.compile("again in"))
    expect(buttons(page).nth(0)).to_have_attribute("aria-pressed", "true")
    assert kept(page)[QUESTION]["at"] > milliseconds(days_ago=1)


@BOTH_SIZES
def test_marks_work_by_key(visit, viewport):
    page = visit(viewport).goto(TOPIC)
    buttons(page).nth(0).focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(buttons(page).nth(1)).to_have_attribute("aria-pressed", "true")
    expect(buttons(page).nth(1)).to_be_focused()


def test_a_mark_belongs_to_the_question_and_not_to_its_number_or_page(visit):
    tab = visit()
    give(tab.page, {QUESTION: record("known")})
    page = tab.goto(TOPIC)
    expect(buttons(page).nth(0)).to_have_attribute("aria-pressed", "true")


def test_a_mark_given_in_another_tab_is_shown(visit):
    page = visit().goto(TOPIC)
    other = page.context.new_page()
    other.goto(page.url)
    buttons(other).nth(0).click()
    expect(buttons(page).nth(0)).to_have_attribute("aria-pressed", "true")
    buttons(page, "cross-zone-load-balancing").nth(1).click()
    expect(buttons(other, "cross-zone-load-balancing").nth(1)).to_have_attribute("aria-pressed", "true")
    assert set(kept(page)) == {QUESTION, "cross-zone-load-balancing"}


def test_a_full_storage_says_so_and_goes_on(visit):
    tab = visit()
    tab.page.add_init_script(
        """Storage.prototype.setItem = () => { throw new DOMException("no room", "QuotaExceededError"); }"""
    )
    page = tab.goto(TOPIC)
    buttons(page).nth(0).click()
    expect(page.locator(".notice")).to_contain_text("storage is full")
    expect(buttons(page).nth(0)).to_have_attribute("aria-pressed", "true")
    buttons(page).nth(2).click()
    expect(buttons(page).nth(2)).to_have_attribute("aria-pressed", "true")
    assert_accessible(page, ".notice")


def test_a_browser_that_keeps_nothing_says_so_and_goes_on(visit):
    tab = visit()
    tab.page.add_init_script(
        """Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "Security"); } })"""
    )
    page = tab.goto(TOPIC)
    buttons(page).nth(0).click()
    expect(page.locator(".notice")).to_contain_text("keeps nothing")
    expect(buttons(page).nth(0)).to_have_attribute("aria-pressed", "true")
    assert set(tab.errors) == {"no"}  # the theme, which asks for its color scheme there
    tab.errors.clear()


def test_marks_that_cannot_be_read_are_kept_aside(visit):
    tab = visit()
    tab.page.add_init_script(f"localStorage.getItem('{KEY}') ?? localStorage.setItem('{KEY}', '{{broken')")
    page = tab.goto(TOPIC)
    expect(page.locator(".notice")).to_contain_text("could not be read")
    assert page.evaluate(f"localStorage.getItem('{KEY}.broken')") == "{broken"
    buttons(page).nth(0).click()
    expect(buttons(page).nth(0)).to_have_attribute("aria-pressed", "true")
    assert kept(page)[QUESTION]["mark"] == "known"


def test_marks_of_a_newer_edition_are_left_alone(visit):
    newer = json.dumps({"version": 2, "marks": {"x": "of another form"}})
    tab = visit()
    tab.page.add_init_script(f"localStorage.setItem('{KEY}', '{newer}')")
    page = tab.goto(TOPIC)
    expect(page.locator(".notice")).to_contain_text("newer edition")
    buttons(page).nth(0).click()
    expect(buttons(page).nth(0)).to_have_attribute("aria-pressed", "true")
    assert page.evaluate(f"localStorage.getItem('{KEY}')") == newer


def test_a_mark_counts_although_the_scheduler_does_not_load(visit):
    tab = visit()
    tab.page.route("**/study/scheduler-*", lambda route: route.abort())
    page = tab.goto(TOPIC)
    buttons(page).nth(0).click()
    expect(buttons(page).nth(0)).to_have_attribute("aria-pressed", "true")
    assert kept(page)[QUESTION]["card"] is None
    tab.errors.clear()  # the browser's own word on what did not load


def test_a_first_visit_loads_neither_the_scheduler_nor_the_catalog(visit):
    tab = visit()
    asked = []
    tab.page.on("request", lambda request: asked.append(request.url))
    for path in ("", TOPIC):
        page = tab.goto(path)
        page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "/scheduler-" in url or "/catalog-" in url or "/answers-" in url]


def test_paper_knows_no_marks(visit):
    tab = visit()
    give(tab.page, {QUESTION: record("known")})
    page = tab.goto(TOPIC)
    expect(page.locator(".marks").first).to_be_visible()
    page.emulate_media(media="print")
    for name in (".marks", ".topic-tools", ".question__reveal"):
        expect(page.locator(name).first).to_be_hidden()
