"""Condition operators and condition keys: which there are, and what type of value each takes.

Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html, the data
of parliament and cfn-lint, and data/policy_condition_keys.yaml.
"""

import re
from fnmatch import fnmatchcase
from functools import cache
from typing import NamedTuple

from samples.iam import authorization
from samples.iam.tables import table
from samples.nearest import did_you_mean

_TYPES = {"ARN": "Arn", "Bool": "Bool", "Date": "Date", "IPAddress": "Ip", "Numeric": "Number", "String": "String"}


class Operator(NamedTuple):
    """A condition operator, taken apart: ForAnyValue:BoolIfExists has the set ForAnyValue and the base Bool."""

    set: str
    base: str
    if_exists: bool
    type: str

    @property
    def negative(self) -> bool:
        return "Not" in self.base

    @property
    def literal(self) -> bool:
        """True if * and ? stand for themselves."""
        return self.base.startswith("String") and not self.base.endswith("Like")

    @property
    def passes_without_key(self) -> bool:
        """True if a request without the key can match."""
        return self.if_exists or self.negative or self.set == "ForAllValues" or self.base == "Null"


class Key(NamedTuple):
    """A condition key that exists. `type` is "" if it is not known; `scope` is global, action, service or claim."""

    name: str
    type: str
    many: bool
    scope: str
    form: str = ""
    sensitive: bool = False


def operators() -> dict[str, str]:
    """Return the names of the operators, and the type that each compares."""
    return authorization.parliament().statement.OPERATORS


@cache
def operator(text: str) -> Operator | None:
    """Return an operator taken apart, or None if there is none of this name."""
    prefix, colon, rest = text.rpartition(":")
    base = rest.removesuffix("IfExists")
    known = operators()
    if base not in known or (colon and prefix not in ("ForAllValues", "ForAnyValue")):
        return None
    if base == "Null" and base != rest:
        return None
    return Operator(prefix, base, base != rest, known[base])


@cache
def find(name: str) -> Key | None:
    """Return the condition key that a name in a policy stands for, or None. Case does not count."""
    return _global(name) or _claim(name) or _service(name)


def _global(name: str) -> Key | None:
    for documented, facts in table("condition_keys")["global"].items():
        pattern = documented.lower()
        if name.lower() == pattern or (
            pattern.endswith("/*") and name.lower().startswith(pattern[:-1]) and name[-1] != "/"
        ):
            scope = "action" if facts.get("action") else "global"
            many, type_ = facts.get("list", False), _TYPES[facts["type"]]
            return Key(documented, type_, many, scope, facts.get("form", ""), facts.get("sensitive", False))
    return None


def _claim(name: str) -> Key | None:
    provider, _, claim = name.rpartition(":")
    if "." not in provider:
        return None
    return Key(name, "String", False, "claim") if claim.lower() in claims(provider) else None


@cache
def claims(provider: str) -> tuple[str, ...]:
    """Return the claims of an OpenID Connect provider that are condition keys."""
    found = [c for pattern, c in table("condition_keys")["claims"].items() if fnmatchcase(provider.lower(), pattern)]
    return tuple(sorted({claim.lower() for group in found for claim in group}))


def _service(name: str) -> Key | None:
    found = authorization.service_key(name)
    if found is None:
        prefix = name.partition(":")[0]
        young = ":" in name and prefix != "aws" and not authorization.keys_known(prefix)
        return Key(name, "", False, "global") if young else None
    one = any(fnmatchcase(found.name, pattern) for pattern in table("condition_keys")["one-value-in-examples"]["keys"])
    many = found.type.startswith("ArrayOf") and not one
    form = next((f for k, f in table("condition_keys")["service-forms"].items() if k.lower() == name.lower()), "")
    return Key(found.name, _TYPES.get(found.type.removeprefix("ArrayOf"), ""), many, "service", form)


def unknown(name: str) -> str:
    """Return what to say of a condition key that does not exist."""
    prefix, colon, rest = name.partition(":")
    if not colon:
        return f"a condition key has a prefix, as in aws:{name}, and `{name}` has none"
    if "." in prefix or "/" in prefix:
        provider, _, claim = name.rpartition(":")
        return f"AWS reads no claim {claim!r} from {provider}{did_you_mean(claim, claims(provider))}"
    known = table("condition_keys")["global"] if prefix.lower() == "aws" else authorization.key_names(prefix)
    if prefix.lower() in authorization.services() and not known:
        return f"{prefix} documents no condition keys, and so none of the name {name}"
    if not known:
        return f"no service has the prefix {prefix!r}{did_you_mean(prefix, authorization.services())}"
    named = [re.sub(r"\$\{.*?\}|<.*?>|\*$", "...", one) for one in known]
    return f"unknown condition key {name}{did_you_mean(name, named)}"
