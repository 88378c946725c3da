"""How cards look in a browser, which is what Anki shows them with."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from local_server import served
from tests.browsing import BOTH_SIZES
from tests.decks.conftest import imported

# Of what Anki itself puts around a card, that which meets the card's own style.
FRAME = """<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Cards</title><style>body {{ margin: 20px }} img {{ max-width: 100%; max-height: 95vh }} {css}</style>
<body class="card card1 {scheme}"><main id="qa">{content}</main></body></html>"""
SCHEMES = {"day": "", "night": "nightMode night_mode"}
RULES = ["color-contrast", "image-alt", "link-name", "heading-order"]


@pytest.fixture
def address(packages, collection):
    """The address of the pages `day.html` and `night.html`, which show the backs of a topic's cards, opened."""
    imported(collection, packages / "security/iam.apkg")
    shown = [collection.get_card(card).render_output() for card in collection.find_cards("")]
    content = "".join(card.answer_text for card in shown).replace("<details ", "<details open ")
    folder = Path(collection.media.dir())
    for name, scheme in SCHEMES.items():
        text = FRAME.format(scheme=scheme, css=shown[0].css, content=content)
        (folder / f"{name}.html").write_text(text, "utf-8")
    with served(folder) as address:
        yield address


@BOTH_SIZES
@pytest.mark.parametrize("scheme", SCHEMES)
def test_cards_fit_show_their_drawings_and_can_be_read(browser, address, viewport, scheme):
    tab = browser.new_page(viewport=viewport)
    tab.goto(f"{address}{scheme}.html")
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert tab.evaluate("document.images.length && [...document.images].every((image) => image.naturalWidth > 0)")
    found = Axe().run(tab, options={"runOnly": RULES})
    assert found.violations_count == 0, found.generate_report()
    assert {rule["id"] for rule in found.response["passes"]} == set(RULES)
    tab.close()
