"""The question bank as data: Markdown files in, immutable pages and questions out.

Everything that needs to know what a page says (the validator, the site's cards, the exports) reads it from here,
so that a page is parsed in one way only.
"""

from bank.load import Bank, load_bank
from bank.model import Page, Question

__all__ = ["Bank", "Page", "Question", "load_bank"]
