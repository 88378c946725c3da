"""The page of all questions: narrowed, sorted, shared, quizzed."""

import re

import pytest
from playwright.sync_api import expect

from tests.accessibility import assert_accessible
from tests.browsing import BOTH_SIZES
from tests.study.marks import give, kept, record

LIST = "study/questions/"


def entries(page):
    return page.locator(".entry").filter(visible=True)


def choose(page, label: str):
    if not page.locator(".list-form__facets").evaluate("details => details.open"):
        page.locator(".list-form__facets summary").click()
    page.locator(".chip").filter(has_text=re.compile(f"^{label}")).click()


def with_level(bank, level: str, topic: str = "") -> int:
    pages = [page for page in bank.topics if topic in ("", page.topic)]
    return sum(question.levels == (level,) for page in pages for question in page.questions)


def total(bank) -> int:
    return sum(len(page.questions) for page in bank.topics)


@BOTH_SIZES
def test_every_question_is_there_and_leads_to_its_place(visit, bank, viewport):
    page = visit(viewport).goto(LIST)
    expect(entries(page)).to_have_count(total(bank))
    expect(page.locator(".list-head__status")).to_have_text(f"{total(bank)} questions")
    page.get_by_role("link", name="How do you plan CIDR blocks").click()
    expect(page).to_have_url(re.compile(r"/networking/vpc/#subnetting-and-cidr$"))
    expect(page.locator("#subnetting-and-cidr")).to_be_in_viewport()


def test_without_scripts_it_is_a_plain_list(visit, bank):
    page = visit(java_script_enabled=False).goto(LIST)
    expect(entries(page)).to_have_count(total(bank))
    expect(page.locator(".list-form")).to_have_count(0)
    expect(page.locator(".entries h2")).to_have_count(len(bank.topics))


@BOTH_SIZES
def test_filters_narrow_the_list_and_the_address_says_so(visit, bank, viewport):
    tab = visit(viewport)
    page = tab.goto(LIST)
    choose(page, "Advanced")
    expect(entries(page)).to_have_count(with_level(bank, "advanced"))
    page.locator(".list-form__select").first.select_option("networking/vpc")
    expected = with_level(bank, "advanced", "networking/vpc")
    expect(entries(page)).to_have_count(expected)
    expect(page.locator(".list-head__status")).to_have_text(f"{expected} of {total(bank)} questions")
    expect(page.locator(".entries h2").filter(visible=True)).to_have_text(["VPC"])
    assert page.url.endswith("?topic=networking/vpc&level=advanced")
    assert_accessible(page)
    other = page.context.new_page()
    other.goto(page.url)
    expect(entries(other)).to_have_count(expected)
    page.get_by_role("button", name="Clear the filters").click()
    expect(entries(page)).to_have_count(total(bank))


def test_words_narrow_at_once(visit):
    page = visit().goto(LIST)
    page.get_by_label("Find").press_sequentially("nat COST")
    expect(entries(page).first).to_be_visible()
    found = entries(page).evaluate_all(
        "items => items.map(item => item.textContent + item.closest('section').querySelector('h2').textContent)"
    )
    for text in found:
        assert "nat" in text.lower() and "cost" in text.lower()
    assert page.url.endswith("?q=nat+COST")


def test_counts_say_what_each_choice_would_give(visit, bank):
    page = visit().goto(LIST)
    choose(page, "Advanced")
    for level in ("Foundational", "Intermediate", "Advanced"):
        chip = page.locator(".chip").filter(has_text=level)
        expect(chip.locator(".chip__count")).to_have_text(str(with_level(bank, level.lower())))
    debugging = page.locator(".chip").filter(has_text="Debugging").locator(".chip__count").inner_text()
    choose(page, "Debugging")
    expect(entries(page)).to_have_count(int(debugging))


def test_several_values_of_one_kind_add_up(visit, bank):
    page = visit().goto(f"{LIST}?level=foundational,advanced")
    expect(entries(page)).to_have_count(with_level(bank, "foundational") + with_level(bank, "advanced"))


def test_a_category_is_all_its_topics(visit, bank):
    page = visit().goto(f"{LIST}?topic=networking")
    count = sum(len(one.questions) for one in bank.topics if one.category == "networking")
    expect(entries(page)).to_have_count(count)


def test_sorted_by_title_and_by_level(visit):
    page = visit().goto(f"{LIST}?topic=storage/s3")
    page.get_by_label("Sorted").select_option("title")
    titles = [text.split("\n")[0] for text in entries(page).all_inner_texts()]
    assert titles == page.evaluate("titles => titles.toSorted((a, b) => a.localeCompare(b))", titles)
    assert "S3" in entries(page).first.locator(".entry__topic").inner_text()
    page.get_by_label("Sorted").select_option("level")
    levels = [entry.get_attribute("data-level") for entry in entries(page).all()]
    assert levels == sorted(levels, key=["foundational", "intermediate", "advanced"].index)
    page.get_by_label("Sorted").select_option("topic")
    expect(page.locator(".entries__topic[data-topic='storage/s3'] .entry").first).to_be_visible()
    assert page.url.endswith("?topic=storage/s3")


