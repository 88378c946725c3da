"""Printing from the browser, and what does not depend on the reader's settings."""

import asyncio
from io import BytesIO

import pypdfium2
import pytest
from PIL import ImageChops

from browser import find_browser
from sheets.make import make_sheets
from sheets.plan import BOOK, plan
from sheets.site import Site
from tests.browsing import BOTH_SIZES
from tests.conftest import in_thread

TOPIC = "networking/load-balancing/"


def pictures(pdf: bytes) -> list:
    return [page.render(scale=1).to_pil().convert("L") for page in pypdfium2.PdfDocument(BytesIO(pdf))]


def printed(tab) -> bytes:
    tab.evaluate("document.fonts.ready")
    return tab.pdf(format="A4", prefer_css_page_size=True)


def test_dark_mode_prints_the_same_pages(visit):
    light, dark = (pictures(printed(visit(scheme=s).goto(TOPIC))) for s in ("light", "dark"))
    assert len(light) == len(dark) > 10
    for number, (a, b) in enumerate(zip(light, dark, strict=True), 1):
        assert ImageChops.difference(a, b).getextrema()[1] < 40, f"page {number} differs"


def test_printing_without_scripts_loses_nothing(visit):
    with_scripts, without = (
        pypdfium2.PdfDocument(BytesIO(printed(visit(java_script_enabled=enabled).goto(TOPIC))))
        for enabled in (True, False)
    )
    # The words and not their order: a reader of PDFs takes the lines of a page in the order in which they were drawn.
    texts = [" ".join(page.get_textpage().get_text_range() for page in pdf) for pdf in (with_scripts, without)]
    assert sorted(texts[0].split()) == sorted(texts[1].split())
    assert "Answers to the quick checks" in texts[1]


def test_menu_prints_the_cram_sheet_and_gives_the_page_back(visit):
    tab = visit().goto(TOPIC)
    tab.evaluate("window.print = () => { window.printedAs = document.documentElement.dataset.sheet }")
    tab.get_by_text("Study sheet", exact=True).click()
    tab.get_by_role("button", name="Print the cram sheet").click()
    assert tab.evaluate("window.printedAs") == "cram"
    assert not tab.locator(".sheet-menu").evaluate("menu => menu.open")
    tab.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert tab.evaluate("document.documentElement.dataset.sheet") is None


def test_menu_works_by_keyboard_and_closes_with_escape(visit):
    tab = visit().goto(TOPIC)
    tab.locator(".sheet-menu summary").focus()
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.dataset.print") == "full"
    tab.keyboard.press("Escape")
    assert tab.evaluate("document.activeElement.tagName") == "SUMMARY"
    assert not tab.locator(".sheet-menu").evaluate("menu => menu.open")


@BOTH_SIZES
def test_open_menu_stays_on_the_screen(visit, viewport):
    tab = visit(viewport).goto(TOPIC)
    tab.locator(".sheet-menu summary").click()
    box = tab.locator(".sheet-menu__choices").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= viewport["width"]


def test_one_question_can_be_printed_alone(visit, bank):
    tab = visit().goto(TOPIC)
    tab.evaluate("window.print = () => {}")
    tab.locator("section.question").nth(1).get_by_role("button", name="Print this question").click()
    pdf = pypdfium2.PdfDocument(BytesIO(printed(tab)))
    text = " ".join("".join(page.get_textpage().get_text_range() for page in pdf).split())
    page = bank.pages[f"{TOPIC[:-1]}.md"]
    assert page.questions[1].title in text
    assert page.questions[0].title not in text and page.questions[2].title not in text
    assert len(pdf) <= 2


def test_without_scripts_the_menu_offers_downloads_only(visit):
    tab = visit(java_script_enabled=False).goto(TOPIC)
    tab.locator(".sheet-menu summary").click()
    assert tab.locator(".sheet-menu button:visible").count() == 0
    assert tab.locator(".sheet-menu a:visible").count() == 6


def test_downloads_lead_to_the_sheets(visit, bank):
    tab = visit()
    page = tab.goto(TOPIC)
    links = page.locator(".sheet-menu a").evaluate_all("links => links.map((link) => link.href)")
    wanted = [sheet.file.as_posix() for sheet in plan(bank, [TOPIC.strip("/"), BOOK])]
    assert sorted(links) == sorted(tab.address + file for file in wanted)


def test_building_twice_gives_the_same_bytes(built, bank, tmp_path):
    sheets = plan(bank, ["networking/load-balancing", "security/iam"])
    site = Site(built.folder, bank)

    async def made(folder) -> list[bytes]:
        results = [r async for r in make_sheets(site, sheets, find_browser(), folder, 2)]
        assert not [r.problem for r in results if r.problem or r.is_known]
        return [(site.folder / sheet.file).read_bytes() for sheet in sheets]

    first, second = (in_thread(lambda n=name: asyncio.run(made(tmp_path / n))) for name in ("first", "second"))
    for sheet, a, b in zip(sheets, first, second, strict=True):
        assert a == b, f"{sheet.name} differs from run to run"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_parts_do_not_show_on_the_screen(visit, scheme):
    tab = visit(scheme=scheme).goto(TOPIC)
    for name in (".question__notes", ".answers", "sup.note", ".on-paper"):
        assert tab.locator(f"{name}:visible").count() == 0, name
