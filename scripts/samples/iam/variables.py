"""Policy variables: ${aws:username}, ${aws:PrincipalTag/team, 'none'}, and the escapes ${*}, ${?} and ${$}.

Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
"""

import re
from collections.abc import Iterator

from samples.iam import keys
from samples.iam.document import Policy
from samples.model import Problem

_VARIABLE = re.compile(r"\$\{([^}]*)\}")
_ESCAPES = ("*", "?", "$")
_DEFAULT = re.compile(r"(?P<key>[^,']+?)\s*(,\s*'[^']*')?\s*")


def starred(text: str) -> str:
    """Return a text with * for each variable, which may stand for anything; the escapes stand for themselves."""
    return _VARIABLE.sub(lambda match: "-" if match[1] in _ESCAPES else "*", text)


def has_wildcard(text: str) -> bool:
    """Return whether * or ? stands in a text outside of variables."""
    return any(sign in _VARIABLE.sub("", text) for sign in "*?")


def has_variable(text: str) -> bool:
    """Return whether a variable stands in a text."""
    return any(name not in _ESCAPES for name in _VARIABLE.findall(text))


def problems(policy: Policy) -> Iterator[Problem]:
    """Yield what is wrong with the variables in a policy: open braces, unknown keys, places without variables."""
    for statement in policy.statements:
        for resource in statement.resources:
            yield from _in_text(resource.value, resource.line)
        for condition in statement.conditions:
            family = keys.operator(condition.operator)
            for value, line in condition.numbered:
                if not isinstance(value, str):
                    continue
                yield from _in_text(value, line)
                if family and family.type not in ("String", "Arn") and has_variable(value):
                    yield Problem(line, f"{condition.operator} takes no policy variables; write the value itself")
        for text in (*statement.actions, *statement.principals):
            if "${" in text.value:
                yield Problem(text.line, f"`{text.value}`: policy variables work in Resource and Condition only")


def _in_text(text: str, line: int) -> Iterator[Problem]:
    if "${" in _VARIABLE.sub("", text):
        yield Problem(line, f"`{text}` opens a policy variable with ${{ and does not close it")
    for name in _VARIABLE.findall(text):
        if name in _ESCAPES:
            continue
        match = _DEFAULT.fullmatch(name)
        if match is None:
            yield Problem(line, f"`${{{name}}}` is no policy variable; write ${{key}} or ${{key, 'default'}}")
            continue
        key = keys.find(match["key"])
        if key is None:
            yield Problem(line, f"`${{{name}}}`: {keys.unknown(match['key'])}")
        elif key.many:
            yield Problem(line, f"`${{{name}}}`: {key.name} has many values, and a policy variable stands for one")
