"""The grammar of policies: which elements there are, what type each is, and which of them a kind of policy has.

Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
"""

from collections import Counter
from collections.abc import Iterator

from samples.iam.document import at, listed, statement_paths
from samples.iam.kinds import Kind
from samples.model import Problem
from samples.nearest import did_you_mean
from samples.wording import kind_of
from samples.yaml_nodes import Document, Path

VERSION = "2012-10-17"
TOP = ("Version", "Id", "Statement")
PAIRS = ("Principal", "Action", "Resource")
ELEMENTS = ("Sid", "Effect", *(n for pair in PAIRS for n in (pair, f"Not{pair}")), "Condition")
PRINCIPAL_TYPES = ("AWS", "Service", "Federated", "CanonicalUser")


def problems(document: Document, kind: Kind) -> Iterator[Problem]:
    """Yield what is against the grammar of a policy of this kind."""
    policy = document.value
    if not isinstance(policy, dict):
        yield Problem(document.line(), f"a policy is an object with Version and Statement, not {kind_of(policy)}")
        return
    for name in policy:
        if name not in TOP:
            yield Problem(document.line((name,)), f"unknown element {name!r} of a policy{did_you_mean(name, TOP)}")
    yield from _version(document, policy)
    if "Statement" not in policy:
        yield Problem(document.line(), "the policy has no Statement; add one")
        return
    if not policy["Statement"] or not isinstance(policy["Statement"], dict | list):
        yield Problem(document.line(("Statement",)), "Statement must hold at least one statement")
        return
    for path in statement_paths(document):
        yield from _statement(document, path, kind)
    yield from _repeated_sids(document)


def _version(document: Document, policy: dict) -> Iterator[Problem]:
    if "Version" not in policy:
        yield Problem(document.line(), f'the policy has no Version; add "Version": "{VERSION}"')
    elif policy["Version"] != VERSION:
        yield Problem(
            document.line(("Version",)),
            f'Version is {policy["Version"]!r}; write "{VERSION}", the only version with policy variables',
        )


def _statement(document: Document, path: Path, kind: Kind) -> Iterator[Problem]:
    statement = at(document, path)
    if not isinstance(statement, dict):
        yield Problem(document.line(path), f"a statement is an object, not {kind_of(statement)}")
        return
    for name in statement:
        if name not in ELEMENTS:
            line = document.line((*path, name))
            yield Problem(line, f"unknown element {name!r} of a statement{did_you_mean(name, ELEMENTS)}")
    yield from _effect(document, path, statement, kind)
    yield from _sid(document, path, statement, kind)
    yield from _pair(document, path, statement, "Action", "required", kind)
    yield from _pair(document, path, statement, "Resource", kind.resource, kind)
    yield from _pair(document, path, statement, "Principal", kind.principal, kind)
    yield from _not_elements(document, path, statement, kind)
    for name in ("Action", "NotAction", "Resource", "NotResource"):
        if name in statement:
            yield from _texts(document, (*path, name), name)
    for name in ("Principal", "NotPrincipal"):
        if name in statement:
            yield from _principal(document, (*path, name), name, kind)
    if "Condition" in statement:
        yield from _condition(document, (*path, "Condition"))


def _effect(document: Document, path: Path, statement: dict, kind: Kind) -> Iterator[Problem]:
    if "Effect" not in statement:
        yield Problem(document.line(path), 'the statement has no Effect; add "Allow" or "Deny"')
    elif statement["Effect"] not in ("Allow", "Deny"):
        line = document.line((*path, "Effect"))
        yield Problem(line, f'Effect is {statement["Effect"]!r}; it is either "Allow" or "Deny"')
    elif statement["Effect"] not in kind.effects:
        line = document.line((*path, "Effect"))
        yield Problem(line, f"the Effect of a statement in {kind} must be {' or '.join(kind.effects)}")


def _sid(document: Document, path: Path, statement: dict, kind: Kind) -> Iterator[Problem]:
    sid = statement.get("Sid", "")
    line = document.line((*path, "Sid"))
    if not isinstance(sid, str):
        yield Problem(line, f"Sid must be text, not {kind_of(sid)}")
    elif sid and not kind.free_sid and not (sid.isascii() and sid.isalnum()):
        yield Problem(line, f"the Sid {sid!r} of {kind} may hold letters and digits only")


