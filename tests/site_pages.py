"""The addresses of the site's pages, as the tests visit them."""

from addresses import page_address
from bank import Bank


def topic_addresses(bank: Bank) -> list[str]:
    return [page_address(page.path) for page in bank.topics]
