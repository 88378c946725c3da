"""The addresses of the site's pages, as the tests visit them."""

from bank import Bank


def address_of(path: str) -> str:
    """Return the address of a page, relative to the site: `security/iam.md` is at `security/iam/`."""
    return "" if path == "index.md" else path.removesuffix(".md") + "/"


def topic_addresses(bank: Bank) -> list[str]:
    return [address_of(page.path) for page in bank.topics]
