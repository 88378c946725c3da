"""Sheets of the bank, read back: all of it is there, nothing is cut, and pages are well filled."""

import re
from math import ceil
from statistics import median

import pikepdf

from addresses import page_address
from bank.vocabulary import LEVELS
from tests.sheets.conftest import POINTS_PER_MM, Pdf, opened, squeezed

MARGIN = 18 * POINTS_PER_MM  # of the full sheet, above and below
BLANK = 0.40
KILOBYTES_A_QUESTION = 400 / 8


def questions_of(pdf: Pdf):
    return [(page, question) for page in pdf.sheet.pages for question in page.questions]


def last_words(page, question) -> str:
    """Return the end of the last paragraph of an answer, before the parts that close it.

    Behind a link, paper has a number or a reference: what follows the last one is compared, if it is long enough.
    """
    parts = [part for part in question.parts if part.kind.key == "mistakes"]
    end = parts[0].line if parts else question.end_line
    rows = {row.line for row in page.rows}
    blocks = [b for b in page.blocks if question.line < b.line < end and b.line not in rows]
    pieces = re.split(r"\[[^\]]*\]\([^)]*\)", blocks[-1].text)
    return next(words for piece in reversed(pieces) if len(words := squeezed(piece)) > 12)[-40:]


def test_every_question_and_its_answer_to_the_end(full):
    for pdf in full:
        for page, question in questions_of(pdf):
            assert pdf.has(squeezed(question.title)), (pdf.file, question.title)
            assert pdf.has(last_words(page, question)), (pdf.file, question.id)


def test_every_part_of_the_question_is_on_paper(full):
    for pdf in full:
        for _, question in questions_of(pdf):
            for part in question.parts:
                if part.kind.key in ("thirty_seconds", "takeaway", "in_production"):
                    words = squeezed(part.text.split("\n", 1)[-1].strip())
                    assert pdf.has(words[:60]), (pdf.file, question.id, part.kind.key)


def test_sources_are_printed_with_their_addresses_once_for_each_question(full):
    for pdf in full:
        for page, question in questions_of(pdf):
            sources = question.part("sources")
            for link in page.links:
                if sources.line <= link.line <= sources.end_line:
                    assert pdf.has(squeezed(link.target.removeprefix("https://"))), (pdf.file, link.target)


def test_quick_checks_are_answered_at_the_end_and_only_there(full):
    for pdf in full:
        checks = [q for _, q in questions_of(pdf) if q.part("quick_check")]
        if not checks:
            continue
        body, _, answers = pdf.text.rpartition(squeezed("Answers to the quick checks"))
        assert body, pdf.file
        for question in checks:
            assert f"question{question.number}" in answers, (pdf.file, question.id)
            explanation = squeezed(question.part("quick_check").text.strip().split("\n\n")[-1])[-40:]
            assert explanation in answers and explanation not in body, (pdf.file, question.id)


def test_title_block_says_what_when_and_where(full, bank):
    for pdf in full:
        [page] = pdf.sheet.pages
        first = squeezed(pdf.texts[0])
        facts = [page.title, f"{len(page.questions)} questions", str(page.front_matter["reviewed"])]
        counts = [(level, sum(level in q.levels for q in page.questions)) for level in LEVELS]
        facts += [f"{count} {level}" for level, count in counts if count]
        for fact in (*facts, bank.site_url + page_address(page.path)):
            assert squeezed(fact) in first, (pdf.file, fact)


def test_every_page_has_its_number_and_running_topic(full, cram):
    for pdf in full + cram:
        for number, text in enumerate(pdf.texts, 1):
            assert squeezed(f"{number} of {len(pdf)}") in squeezed(text), (pdf.file, number)
            assert squeezed(pdf.sheet.pages[0].title) in squeezed(text), (pdf.file, number)


def test_outline_is_the_questions_in_order(full, cram):
    for pdf in full + cram:
        wanted = [squeezed(f"{q.number}. {q.title}") for _, q in questions_of(pdf)]
        assert [squeezed(title) for _, title in pdf.outline] == wanted, pdf.file


def test_cram_sheets_are_short(cram):
    for pdf in cram:
        questions = len(questions_of(pdf))
        assert len(pdf) <= max(2, ceil(questions / 4)), f"{pdf.file}: {len(pdf)} pages for {questions} questions"


def title_height(pdf: Pdf) -> float:
    """Return the height, in points, of the largest letters on the first page."""
    text = pdf.document[0].get_textpage()
    boxes = [text.get_charbox(i, loose=True) for i in range(text.count_chars())]
    return max(top - bottom for _, bottom, _, top in boxes)


def test_all_sheets_have_one_size_of_type(full):
    heights = {str(pdf.file.relative_to(pdf.file.parents[2])): title_height(pdf) for pdf in full}
    usual = median(heights.values())
    assert [file for file, height in heights.items() if abs(height - usual) > usual / 100] == []


