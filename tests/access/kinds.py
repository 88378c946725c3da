"""A page of each kind: what the style sheets and scripts make of one, they make of all of its kind."""

from addresses import page_address
from bank import Bank

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
    return page_address(min(bank.topics, key=lambda page: len(page.lines)).path)
