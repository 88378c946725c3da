"""The mock interview of the built site: chosen, sent as a link, gone through, and looked back on."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from bank.vocabulary import LEVELS
from exports.records import Record, records
from tests.accessibility import assert_accessible
from tests.browsing import BOTH_SIZES, DESKTOP, PHONE
from tests.study.marks import kept

PATH = "study/mock-interview/"
LINK = f"{PATH}?topics=security/iam,storage/s3,compute/lambda&minutes=15&seed=abc"
ADVANCED = f"{PATH}?topics=security/iam&levels=advanced&minutes=10&seed=abc"  # one question, of six minutes


@pytest.fixture(scope="module")
def by_title(bank) -> dict[str, Record]:
    return {record.title: record for record in records(bank)}


def button(page: Page, name: str) -> Locator:
    return page.locator(".interview").get_by_role("button", name=name, exact=True)


def heading(page: Page) -> Locator:
    return page.locator(".interview__question")


def started(page: Page) -> Page:
    button(page, "Start").click()
    expect(heading(page)).to_be_focused()
    return page


def reveal(page: Page) -> None:
    button(page, "Show the 30-second answer").click()
    expect(page.locator(".interview .admonition.tip")).to_be_visible()


def titles_to_the_summary(page: Page) -> list[str]:
    """Go through an interview that was started; return the titles of its questions."""
    titles = []
    while heading(page).count():
        titles.append(heading(page).inner_text())
        page.get_by_role("button", name=re.compile("^(Next question|To the summary)$")).click()
    return titles


def assert_fits(page: Page) -> None:
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


@BOTH_SIZES
def test_an_interview_goes_from_its_form_to_its_summary(visit, by_title, viewport):
    page = visit(viewport).goto(PATH)
    page.get_by_label("15", exact=True).check()
    page.locator(".interview summary").click()
    page.get_by_label("Lambda", exact=True).check()
    page.get_by_label("IAM", exact=True).check()
    page.get_by_label("Intermediate").check()
    expect(page.locator(".interview summary")).to_have_text(re.compile("2 of "))
    expect(page.locator(".interview__plan")).to_have_text("3 questions (3 intermediate) for 12 minutes.")
    assert_fits(page)
    started(page)
    expect(page.locator(".interview-intro")).to_be_hidden()
    asked = []
    for number in (1, 2, 3):
        record = by_title[heading(page).inner_text()]
        asked.append(record)
        expect(page.locator(".interview__facts")).to_have_text(re.compile(rf"^Question {number} of 3Intermediate"))
        expect(page.locator(".interview .admonition")).to_have_count(0)
        reveal(page)
        expect(page.locator(".interview .admonition.abstract")).to_be_focused()
        expect(page.locator(".interview .admonition.abstract p")).to_have_count(2)
        assert_fits(page)
        button(page, "Next question" if number < 3 else "To the summary").click()
    assert {record.topic for record in asked} == {"compute/lambda", "security/iam"}
    assert {record.level for record in asked} == {"intermediate"}
    expect(page.get_by_role("heading", name="Summary")).to_be_focused()
    links = page.locator(".interview__asked a")
    assert links.all_inner_texts() == [record.title for record in asked]
    assert_fits(page)
    links.first.click()
    expect(page).to_have_url(re.compile(f"/{asked[0].topic}/#{asked[0].id}$"))


@BOTH_SIZES
def test_an_interview_needs_no_mouse(visit, viewport):
    page = visit(viewport).goto(LINK)

    def press(name: str, key: str = "Enter") -> None:
        target = button(page, name)
        expect(target).to_be_visible()
        for _ in range(200):  # on a phone the closed navigation is gone through first
            if target.evaluate("node => node === document.activeElement"):
                break
            page.keyboard.press("Tab")
        expect(target).to_be_focused()
        page.keyboard.press(key)

    press("Start")
    titles = []
    while heading(page).count():
        expect(heading(page)).to_be_focused()
        titles.append(heading(page).inner_text())
        press("Show the 30-second answer", "Space")
        expect(page.locator(".interview .admonition.abstract")).to_be_focused()
        press("Known", "Space")
        last = button(page, "To the summary").count()
        press("To the summary" if last else "Next question")
    expect(page.get_by_role("heading", name="Summary")).to_be_focused()
    pressed = page.locator(".interview__asked [aria-pressed=true]")
    expect(pressed).to_have_text(["Known"] * len(titles))
    press("Another one")
    expect(page.get_by_label("15", exact=True)).to_be_focused()


def test_one_link_gives_two_people_the_same_questions(visit):
    first = started(visit().goto(f"{PATH}?levels=advanced&minutes=45"))
    link = first.url
    second = visit(PHONE).page
    second.goto(link)
    asked = titles_to_the_summary(first)
    assert len(asked) == len(set(asked)) == 7
    assert titles_to_the_summary(started(second)) == asked


def test_the_link_can_be_copied_before_and_after(visit):
    page = visit(permissions=["clipboard-read", "clipboard-write"]).goto(LINK)
    copied = "() => navigator.clipboard.readText()"
    button(page, "Copy link").click()
    expect(page.locator(".notice")).to_contain_text("The link is copied.")
    before = page.evaluate(copied)
    assert "topics=compute/lambda,storage/s3,security/iam&minutes=15&seed=abc" in before
    started(page)
    titles_to_the_summary(page)
    page.evaluate("() => navigator.clipboard.writeText('')")
    button(page, "Copy link").click()
    expect(page.locator(".notice")).to_contain_text("The link is copied.")
    page.wait_for_function("async (text) => (await navigator.clipboard.readText()) === text", arg=before)


def test_a_link_that_cannot_be_copied_is_shown(visit):
    page = visit().goto(LINK)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }")
    button(page, "Copy link").click()
    expect(page.locator(".notice")).to_contain_text(re.compile("Copy this link: http.*seed=abc"))


def test_the_same_again_and_another(visit):
    page = started(visit().goto(LINK))
    asked = titles_to_the_summary(page)
    button(page, "Same interview again").click()
    assert titles_to_the_summary(page) == asked
    button(page, "Another one").click()
    expect(page.locator(".interview summary")).to_have_text(re.compile("3 of "))
    expect(page.get_by_label("15", exact=True)).to_be_checked()
    started(page)
    assert "seed=abc" not in page.url
    assert titles_to_the_summary(page) != asked


# --- Which questions ------------------------------------------------------------

CHOOSE = """async ({ extra, ...choice }) => {
  const { questions } = await aloud.loadCatalog();
  return aloud.chooseInterview({ questions: [...questions, ...extra], ...choice });
}"""


def choose(page: Page, topics=(), levels=(), minutes=45, seed="abc", extra=()) -> list[dict]:
    choice = {"topics": list(topics), "levels": list(levels), "minutes": minutes, "seed": seed, "extra": list(extra)}
    return page.evaluate(CHOOSE, choice)


@pytest.fixture(scope="module")
def page_of_choices(browser, address):
    page = browser.new_page(service_workers="block")
    page.goto(address + PATH)
    page.wait_for_selector(".interview__setup")
    yield page
    page.close()


@pytest.mark.parametrize("minutes", [10, 15, 30, 45, 60, 180])
def test_the_minutes_are_filled_and_not_exceeded(page_of_choices, minutes):
    allotted = page_of_choices.evaluate("() => aloud.ALLOTMENTS")
    spent = [allotted[question["level"]] for question in choose(page_of_choices, minutes=minutes)]
    assert minutes - 2 < sum(spent) <= minutes
    assert spent == sorted(spent), "from foundational to advanced"


@pytest.mark.parametrize("seed", ["a", "b", "c", "d", "e"])
def test_no_topic_comes_twice_before_each_has_come(page_of_choices, bank, seed):
    chosen = choose(page_of_choices, minutes=60, seed=seed)
    assert len({q["topic"]["path"] for q in chosen}) == min(len(chosen), len(bank.topics))
    few = ["security/iam", "storage/s3", "compute/lambda"]
    paths = [q["topic"]["path"] for q in choose(page_of_choices, few, ["intermediate"], minutes=24, seed=seed)]
    assert sorted(paths) == sorted(few * 2)


def test_a_choice_that_is_narrow_asks_all_that_there_is(page_of_choices, by_title):
    chosen = choose(page_of_choices, ["security/iam"], ["advanced"], minutes=180)
    there_are = {r.id for r in by_title.values() if (r.topic, r.level) == ("security/iam", "advanced")}
    assert {q["id"] for q in chosen} == there_are


def test_another_seed_asks_other_questions(page_of_choices):
    drawn = [frozenset(q["id"] for q in choose(page_of_choices, seed=f"s{n}")) for n in range(20)]
    assert len(set(drawn)) == 20
    assert len(frozenset.union(*drawn)) > 100, "of twenty interviews, most questions are different ones"


def test_a_question_that_is_added_changes_little(page_of_choices):
    """Each is added to an interview of its own; a third or more of all would change if the draw were begun anew."""
    before = {q["id"] for q in choose(page_of_choices)}
    template = choose(page_of_choices)[0]
    changed = 0
    for number in range(40):
        after = {q["id"] for q in choose(page_of_choices, extra=[{**template, "id": f"new-question-{number}"}])}
        assert len(before - after) <= 3
        changed += before != after
    assert changed < 20


# --- Time -------------------------------------------------------------------------


def at_rest(tab, path: str) -> Page:
    """Open a page whose clock moves only when the test moves it, and start its interview."""
    tab.page.clock.install(time=0)
    page = tab.goto(path)
    page.clock.pause_at(60_000)
    return started(page)


def test_the_time_runs_and_pauses(visit):
    page = at_rest(visit(), ADVANCED)
    timer = page.get_by_role("timer")
    page.clock.run_for(65_000)
    expect(timer).to_have_text("1:05 of 6:00 for this question8:55 left")
    button(page, "Pause").click()
    expect(button(page, "Pause")).to_have_attribute("aria-pressed", "true")
    page.clock.run_for(100_000)
    expect(timer).to_have_text("1:05 of 6:00 for this question8:55 left, paused")
    button(page, "Pause").click()
    page.clock.run_for(5_000)
    expect(timer).to_have_text("1:10 of 6:00 for this question8:50 left")


def test_the_time_of_an_answer_ends_when_it_is_compared(visit):
    page = at_rest(visit(), ADVANCED)
    page.clock.run_for(90_000)
    reveal(page)
    page.clock.run_for(30_000)
    expect(page.get_by_role("timer")).to_have_text("1:30 of 6:00 for this question8:00 left")
    button(page, "Pause").click()
    button(page, "Pause").click()
    page.clock.run_for(30_000)
    expect(page.get_by_role("timer")).to_have_text("1:30 of 6:00 for this question7:30 left")
    button(page, "To the summary").click()
    expect(page.locator(".interview__taken")).to_have_text("1:30 of 6:00")
    expect(page.locator(".interview__summary")).to_contain_text("1 question in 2:30; 10:00 were planned.")


@BOTH_SIZES
def test_time_that_is_up_is_told_and_cuts_nothing_off(visit, viewport):
    page = at_rest(visit(viewport), f"{PATH}?topics=security/iam,storage/s3&minutes=10&seed=abc&levels=intermediate")
    said = page.locator(".interview > [role=status]")
    expect(said).to_have_text("")
    page.clock.run_for(4 * 60_000)
    expect(said).to_have_text("The time for this question is over. Finish your answer.")
    page.clock.run_for(7 * 60_000)
    expect(said).to_have_text("The interview's time is up. Finish your answer; then comes the summary.")
    expect(page.get_by_role("timer")).to_have_text("11:00 of 4:00 for this question1:00 over")
    assert_fits(page)
    reveal(page)
    button(page, "To the summary").click()
    expect(page.locator(".interview__asked > li")).to_have_count(1)
    expect(page.locator(".interview__summary")).to_contain_text("1 planned question did not come up.")
    expect(said).to_have_text("")


def test_the_seconds_are_not_spoken(visit):
    page = started(visit().goto(LINK))
    timer = page.get_by_role("timer")
    assert timer.evaluate("node => node.closest('[aria-live], [role=status], [role=alert]')") is None


# --- Follow-ups, marks, leaving -----------------------------------------------------


def test_a_follow_up_becomes_the_next_question(visit, by_title):
    page = started(visit().goto(LINK))
    first = by_title[heading(page).inner_text()]
    reveal(page)
    offered = page.locator(".interview__follow-ups").get_by_role("button")
    assert offered.all_inner_texts() == [link.title for link in first.follow_ups]
    offered.first.click()
    second = by_title[heading(page).inner_text()]
    assert second.id == first.follow_ups[0].target
    expect(heading(page)).to_be_focused()
    expect(page.get_by_role("timer")).to_have_text(re.compile("^0:00 of "))
    reveal(page)
    targets = [link.target for link in second.follow_ups if link.target != first.id]
    expect(page.locator(".interview__follow-ups button")).to_have_count(len(targets))
    asked = titles_to_the_summary(page)
    assert len(asked) == len(set(asked)), "a planned question that came as a follow-up does not come again"
    assert first.title not in asked


def test_marks_are_kept(visit, by_title):
    page = started(visit().goto(LINK))
    asked = by_title[heading(page).inner_text()].id
    reveal(page)
    button(page, "Unsure").click()
    expect(button(page, "Unsure")).to_have_attribute("aria-pressed", "true")
    button(page, "End").click()
    expect(button(page, "Unsure")).to_have_attribute("aria-pressed", "true")
    button(page, "Known").click()
    expect(button(page, "Known")).to_have_attribute("aria-pressed", "true")
    assert {id: record["mark"] for id, record in kept(page).items()} == {asked: "known"}


def test_leaving_asks_first_only_while_an_interview_runs(visit):
    page = visit().goto(LINK)
    dialogs = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.type), dialog.accept()))
    page.get_by_label("30", exact=True).check()
    page.reload()
    assert dialogs == []
    started(page)
    page.reload()
    assert dialogs == ["beforeunload"]
    started(page)
    button(page, "End").click()
    page.reload()
    assert dialogs == ["beforeunload"]


# --- What may be wrong ----------------------------------------------------------------

BAD = {
    "topics=security/iam,nowhere,<b>x</b>": "topics that are not here (“nowhere”, “<b>x</b>”).",
    "topics=" + ",".join("abcdefgh"): "(“a”, “b”, “c” and 5 more).",
    "topics=" + "x" * 5000: "xxx…”).",
    "topics=__proto__,constructor&levels=toString,advanced": "levels that are not here (“toString”).",
    "levels=expert": "levels that are not here (“expert”).",
    "minutes=soon": "“soon” minutes; 10 to 180 can be had, so it is 30.",
    "minutes=": "“” minutes; 10 to 180 can be had, so it is 30.",
    "minutes=10000": "“10000” minutes; 10 to 180 can be had, so it is 180.",
    "minutes=-5": "“-5” minutes; 10 to 180 can be had, so it is 10.",
    "minutes=Infinity": "so it is 180.",
    "seed=<img src=x onerror=alert(1)>": "does not say which interview it was",
    "seed=": "does not say which interview it was",
    "topics=%E0%A4%A&minutes=%00": "10 to 180 can be had",
}


@pytest.mark.parametrize("query", BAD, ids=lambda query: query[:24])
def test_no_address_breaks_the_page(visit, query):
    tab = visit(PHONE)
    tab.page.on("dialog", lambda dialog: pytest.fail(f"a dialog opened: {dialog.message}"))
    page = tab.goto(f"{PATH}?{query}")
    expect(page.locator(".interview > [role=status]")).to_contain_text(BAD[query])
    assert page.locator(".interview :is(img, b, script)").count() == 0
    assert_fits(page)
    started(page)
    expect(page.locator(".interview > [role=status]")).to_have_text("")


def test_an_address_without_a_choice_is_nothing_to_complain_of(visit):
    page = visit().goto(PATH)
    expect(page.locator(".interview__plan")).to_contain_text("for 30 minutes")
    expect(page.locator(".interview > [role=status]")).to_have_text("")


def test_minutes_out_of_range_are_not_started(visit):
    page = visit().goto(PATH)
    page.get_by_label("Other number of minutes").fill("5")
    expect(page.get_by_label("Other", exact=True)).to_be_checked()
    expect(page.locator(".interview__plan")).to_have_text("Give a number of minutes from 10 to 180.")
    expect(button(page, "Start")).to_be_disabled()
    page.get_by_label("Other number of minutes").fill("12")
    started(page)
    assert "minutes=12" in page.url


def test_a_choice_without_questions_says_so(visit, by_title):
    there_are = {(r.topic, r.level) for r in by_title.values()}
    missing = [(t, level) for t in {t for t, _ in there_are} for level in LEVELS if (t, level) not in there_are]
    if not missing:
        pytest.skip("each topic has questions of each level")
    topic, level = sorted(missing)[0]
    page = visit().goto(f"{PATH}?topics={topic}&levels={level}")
    expect(page.locator(".interview__plan")).to_contain_text("Choose more")
    expect(button(page, "Start")).to_be_disabled()


@BOTH_SIZES
def test_without_scripts_the_page_says_what_to_do_instead(visit, viewport):
    page = visit(viewport, java_script_enabled=False).goto(PATH)
    place = page.locator(".interview-place")
    expect(place).to_contain_text("needs scripts")
    place.get_by_role("link").click()
    expect(page).to_have_url(re.compile("/study/questions/$"))


def test_an_answer_that_does_not_load_is_told_and_tried_again(browser, address):
    page = browser.new_page(service_workers="block")
    page.route("**/study/answers-*", lambda route: route.abort())
    page.goto(address + LINK)
    started(page)
    button(page, "Show the 30-second answer").click()
    expect(page.locator(".interview__card > [role=status]")).to_contain_text("The answer did not load.")
    expect(button(page, "Try again")).to_be_focused()
    expect(button(page, "Known")).to_be_visible()
    before = heading(page).inner_text()
    button(page, "Next question").click()
    expect(heading(page)).not_to_have_text(before)
    button(page, "Show the 30-second answer").click()
    page.unroute("**/study/answers-*")
    button(page, "Try again").click()
    expect(page.locator(".interview .admonition.tip")).to_be_visible()
    expect(button(page, "Try again")).to_be_hidden()
    page.close()


def test_a_catalog_that_does_not_load_is_told_and_tried_again(browser, address):
    page = browser.new_page(service_workers="block")
    page.route("**/study/catalog-*", lambda route: route.abort())
    page.goto(address + LINK)
    expect(page.locator(".interview > [role=status]")).to_contain_text("did not load")
    page.unroute("**/study/catalog-*")
    button(page, "Try again").click()
    started(page)
    page.close()


def test_an_interview_works_from_the_file_system(browser, built):
    page = browser.new_page(service_workers="block")
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((built.folder / PATH / "index.html").as_uri() + "?minutes=15&seed=abc")
    started(page)
    reveal(page)
    assert titles_to_the_summary(page)
    assert errors == []
    page.close()


@pytest.mark.parametrize(("viewport", "scheme"), [(PHONE, "dark"), (DESKTOP, "light")], ids=["phone", "desktop"])
def test_each_step_is_accessible(visit, viewport, scheme):
    page = visit(viewport, scheme).goto(f"{LINK}&levels=nowhere")
    page.locator(".interview summary").click()
    assert_accessible(page)
    started(page)
    assert_accessible(page)
    reveal(page)
    button(page, "Known").click()
    expect(button(page, "Known")).to_have_attribute("aria-pressed", "true")
    button(page, "Pause").click()
    assert_accessible(page)
    button(page, "End").click()
    assert_accessible(page)
