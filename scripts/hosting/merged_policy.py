"""Content security policies."""


def with_scripts_of(policy: str, other: str) -> str:
    """Return a policy with the sources of scripts that another one allows besides, so that pages of both work."""
    return "; ".join(_widened(directive, other) for directive in _directives(policy))


def _widened(directive: list[str], other: str) -> str:
    name, *sources = directive
    if name == "script-src":
        theirs = (source for found in _directives(other) if found[0] == name for source in found[1:])
        sources += [source for source in theirs if source not in (*sources, "'none'")]
    return " ".join([name, *sources])


def _directives(policy: str) -> list[list[str]]:
    return [words for part in policy.split(";") if (words := part.split())]
