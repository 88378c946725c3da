"""The picture that stands for a page where its address is shared."""

from io import BytesIO

import pytest
from PIL import Image

import make_social_cards
from bank import load_bank
from finding.social_cards import SIZE, card_file, cards
from tests.conftest import ROOT, in_thread

# What does not fit: elements that leave the card or whose text leaves them, and rows that reach into each other.
_MISFITS = """() => {
  const page = document.documentElement;
  const box = (tag) => document.querySelector(tag).getBoundingClientRect();
  const leaves = ({ left, right, top, bottom }) =>
    left < 0 || top < 0 || right > page.clientWidth || bottom > page.clientHeight;
  const texts = [...document.querySelectorAll("header *, main *, footer")];
  const found = texts
    .filter((one) => leaves(one.getBoundingClientRect()) || (one.clientWidth && one.scrollWidth > one.clientWidth + 1))
    .map((one) => `${one.localName}: ${one.textContent}`);
  if (box("header").bottom > box("main").top || box("main").bottom > box("footer").top) found.push("rows overlap");
  if (page.scrollHeight > page.clientHeight) found.push("the card is too high");
  return found;
}"""


@pytest.fixture
def tab(browser):
    page = browser.new_page(viewport=SIZE)
    yield page
    page.close()


@pytest.fixture
def in_project(monkeypatch):
    monkeypatch.chdir(ROOT)


def misfits(tab, html: str) -> list[str]:
    tab.set_content(html)
    tab.evaluate("document.fonts.ready")
    return tab.evaluate(_MISFITS)


def test_every_text_fits_on_its_card(tab, bank, in_project):
    wrong = {card.file: found for card in cards(bank) if (found := misfits(tab, card.html))}
    assert wrong == {}


def test_a_text_that_does_not_fit_is_noticed(tab, bank, in_project):
    card = cards(bank)[0]
    assert misfits(tab, card.html.replace("</h1>", " and more" * 60 + "</h1>"))
    assert misfits(tab, card.html.replace("</h1>", "W" * 60 + "</h1>"))


def test_there_is_a_card_for_each_page_and_each_page_names_its_own(bank, heads, in_project, site_address):
    assert [card.file for card in cards(bank)] == [card_file(path) for path in sorted(bank.pages)]
    for path, head in heads.items():
        assert head.meta["og:image"] == [site_address + card_file(path)], path
        assert head.meta["twitter:card"] == ["summary_large_image"]
        assert [head.meta[f"og:image:{side}"] for side in SIZE] == [[str(pixels)] for pixels in SIZE.values()]


def test_texts_cannot_become_elements(clean_bank, in_project):
    (topic, *_) = load_bank(clean_bank).topics
    file = clean_bank / topic.path
    file.write_text(file.read_text("utf-8").replace(f"title: {topic.title}", 'title: "<script>here</script>"'), "utf-8")
    html = next(card.html for card in cards(load_bank(clean_bank)) if card.file == card_file(topic.path))
    assert "<h1>&lt;script&gt;here" in html and "<script" not in html


def test_the_command_draws_pictures_of_the_size_that_pages_name(bank, tmp_path, in_project, monkeypatch):
    some = cards(bank)[:2]
    monkeypatch.setattr(make_social_cards, "cards", lambda bank: some)
    (tmp_path / "index.html").write_text("a built site", "utf-8")
    assert in_thread(lambda: make_social_cards.main(["--site", str(tmp_path)])) == 0
    for card in some:
        picture = Image.open(BytesIO((tmp_path / card.file).read_bytes()))
        assert picture.format == "PNG" and picture.size == tuple(SIZE.values())
        assert len(picture.convert("RGB").getcolors()) > 10, "the card is empty"
