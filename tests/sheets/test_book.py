"""The whole bank as one book."""

import re

import pytest

from addresses import page_address
from sheets.book import index_terms
from tests.sheets.conftest import BOOK_PAPERS, Pdf, opened, squeezed


@pytest.fixture(params=BOOK_PAPERS)
def book(request, books) -> Pdf:
    return next(pdf for pdf in books if pdf.sheet.paper == request.param)


def test_outline_has_topics_with_their_questions(book, bank):
    wanted = [(0, "contents")]
    for page in bank.topics:
        wanted.append((0, squeezed(page.title)))
        wanted += [(1, squeezed(f"{q.number}. {q.title}")) for q in page.questions]
    wanted.append((0, squeezed("Index of services")))
    assert [(level, squeezed(title)) for level, title in book.outline] == wanted


def test_every_question_is_on_the_page_that_the_contents_say(book, bank):
    pages = {item.get_title(): item.get_dest().get_index() + 1 for item in book.document.get_toc(max_depth=9)}
    first_chapter = pages[bank.topics[0].title] - 1
    said = squeezed("".join(book.texts[1:first_chapter]))
    for page in bank.topics:
        for question in page.questions:
            number = pages[next(t for t in pages if squeezed(t) == squeezed(f"{question.number}. {question.title}"))]
            assert squeezed(question.title) + str(number) in said, (question.id, number)


def test_links_between_topics_stay_in_the_book(book, bank):
    with opened(book) as file:
        names = {str(name) for name in file.Root.Dests}
        dead, outside = [], []
        for page in file.pages:
            for note in page.get("/Annots", []):
                if "/Dest" in note and str(note.Dest) not in names:
                    dead.append(str(note.Dest))
                uri = str(note.A.URI) if note.get("/A", {}).get("/S") == "/URI" else ""
                if any(uri.startswith(bank.site_url + page_address(p.path)) for p in bank.topics):
                    outside.append(uri)
    assert dead == []
    # The title block of each chapter says where the topic is on the site.
    assert [uri for uri in outside if "#" in uri] == []


def test_every_topic_begins_on_a_page_of_its_own_with_its_running_title(book, bank):
    tops = [item for item in book.document.get_toc(max_depth=1) if item.level == 0][1:-1]
    assert len(tops) == len(bank.topics)
    for page, item in zip(bank.topics, tops, strict=True):
        text = book.texts[item.get_dest().get_index()]
        assert text.count(page.title) >= 2, f"{page.title}: no running title"


def test_index_names_every_topic(book, bank):
    index = book.texts[-1] if "Index" in book.texts[-1] else ""
    last = squeezed("".join(book.texts[-12:]))
    assert index
    for name in index_terms(bank.topics):
        assert squeezed(name) in last, name


def test_pages_of_a_term_are_in_order_and_each_once(book, bank):
    index = "".join(book.texts[-12:])
    index = " ".join(index[index.rindex("Index of services") :].split())
    for name in ("CloudFront Functions", "Object Lock", "Site-to-Site VPN"):
        numbers = [int(n) for n in re.search(rf"{name} ([\d, ]+)", index)[1].replace(" ", "").strip(",").split(",")]
        assert numbers == sorted(set(numbers)) and len(numbers) > 1, (name, numbers)


def test_cover_says_what_the_book_is_and_has_no_page_number(book, bank):
    assert not re.search(r"1 of \d+", book.texts[0])
    assert bank.tagline in book.texts[0]