def test_takeaways_keep_their_label(full):
    counts = {str(pdf.file): (pdf.text.count("keytakeaway"), len(questions_of(pdf))) for pdf in full}
    assert {file: count for file, count in counts.items() if count[0] < count[1]} == {}


def test_cram_sheets_hold_the_spoken_answers_and_comparisons(cram):
    for pdf in cram:
        for _, question in questions_of(pdf):
            for key in ("thirty_seconds", "takeaway"):
                words = squeezed(question.part(key).text.split("\n", 1)[-1])
                assert words[:60] in pdf.columns or pdf.has(words[:60]), (pdf.file, question.id, key)


def test_no_text_leaves_the_page(sheets):
    for pdf in sheets:
        for number in range(len(pdf)):
            page = pdf.document[number]
            width, height = page.get_size()
            text = page.get_textpage()
            for i in range(text.count_rects()):
                left, bottom, right, top = text.get_rect(i)
                assert left >= 0 and bottom >= 0 and right <= width and top <= height, (pdf.file, number + 1)


def blank_share(pdf: Pdf, number: int) -> float:
    """Return how much of a page's type area is blank at its foot."""
    picture = pdf.picture(number)
    scale = picture.height / pdf.document[number].get_height()
    top, bottom = round(MARGIN * scale), round(picture.height - MARGIN * scale)
    area = picture.crop((0, top, picture.width, bottom)).point(lambda gray: 255 if gray < 200 else 0)
    box = area.getbbox()
    return 1 - (box[3] / area.height if box else 0)


def test_pages_are_filled(full):
    half_empty = [
        f"{pdf.file.relative_to(pdf.file.parents[2])} page {number + 1}: {share:.0%} blank"
        for pdf in full
        for number in range(len(pdf) - 1)
        if (share := blank_share(pdf, number)) > BLANK
    ]
    assert half_empty == []


def test_no_heading_ends_a_page(full):
    for pdf in full:
        headings = {squeezed(h.text) for page in pdf.sheet.pages for h in page.headings if h.level > 1}
        for number in range(len(pdf)):
            line = pdf.last_line(number, MARGIN - 3)
            last = squeezed(line)
            assert not any(h == last or (len(last) > 15 and h.endswith(last)) for h in headings), (
                f"{pdf.file} page {number + 1} ends with the heading '{line}'"
            )


def test_properties(sheets, bank):
    for pdf in sheets:
        with opened(pdf) as file:
            assert file.Root.MarkInfo.Marked and "/StructTreeRoot" in file.Root, "not tagged"
            assert str(file.Root.Lang) == "en"
            assert str(file.docinfo.Author) == bank.site_name
            assert pdf.sheet.is_book or pdf.sheet.pages[0].title in str(file.docinfo.Title)
            assert file.Root.ViewerPreferences.DisplayDocTitle


def test_fonts_are_embedded_and_of_one_kind(sheets):
    for pdf in sheets:
        with opened(pdf) as file:
            fonts = [o for o in file.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/Font"]
            descriptors = [f.FontDescriptor for f in fonts if "/FontDescriptor" in f and f.get("/Subtype") != "/Type3"]
            assert descriptors
            assert all({"/FontFile2", "/FontFile3", "/FontFile"} & set(d.keys()) for d in descriptors), pdf.file
            glyphs = sum(len(f.CharProcs) for f in fonts if f.get("/Subtype") == "/Type3")
            assert glyphs < 20, f"{pdf.file}: a variable font was written glyph by glyph ({glyphs})"


def test_links_are_alive(full, bank):
    for pdf in full:
        with opened(pdf) as file:
            targets = set()
            for page in file.pages:
                for note in page.get("/Annots", []):
                    if "/Dest" in note:
                        targets.add(str(note.Dest))
                    elif note.get("/A", {}).get("/S") == "/URI":
                        targets.add(str(note.A.URI))
            names = {str(name) for name in file.Root.get("/Dests", {})}
        for page, question in questions_of(pdf):
            assert f"/{question.id}" in targets & names, (pdf.file, question.id)
            for link in page.links:
                if link.target.startswith("https:"):
                    assert link.target in targets, (pdf.file, link.target)
        written = {link.target for page, _ in questions_of(pdf) for link in page.links}
        ours = targets - {target for target in written if target.startswith("https:")}
        assert not [t for t in ours if "127.0.0.1" in t or "localhost" in t or ".md" in t]


def test_size(full):
    for pdf in full:
        kilobytes = pdf.file.stat().st_size / 1000
        assert kilobytes <= max(8, len(questions_of(pdf))) * KILOBYTES_A_QUESTION, pdf.file
