"""What a page says of itself to search engines, and to whoever gets its address."""

from collections import defaultdict

from addresses import page_address
from bank import Bank
from exports.records import Record, records
from finding.social_cards import card_file
from finding.structured_data import structured_data


def finding_facts(bank: Bank, *, name: str, address: str, folders: bool) -> dict[str, dict[str, str]]:
    """Return {address of a page relative to the site: {"title", "card", "data"}}: its title where it stands alone, the
    address of its picture, and its structured data.

    `name` and `address` are the site's, the latter absolute and with a slash at its end; `folders` is as in
    `page_address`.
    """
    by_topic: dict[str, list[Record]] = defaultdict(list)
    for record in records(bank):
        by_topic[record.topic].append(record)
    return {
        page_address(path, folders=folders): {
            "title": f"{name} · {bank.tagline}" if path == "index.md" else page.title,
            "card": f"{address}{card_file(path)}",
            "data": structured_data(bank, page, by_topic[page.topic], name, address),
        }
        for path, page in bank.pages.items()
    }


def last_review(bank: Bank) -> str:
    """Return the date (ISO) of the last review of any topic, or "" if there was none."""
    return max((str(page.front_matter.get("reviewed", "")) for page in bank.topics), default="")
