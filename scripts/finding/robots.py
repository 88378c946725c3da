"""The file for crawlers, which matters where the site is at the root of its host."""

from served_files import ServedFile


def robots(address: str) -> ServedFile:
    """Return `robots.txt`: everything may be read, and the sitemap is here. `address` is the site's, with a slash."""
    return ServedFile("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {address}sitemap.xml\n")