def _pair(document: Document, path: Path, statement: dict, name: str, need: str, kind: Kind) -> Iterator[Problem]:
    there = [element for element in (name, f"Not{name}") if element in statement]
    if need == "forbidden":
        for element in there:
            yield Problem(document.line((*path, element)), f"{kind} has no {element}; take it out")
    elif len(there) == 2:
        yield Problem(document.line((*path, there[1])), f"a statement has either {name} or Not{name}, not both")
    elif not there:
        yield Problem(document.line(path), f"the statement has no {name}, and {kind} needs one")


def _not_elements(document: Document, path: Path, statement: dict, kind: Kind) -> Iterator[Problem]:
    if "NotAction" in statement and not kind.not_action:
        yield Problem(document.line((*path, "NotAction")), f"{kind} knows no NotAction; list the actions")
    if "NotPrincipal" in statement and kind.principal == "required":
        line = document.line((*path, "NotPrincipal"))
        if not kind.not_principal:
            yield Problem(line, f'{kind} knows no NotPrincipal; write "Principal": "*" and a condition')
        elif statement.get("Effect") == "Allow":
            yield Problem(line, "NotPrincipal with Allow lets in everybody else, anonymous callers too; use Principal")


def _texts(document: Document, path: Path, name: str) -> Iterator[Problem]:
    value = at(document, path)
    if value == []:
        yield Problem(document.line(path), f"{name} is an empty list; name at least one")
    for item in listed(value):
        if not isinstance(item, str) or not item:
            line = _line_of(document, path, value, item)
            yield Problem(
                line, f"{name} must be text or a list of texts, not {kind_of(item) if item != '' else 'empty'}"
            )
    if isinstance(value, list):
        counts = Counter(item for item in value if isinstance(item, str))
        for item in (item for item, count in counts.items() if count > 1):
            last = len(value) - 1 - value[::-1].index(item)
            yield Problem(document.line((*path, last)), f"{item!r} stands twice in {name}; keep one")


def _line_of(document: Document, path: Path, value: object, item: object) -> int:
    if not isinstance(value, list):
        return document.line(path)
    return document.line((*path, next(i for i, other in enumerate(value) if other is item)))


def _principal(document: Document, path: Path, name: str, kind: Kind) -> Iterator[Problem]:
    value = at(document, path)
    if value == "*":
        return
    if not isinstance(value, dict) or not value:
        yield Problem(document.line(path), f'{name} is "*" or an object such as {{"AWS": "..."}}, not {value!r}')
        return
    for type_ in value:
        line = document.line((*path, type_))
        if type_ not in PRINCIPAL_TYPES:
            yield Problem(line, f"unknown type of principal {type_!r}{did_you_mean(type_, PRINCIPAL_TYPES)}")
        elif type_ not in kind.principal_types:
            only = ", ".join('"*"' if one == "*" else one for one in kind.principal_types)
            yield Problem(line, f"{kind} takes no principal of type {type_}, only: {only}")
        else:
            yield from _texts(document, (*path, type_), name)


def _condition(document: Document, path: Path) -> Iterator[Problem]:
    operators = at(document, path)
    if not isinstance(operators, dict) or not operators:
        yield Problem(document.line(path), "Condition must be an object with at least one condition operator")
        return
    for operator, keys in operators.items():
        line = document.line((*path, operator))
        if not isinstance(keys, dict) or not keys:
            yield Problem(line, f"{operator} must be an object of condition keys and values, not {kind_of(keys)}")
            continue
        for key, value in keys.items():
            items = listed(value)
            if not items or not all(isinstance(item, str | bool | int | float) for item in items):
                line = document.line((*path, operator, key))
                yield Problem(line, f"the value of {key} must be text, a number, a boolean, or a list of them")


def _repeated_sids(document: Document) -> Iterator[Problem]:
    seen: set[str] = set()
    for path in statement_paths(document):
        statement = at(document, path)
        sid = statement.get("Sid") if isinstance(statement, dict) else None
        if isinstance(sid, str) and sid and sid in seen:
            yield Problem(
                document.line((*path, "Sid")), f"the Sid {sid!r} stands twice; each Sid is unique in a policy"
            )
        if isinstance(sid, str):
            seen.add(sid)
