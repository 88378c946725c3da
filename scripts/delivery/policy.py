"""What pages may load and run: a content security policy that trusts inline scripts by their digests only.

As a `<meta>` each page has a policy of its own, which works on every host. As a header one policy serves all pages.
"""

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_HEAD = '<meta charset="utf-8">'
# Style attributes come with highlighted code, tables and drawings; theme and tools set styles by script.
_DIRECTIVES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "worker-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
}
# What a `<meta>` cannot say: https://www.w3.org/TR/CSP3/#meta-element
_HEADER_ONLY = {"frame-ancestors": "'none'"}


def digests(html: str) -> list[str]:
    """Return the sources that allow a page's inline scripts, in their order: `'sha256-…'`."""
    return [f"'sha256-{b64encode(sha256(s.encode()).digest()).decode()}'" for s in _INLINE_SCRIPT.findall(html)]


def with_policy(html: str) -> str:
    """Return a page with its policy in its head, before anything that it governs.

    Raises ValueError if the page does not begin as the theme's pages do.
    """
    if _HEAD not in html:
        raise ValueError(f"the page has no {_HEAD}, after which its security policy would stand")
    policy = _policy(_DIRECTIVES, digests(html))
    return html.replace(_HEAD, f'{_HEAD}<meta http-equiv="content-security-policy" content="{policy}">', 1)


def header(pages: Iterable[str]) -> str:
    """Return the value of the header `Content-Security-Policy` for all these pages."""
    return _policy(_DIRECTIVES | _HEADER_ONLY, sorted({digest for html in pages for digest in digests(html)}))


def _policy(directives: dict[str, str], scripts: Iterable[str]) -> str:
    allowed = directives | {"script-src": " ".join([directives["script-src"], *scripts])}
    return "; ".join(f"{name} {sources}" for name, sources in allowed.items())
