"""A page of each kind: what the style sheets and scripts make of one, they make of all of its kind."""

from bank import Bank
from tests.site_pages import address_of

KINDS = {
    "home": "",
    "list": "study/questions/",
    "progress": "study/progress/",
    "interview": "study/mock-interview/",
    "cards": "study/cards/",
    "guide": "about/how-to-study/",
    "lost": "404.html",
}


def shortest_topic(bank: Bank) -> str:
    """Return the address of the topic with the fewest lines: quickest to walk through."""
    return address_of(min(bank.topics, key=lambda page: len(page.lines)).path)
