"""Where the built site has a page."""


def page_address(path: str, *, folders: bool = True) -> str:
    """Return the address of a page relative to the site.

    `security/iam.md` is at `security/iam/`; without folders, which is how a file system wants it, at
    `security/iam.html`. Home is at `` and at `index.html`.
    """
    name = path.removesuffix(".md")
    if not folders:
        return f"{name}.html"
    return "" if name == "index" else f"{name}/"
