"""What a strict build makes."""

import re

from addresses import page_address
from rendering.diagrams import FOLDER, drawing_name

FOREIGN = re.compile(r'<(?:script|link|img|iframe|source)[^>]+(?:src|href)="(?:https?:)?//[^>]*>')


def test_build_says_nothing(built):
    ours = [line for line in built.output.splitlines() if re.match(r"(WARNING|ERROR)", line)]
    assert ours == []


def test_every_page_is_built(built, bank):
    for path in bank.pages:
        name = f"{page_address(path)}index.html"
        assert (built.folder / name).is_file(), name


def test_every_question_is_a_section_with_its_id(built, bank):
    for page in bank.topics:
        html = (built.folder / page.topic / "index.html").read_text("utf-8")
        assert html.count('<section class="question ') == len(page.questions), page.path
        for question in page.questions:
            assert html.count(f'<h2 id="{question.id}">') == 1, question.id


def test_every_topic_lists_its_questions_at_the_top(built, bank):
    for page in bank.topics:
        html = (built.folder / page.topic / "index.html").read_text("utf-8")
        overview = re.search(r'class="overview".*?</ol>', html, re.S)[0]
        assert re.findall(r'href="#([^"]+)"', overview) == [question.id for question in page.questions]


def test_home_has_a_card_for_each_topic(built, bank):
    html = (built.folder / "index.html").read_text("utf-8")
    for page in bank.topics:
        assert f'<a href="{page_address(page.path)}">{page.title}</a>' in html
        assert f"{len(page.questions)} questions" in html


def test_topics_can_be_edited_and_say_when_they_were_reviewed(built, bank):
    for page in bank.topics:
        html = (built.folder / page.topic / "index.html").read_text("utf-8")
        assert f'/edit/main/docs/{page.path}" title="Edit this page"' in html
        assert str(page.front_matter["reviewed"]) in html


def test_no_page_loads_anything_from_another_host(built):
    for file in built.folder.rglob("*.html"):
        tags = FOREIGN.findall(file.read_text("utf-8"))
        assert [tag for tag in tags if 'rel="canonical"' not in tag] == [], file


def test_every_diagram_is_drawn_and_every_drawing_used(bank):
    wanted = {drawing_name(f.content) for p in bank.pages.values() for f in p.fences if f.language == "mermaid"}
    assert {file.name for file in FOLDER.glob("*.svg")} == wanted


def test_drawings_have_a_text_alternative_and_no_style_of_their_own():
    for file in FOLDER.glob("*.svg"):
        svg = file.read_text("utf-8")
        assert 'role="img"' in svg and "<title" in svg and "<desc" in svg, file
        assert "<style" not in svg and "<script" not in svg, file


def test_the_footer_says_whose_site_this_is_not(built):
    html = (built.folder / "index.html").read_text("utf-8")
    assert "not affiliated with, or endorsed by, Amazon Web Services" in html
