"""Replaces a paragraph `[TOPICS]` by a card for each topic page, by category, in the order of the navigation."""

from collections import Counter
from xml.etree import ElementTree as etree

from bank import Bank, Page
from bank.vocabulary import LEVELS
from rendering.marker import BankExtension

MARKER = "[TOPICS]"


def _catalog(bank: Bank) -> etree.Element:
    catalog = etree.Element("div", {"class": "catalog", "data-search-exclude": ""})
    categories: dict[str, list[Page]] = {}
    for page in bank.topics:
        categories.setdefault(page.category, []).append(page)
    for category, pages in categories.items():
        section = etree.SubElement(catalog, "section", {"class": "catalog__category"})
        etree.SubElement(section, "h2", {"id": f"topics-{category}"}).text = bank.category_title(category)
        cards = etree.SubElement(section, "ul", {"class": "cards"})
        cards.extend(_card(page) for page in pages)
    return catalog


def _card(page: Page) -> etree.Element:
    counts = Counter(level for question in page.questions for level in question.levels)
    card = etree.Element("li", {"class": "card", "data-topic": page.topic})
    title = etree.SubElement(card, "h3")
    etree.SubElement(title, "a", {"href": page.path}).text = page.title
    etree.SubElement(card, "p", {"class": "card__text"}).text = page.description
    facts = etree.SubElement(card, "p", {"class": "card__facts"})
    facts.text = f"{len(page.questions)} questions"
    reviewed = etree.SubElement(facts, "span", {"class": "card__reviewed"})
    reviewed.text = f"Reviewed {page.front_matter.get('reviewed', 'never')}"
    spectrum = etree.SubElement(card, "p", {"class": "spectrum"})
    for level in LEVELS:
        if counts[level]:
            part = etree.SubElement(spectrum, "span", {"class": f"spectrum__part badge--{level}"})
            part.text = f"{counts[level]} {level}"
    return card


def makeExtension(**options) -> BankExtension:
    """Entry point by which Python-Markdown finds an extension."""
    return BankExtension(MARKER, _catalog, **options)
