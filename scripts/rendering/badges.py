"""The badges of a question: its level and its type."""

from xml.etree import ElementTree as etree


def add_badges(parent: etree.Element, level: str, kind: str) -> None:
    """Append a badge for the level and one for the type (both as the format writes them) to an element."""
    for name, value in (("level", level), ("type", kind)):
        badge = etree.SubElement(parent, "span", {"class": f"badge badge--{name} badge--{value}"})
        badge.text = value.capitalize()
        badge.tail = " "
