"""Replaces a paragraph `[RULES]` by a table of all rules of the validator, with their reasons."""

from xml.etree import ElementTree as etree

from markdown.extensions import Extension

from rendering.marker import replace_marker
from rules import all_rules

MARKER = "[RULES]"


def _table() -> etree.Element:
    table = etree.Element("table")
    head = etree.SubElement(etree.SubElement(table, "thead"), "tr")
    for title in ("Code", "Rule", "Why"):
        etree.SubElement(head, "th").text = title
    body = etree.SubElement(table, "tbody")
    for rule in all_rules():
        row = etree.SubElement(body, "tr")
        etree.SubElement(row, "td").text = rule.code
        name = etree.SubElement(row, "td")
        name.text = rule.name.replace("-", " ")
        if rule.severity == "warning":
            name.text += " (warning)"
        etree.SubElement(row, "td").text = " ".join(rule.reason.split())
    return table


class RuleTableExtension(Extension):
    def extendMarkdown(self, md) -> None:
        replace_marker(md, MARKER, _table)


def makeExtension(**options) -> RuleTableExtension:
    """Entry point by which Python-Markdown finds an extension."""
    return RuleTableExtension(**options)
