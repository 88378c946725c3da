"""Gives each question of a page its section, its badges and its labelled parts.

Python-Markdown makes a flat list of elements; this wraps each level-2 heading that carries a question type, with all
that follows it, into `<section class="question">`, so that style sheets and scripts can take hold of one question.
"""

from xml.etree import ElementTree as etree

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from bank.vocabulary import LEVELS, PARTS, TYPES
from rendering.badges import add_badges

NUMBER = "question__number"
_PARAGRAPHS = {f"{part.label}:": f"question__{part.key.replace('_', '-')}" for part in PARTS if not part.callout}


class Questions(Treeprocessor):
    def run(self, root: etree.Element) -> None:
        questions: list[etree.Element] = []
        section = None
        for element in list(root):
            kind = _classification(element)
            if kind:
                section = etree.Element("section", {"class": f"question {kind[0]} {kind[1]}"})
                root.insert(list(root).index(element), section)
                questions.append(element)
            elif element.tag in ("h1", "h2"):
                section = None
            if section is None:
                continue
            root.remove(element)
            section.append(element)
            if kind:
                _number(element)
                element.attrib.pop("class")
                section.append(_badges(*kind))
            elif element.tag == "p":
                _label(element)
        if questions:
            _title(root)
            _lead(root)
            _overview(root, questions)


def _classification(element: etree.Element) -> tuple[str, str] | None:
    """Return a question heading's type and level, or None for any other element."""
    if element.tag != "h2":
        return None
    classes = element.get("class", "").split()
    kind = next((c for c in classes if c in TYPES), None)
    level = next((c for c in classes if c in LEVELS), None)
    return (kind, level) if kind and level else None


def _number(heading: etree.Element) -> None:
    number, dot, title = (heading.text or "").partition(". ")
    if dot and number.isdecimal():
        heading.text = None
        span = etree.Element("span", {"class": NUMBER})
        span.text = f"{number}."
        span.tail = f" {title}"
        heading.insert(0, span)


def _badges(kind: str, level: str) -> etree.Element:
    # A search that reads pages, as the theme's does, would find every comparison there is by that word.
    badges = etree.Element("p", {"class": "question__badges", "data-search-exclude": ""})
    add_badges(badges, level, kind)
    return badges


def _label(paragraph: etree.Element) -> None:
    first = paragraph[0] if len(paragraph) else None
    if first is not None and first.tag == "strong" and not (paragraph.text or "").strip():
        name = _PARAGRAPHS.get(first.text or "")
        if name:
            paragraph.set("class", name)


def _title(root: etree.Element) -> None:
    """Take the permalink off the page's title: its address is the page's own."""
    for heading in root.findall("h1"):
        for link in heading.findall("a[@class='headerlink']"):
            heading.remove(link)


def _lead(root: etree.Element) -> None:
    lead = next((e for e in root if e.tag == "p"), None)
    if lead is not None:
        lead.set("class", "lead")


def _overview(root: etree.Element, headings: list[etree.Element]) -> None:
    """Insert the list of questions before the first; where the theme shows a table of contents, CSS hides it."""
    nav = etree.Element("nav", {"class": "overview", "aria-label": "Questions on this page", "data-search-exclude": ""})
    items = etree.SubElement(nav, "ol")
    for heading in headings:
        section = next(s for s in root if s.tag == "section" and s[0] is heading)
        level = section.get("class").split()[2]
        item = etree.SubElement(items, "li")
        link = etree.SubElement(item, "a", {"href": f"#{heading.get('id')}"})
        link.text = _text(heading)
        link.tail = " "
        badge = etree.SubElement(item, "span", {"class": f"badge badge--level badge--{level}"})
        badge.text = level.capitalize()
    first = next(s for s in root if s.tag == "section")
    root.insert(list(root).index(first), nav)


def _text(heading: etree.Element) -> str:
    """Return a heading's text without its number and its permalink."""
    parts = [heading.text or ""]
    for child in heading:
        if child.get("class") not in (NUMBER, "headerlink"):
            parts.extend(child.itertext())
        parts.append(child.tail or "")
    return "".join(parts).strip()


class QuestionsExtension(Extension):
    def extendMarkdown(self, md) -> None:
        # After attr_list (8), which gives headings their classes, and toc (5), which gives them their permalinks.
        md.treeprocessors.register(Questions(md), "questions", 3)


def makeExtension(**options) -> QuestionsExtension:
    """Entry point by which Python-Markdown finds an extension."""
    return QuestionsExtension(**options)