def test_ones_own_marks_filter_and_sort(visit):
    tab = visit()
    marks = {
        "subnetting-and-cidr": record("known", days_ago=3),
        "vpc-building-blocks": record("unsure", days_ago=5),
        "alb-vs-nlb-for-microservices": record("unknown"),
    }
    give(tab.page, marks)
    page = tab.goto(f"{LIST}?mark=due&sort=due")
    ids = [entry.get_attribute("data-id") for entry in entries(page).all()]
    assert ids == ["vpc-building-blocks", "subnetting-and-cidr"]
    expect(entries(page).first.locator(".entry__mark")).to_have_text("Unsure, due")
    page = tab.goto(f"{LIST}?mark=unknown")
    assert [entry.get_attribute("data-id") for entry in entries(page).all()] == ["alb-vs-nlb-for-microservices"]


@BOTH_SIZES
def test_what_is_due_can_be_drilled_by_key_alone(visit, viewport):
    tab = visit(viewport)
    give(
        tab.page,
        {"subnetting-and-cidr": record("unsure", days_ago=3), "vpc-building-blocks": record("known", days_ago=5)},
    )
    page = tab.goto(f"{LIST}?mark=due&sort=due&quiz=1")
    expect(entries(page)).to_have_count(2)
    page.keyboard.press("j")
    page.keyboard.press("Space")
    first = entries(page).nth(0)
    expect(first.locator(".abstract")).to_be_visible()
    expect(first.locator(".tip")).to_be_visible()
    assert_accessible(page)
    page.keyboard.press("1")
    expect(first.locator(".marks__button").first).to_have_attribute("aria-pressed", "true")
    expect(first).to_be_visible()  # it is due no more, and is still being read
    page.keyboard.press("j")
    page.keyboard.press("Space")
    expect(entries(page).nth(1).locator(".abstract")).to_be_visible()
    page.keyboard.press("3")
    expect(entries(page).nth(1).locator(".marks__button").nth(2)).to_have_attribute("aria-pressed", "true")
    marks = kept(page)
    assert marks["vpc-building-blocks"]["mark"] == "known"
    assert marks["subnetting-and-cidr"]["mark"] == "unknown"
    assert marks["vpc-building-blocks"]["card"][0] > marks["subnetting-and-cidr"]["card"][0]


def test_all_answers_of_a_filtered_set_at_once(visit):
    page = visit().goto(f"{LIST}?topic=networking/vpc&level=foundational")
    page.get_by_role("button", name="Quiz these").click()
    expect(page.locator(".entry__card").filter(visible=True)).to_have_count(0)
    page.get_by_role("button", name="Show all answers").click()
    expect(page.locator(".entry__card").filter(visible=True)).to_have_count(entries(page).count())
    assert page.url.endswith("&quiz=1")
    page.get_by_role("button", name="End the quiz").click()
    expect(page.locator(".entry__card").filter(visible=True)).to_have_count(0)


def test_an_answer_that_does_not_load_says_so_and_can_be_asked_for_again(visit):
    tab = visit()
    tab.page.route("**/study/answers-*", lambda route: route.abort())
    page = tab.goto(f"{LIST}?topic=networking/vpc&quiz=1")
    page.get_by_role("button", name="Show the answer").first.click()
    expect(page.locator(".notice")).to_contain_text("did not load")
    page.unroute("**/study/answers-*")
    page.get_by_role("button", name="Show the answer").first.click()
    expect(page.locator(".entry__card").first).to_be_visible()
    assert all("ERR_FAILED" in error for error in tab.errors)
    tab.errors.clear()


@pytest.mark.parametrize(
    "query",
    [
        "level=<img src=x onerror=alert(1)>",
        "topic=nowhere&type=none&mark=__proto__&sort=constructor",
        "q=" + "x" * 5000,
        "q=%00%0d%0a<script>alert(1)</script>",
        "level=%E0%A4%A",
    ],
)
def test_a_bad_address_is_an_unfiltered_list_or_an_empty_one(visit, bank, query):
    page = visit().goto(f"{LIST}?{query}")
    count = 0 if query.startswith("q=") else total(bank)
    expect(entries(page)).to_have_count(count)


def test_no_question_found_says_so(visit):
    page = visit().goto(f"{LIST}?q=xyzzy")
    expect(page.locator(".list-head__status")).to_have_text(re.compile(r"^0 of"))
    expect(page.get_by_role("button", name="Quiz these")).to_be_disabled()
