"""What a learner's Anki makes of the packages."""

import re

import decks.make
from addresses import page_address
from decks.model import model
from tests.decks.conftest import MADE, imported, page


def test_every_topic_becomes_a_deck_with_a_note_for_each_question(packages, collection, bank):
    for topic in bank.topics:
        log = imported(collection, packages / f"{topic.topic}.apkg")
        assert len(log.new) == len(topic.questions), topic.path
        deck = f"Aloud::{bank.category_title(topic.category)}::{topic.title}"
        assert len(collection.find_cards(f'"deck:{deck}"')) == len(topic.questions), deck


def test_the_package_of_all_has_the_same_decks_and_cards_as_those_of_the_topics(packages, collection, bank):
    imported(collection, packages / "all.apkg")
    places = {(name, *fields) for name, *fields in _places(collection)}
    assert len(places) == sum(len(topic.questions) for topic in bank.topics)
    for topic in bank.topics:
        log = imported(collection, packages / f"{topic.topic}.apkg")
        assert not log.new and not log.conflicting and not log.updated, topic.path
    assert {(name, *fields) for name, *fields in _places(collection)} == places


def test_a_second_import_doubles_nothing(packages, collection, bank):
    first = imported(collection, packages / "security/iam.apkg")
    for package in ("security/iam.apkg", "all.apkg", "all.apkg"):
        imported(collection, packages / package)
    assert len(first.new) == len(bank.pages["security/iam.md"].questions)
    assert collection.note_count() == collection.card_count() == sum(len(topic.questions) for topic in bank.topics)
    assert [kind.name for kind in collection.models.all_names_and_ids()].count("Aloud") == 1


def test_a_topic_is_learned_in_the_order_of_its_page(packages, collection, bank):
    imported(collection, packages / "security/iam.apkg")
    ids = {card.due: card.note()["Id"] for card in map(collection.get_card, collection.find_cards(""))}
    assert [ids[due] for due in sorted(ids)] == [question.id for question in bank.pages["security/iam.md"].questions]


def test_a_later_build_updates_the_text_and_keeps_the_schedule(collection, package_of):
    imported(collection, package_of(page("The old answer.")))
    (card,) = collection.find_cards("")
    collection.db.execute("update cards set type = 2, queue = 2, due = 99, ivl = 30, factor = 2300, reps = 7")
    log = imported(collection, package_of(page("The new answer.", title="What is it called now?"), MADE + 1))
    assert len(log.updated) == 1 and collection.card_count() == 1
    note = collection.get_card(card).note()
    assert note["Answer"] == "<p>The new answer.</p>" and note["Question"] == "What is it called now?"
    assert collection.db.first("select type, queue, due, ivl, factor, reps from cards") == [2, 2, 99, 30, 2300, 7]


def test_a_later_build_updates_the_look(collection, package_of, monkeypatch):
    imported(collection, package_of(page("An answer.")))
    plain = model()
    plain.css = ".card { color: teal }"
    plain.templates[0]["qfmt"] = "New: {{Question}}"
    monkeypatch.setattr(decks.make, "model", lambda: plain)
    imported(collection, package_of(page("An answer."), MADE + 1))
    (card,) = collection.find_cards("")
    shown = collection.get_card(card).render_output()
    assert shown.question_text.startswith("New: ") and "teal" in shown.css


def test_every_image_is_in_the_collection(packages, collection):
    imported(collection, packages / "all.apkg")
    checked = collection.media.check()
    assert not checked.missing and not checked.unused
    fields = "".join(collection.db.list("select flds from notes"))
    sources = set(re.findall(r'<img src="([^"]*)"', fields))
    assert sources and all(collection.media.have(source) for source in sources)
    assert fields.count("<img ") == len(re.findall(r'<img src="aloud-[0-9a-f]{16}\.svg" [^>]*alt="[^"]+">', fields))


def test_every_card_shows_its_question_and_its_answer(packages, collection, bank):
    imported(collection, packages / "all.apkg")
    for card in map(collection.get_card, collection.find_cards("")):
        note, shown = card.note(), card.render_output()
        assert note["Question"] in shown.question_text and note["Answer"] not in shown.question_text, note["Id"]
        assert all(note[name] in shown.answer_text for name in ("Question", "Answer", "Takeaway", "More")), note["Id"]
        address = bank.site_url + page_address(bank.places_by_id[note["Id"]][0])
        assert f'<a href="{address}#{note["Id"]}">' in shown.answer_text
        assert not shown.question_av_tags and not shown.answer_av_tags, note["Id"]
        prose = re.sub(r"<pre.*?</pre>|<code>.*?</code>", "", shown.question_text + shown.answer_text, flags=re.DOTALL)
        assert "{{" not in prose and "}}" not in prose, note["Id"]


HOSTILE = '<script>alert(1)</script> {{c1::x}} {{Answer}} [sound:a.mp3] [latex]x[/latex] "quoted" & <img src=x.png>'


def test_text_that_means_something_to_anki_or_a_browser_is_only_shown(collection, package_of):
    sample = f"```bash title='a <b> {{{{Topic}}}}'\necho {HOSTILE}\n```"
    imported(collection, package_of(page(HOSTILE, sample, title="Is `<b>` & [sound:b.mp3] shown?")))
    (card,) = map(collection.get_card, collection.find_cards(""))
    shown = card.render_output()
    assert not re.search("<(script|img|b)>?", shown.answer_text.replace("<body", ""))
    assert not shown.question_av_tags and not shown.answer_av_tags
    assert not collection.media.check().missing
    assert "Is &lt;b&gt; &amp; &#91;sound:b.mp3] shown?" in shown.question_text
    assert shown.answer_text.count("{{c1::x}}") == 1 and "{{Answer}} &#91;sound:a.mp3]" in shown.answer_text


def test_a_sample_that_is_wrong_says_so(collection, package_of):
    right, wrong = '```json title="a.json"\n{}\n```', '```{ .json .wrong title="b.json" }\n{}\n```'
    imported(collection, package_of(page("An answer.", f"{right}\n\n{wrong}")))
    (card,) = map(collection.get_card, collection.find_cards(""))
    titles = re.findall(r'<figure class="([^"]*)"><figcaption[^>]*>(.*?)</figcaption>', card.note()["More"])
    assert titles == [("sample", "a.json"), ("sample sample--wrong", "Wrong: b.json")]


def _places(collection) -> list[tuple[str, ...]]:
    """Return the deck and the fields of each card."""
    cards = map(collection.get_card, collection.find_cards(""))
    return [(collection.decks.name(card.did), *card.note().fields) for card in cards]
