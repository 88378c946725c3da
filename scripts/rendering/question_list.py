"""Replaces a paragraph `[QUESTIONS]` by a list of all questions, by topic, in the order of the navigation."""

from xml.etree import ElementTree as etree

from bank import Bank, Page, Question
from bank.plain import plain
from rendering.badges import add_badges
from rendering.marker import BankExtension

MARKER = "[QUESTIONS]"


def _list(bank: Bank) -> etree.Element:
    entries = etree.Element("div", {"class": "entries", "data-search-exclude": ""})
    for page in bank.topics:
        topic = page.topic
        place = {"topic": topic, "category": page.category, "category-title": bank.category_title(page.category)}
        group = etree.SubElement(entries, "section", {"class": "entries__topic"})
        for name, value in place.items():
            group.set(f"data-{name}", value)
        title = etree.SubElement(group, "h2", {"id": topic.replace("/", "-")})
        etree.SubElement(title, "a", {"href": f"../{page.path}"}).text = page.title
        items = etree.SubElement(group, "ol")
        items.extend(_entry(page, question) for question in page.questions)
    return entries


def _entry(page: Page, question: Question) -> etree.Element:
    kind, level = next(iter(question.types), ""), next(iter(question.levels), "")
    item = etree.Element("li", {"class": "entry", "data-id": question.id or "", "data-type": kind, "data-level": level})
    etree.SubElement(item, "a", {"href": f"../{page.path}#{question.id}"}).text = plain(question.title)
    facts = etree.SubElement(item, "span", {"class": "entry__facts"})
    add_badges(facts, level, kind)
    return item


def makeExtension(**options) -> BankExtension:
    """Entry point by which Python-Markdown finds an extension."""
    return BankExtension(MARKER, _list, **options)
