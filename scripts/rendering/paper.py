"""Adds to each question what only paper needs: where links lead, and the answers of quick checks at the end.

Style sheets hide it on the screen. It is in the page, and not made by a script, so that printing works without one.
"""

import copy
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as etree

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from bank import Bank
from rendering.questions import NUMBER
from rendering.site_bank import site_bank

_SOURCES = "question__sources"
# A search that reads pages must not find a word twice; ours reads the bank.
_NOT_SEARCHED = {"data-search-exclude": ""}


class Paper(Treeprocessor):
    def __init__(self, md, docs: Path):
        super().__init__(md)
        self._docs = docs

    def run(self, root: etree.Element) -> None:
        questions = [s for s in root.findall("section") if s.get("class", "").startswith("question ")]
        bank = site_bank(self._docs) if questions else None
        for question in questions:
            _name_references(question, bank)
            _number_links(question)
        self._append_answers(root, questions)

    def _append_answers(self, root: etree.Element, questions: list[etree.Element]) -> None:
        answers = [answer for question in questions for answer in self._answers(question)]
        if not answers:
            return
        section = etree.SubElement(root, "section", {"class": "answers", **_NOT_SEARCHED})
        etree.SubElement(section, "p", {"class": "answers__title"}).text = "Answers to the quick checks"
        section.extend(answers)

    def _answers(self, question: etree.Element) -> Iterator[etree.Element]:
        heading = question[0]
        number = next((s.text or "" for s in heading.findall("span") if s.get("class") == NUMBER), "").rstrip(".")
        for check in question.findall("details"):
            options = check.findall("ul/li")
            right = next((i for i, option in enumerate(options) if self._is_ticked(option)), None)
            if right is None:
                continue
            answer = etree.Element("div", {"class": "answers__answer", "data-question": heading.get("id")})
            first = etree.SubElement(answer, "p")
            etree.SubElement(first, "a", {"href": f"#{heading.get('id')}"}).text = f"Question {number}"
            first[0].tail = " "
            etree.SubElement(first, "strong").text = f"{chr(ord('a') + right)}) "
            option = copy.deepcopy(options[right])
            first[-1].tail = HTML_PLACEHOLDER_RE.sub("", option.text or "").strip()
            first.extend(option)
            answer.extend(copy.deepcopy(e) for e in check if e.tag not in ("summary", "ul"))
            yield answer

    def _is_ticked(self, option: etree.Element) -> bool:
        # The extension for task lists keeps the box as raw HTML, and a placeholder for it in the text.
        box = HTML_PLACEHOLDER_RE.search("".join(option.itertext()))
        return bool(box) and "checked" in str(self.md.htmlStash.rawHtmlBlocks[int(box.group(1))])


def _name_references(question: etree.Element, bank: Bank) -> None:
    """Say beside each link to a question where that is on paper: "question 3", or "IAM 3"."""
    for link in question.iter("a"):
        path, _, fragment = link.get("href", "").partition("#")
        place = bank.places_by_id.get(fragment)
        if not place or link.get("class") == "headerlink":
            continue
        page = bank.pages[place[0]]
        number = next(q.number for q in page.questions if q.id == fragment)
        link.set("data-reference", f"{page.title} {number}" if path else f"question {number}")


def _number_links(question: etree.Element) -> None:
    """Number the links that leave the site, and list their addresses, each once, where the sources are."""
    sources = next((p for p in question.findall("p") if p.get("class") == _SOURCES), None)
    notes: dict[str, etree.Element] = {}
    for parent in list(question.iter()):
        for link in [e for e in parent if e.tag == "a" and re.match(r"https?://", e.get("href", ""))]:
            address = link.get("href")
            if address not in notes:
                notes[address] = copy.deepcopy(link)
            if parent is not sources:
                mark = etree.Element("sup", {"class": "note", **_NOT_SEARCHED})
                mark.text = str(list(notes).index(address) + 1)
                mark.tail, link.tail = link.tail, None
                parent.insert(list(parent).index(link) + 1, mark)
    if not notes:
        return
    listed = etree.Element("div", {"class": "question__notes", **_NOT_SEARCHED})
    etree.SubElement(listed, "p").text = "Sources and links"
    items = etree.SubElement(listed, "ol")
    for address, link in notes.items():
        item = etree.SubElement(items, "li")
        item.text = "".join(link.itertext()).strip() + ": "
        etree.SubElement(item, "a", {"href": address}).text = re.sub(r"^https?://", "", address)
    question.append(listed)


class PaperExtension(Extension):
    def __init__(self, **options):
        self.config = {"docs": ["docs", "Folder of the pages, relative to the working directory"]}
        super().__init__(**options)

    def extendMarkdown(self, md) -> None:
        # After the questions have their sections (3), before MkDocs turns links to Markdown files into addresses (0).
        md.treeprocessors.register(Paper(md, Path(self.getConfig("docs"))), "paper", 1)


def makeExtension(**options) -> PaperExtension:
    """Entry point by which Python-Markdown finds an extension."""
    return PaperExtension(**options)
