"""Every page of the site, visited once, for readers who see little, zoom, or use no mouse."""

import re

import pytest

from tests.access.survey import survey

NOT_IN_THE_SITEMAP = ["404.html", "offline.html"]


def addresses(built) -> list[str]:
    """The addresses of all pages, relative to the site."""
    listed = re.findall(r"<loc>https?://[^/]+/(.*?)</loc>", (built.folder / "sitemap.xml").read_text("utf-8"))
    assert listed
    return listed + NOT_IN_THE_SITEMAP


def test_every_page_is_open_to_all(visit, built, subtests):
    known_looks: set[str] = set()
    tab = visit(reduced_motion="reduce")
    for path in addresses(built):
        with subtests.test(path):
            found = survey(tab.goto(path), known_looks)
            assert not found, "\n".join(found)


DEFECTS = {
    "light: color-contrast": "one.style.color = '#999'; one.style.background = '#888'",
    "dark: color-contrast": "one.style.color = 'var(--x)'; one.style.setProperty('--x', '#333')",
    "light: image-alt": "one.innerHTML = '<img src=\"assets/images/mark.svg\">'",
    "light: label": "one.innerHTML = '<input>'",
    "headings of level 1": "one.outerHTML = '<h1>Another</h1>'",
    "320 pixels: scrolls sideways": "one.style.width = '330px'",
    "640 pixels: text is cut off": "one.style.overflow = 'hidden'; one.style.height = '5px'",
    "390 pixels: controls lie": (
        "one.innerHTML = '<button>One</button><button>Two</button>'; one.lastChild.style.margin = '-20px'"
    ),
    "phone: is": "one.innerHTML = '<button>i</button>'",
}


@pytest.mark.parametrize("fault", DEFECTS)
def test_the_survey_finds_a_planted_defect(visit, fault):
    page = visit(reduced_motion="reduce").goto("404.html")
    page.evaluate(f"() => {{ const one = document.querySelector('.lead'); {DEFECTS[fault]} }}")
    assert any(line.startswith(fault) or fault in line for line in survey(page, set())), fault
