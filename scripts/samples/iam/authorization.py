"""Which actions, types of resource and condition keys AWS services have.

Two libraries carry this data. cfn-lint reads AWS's own service reference (servicereference.us-east-1.amazonaws.com)
at each release: it has the actions, the types of resource of each and the condition keys of these types, but neither
the condition keys of actions nor their types. parliament reads the Service Authorization Reference, and has all of
that, but as of its release: of the 22,268 actions and 457 services in cfn-lint 1.58, parliament 1.6.4 lacks 2,996 and
52, while nearly all that only parliament has is retired (AWS DeepLens, AWS IoT Events, trustedadvisor:ListEngagements).
So cfn-lint decides which actions exist and what they work on, and parliament adds required types of resource, whole
ARN formats, condition keys of actions and types of keys. data/policy_condition_keys.yaml holds what is younger.
"""

import json
import re
import warnings
from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from samples.iam.tables import table


class Action(NamedTuple):
    """An action of a service, in lower case, as IAM compares them."""

    service: str
    name: str

    def __str__(self) -> str:
        known = _older(self.service, self.name)
        return f"{self.service}:{known['privilege'] if known else self.name}"


class Key(NamedTuple):
    """A condition key of a service: its name as documented, such as ec2:ResourceTag/${TagKey}, and its type."""

    name: str
    type: str


@cache
def _current() -> dict:
    return json.loads((files("cfnlint") / "data/AdditionalSpecs/Policies.json").read_text(encoding="utf-8"))


@cache
def parliament():
    """Return the package parliament, which is slow to import."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import parliament
        import parliament.statement
    return parliament


@cache
def _old() -> dict[str, dict]:
    return {service["prefix"]: service for service in parliament().iam_definition}


@cache
def _old_privileges(service: str) -> dict[str, dict]:
    return {privilege["privilege"].lower(): privilege for privilege in _old().get(service, {}).get("privileges", ())}


def _older(service: str, name: str) -> dict | None:
    return _old_privileges(service).get(name)


def services() -> list[str]:
    """Return the prefixes of all services."""
    return sorted(_current())


def arn_services() -> frozenset[str]:
    """Return what may stand in the third field of an ARN."""
    formats = (arn for s in _current().values() for r in s["Resources"].values() for arn in r["ARNFormats"])
    return frozenset(arn.split(":")[2] for arn in formats) | set(services())


def retired(service: str, name: str = "") -> bool:
    """Return whether a service, or one of its actions, was there when parliament's data was made and is not now."""
    if not name:
        return service in _old()
    return name.lower() in _old_privileges(service)


def action_names(service: str) -> list[str]:
    """Return the names of a service's actions, spelled as AWS spells them where that is known."""
    return [str(Action(service, name)).partition(":")[2] for name in _current().get(service, {}).get("Actions", ())]


@cache
def expand(pattern: str) -> tuple[Action, ...]:
    """Return the actions that a pattern such as s3:Get* matches; for "*" all actions."""
    service, _, name = pattern.lower().replace("[", "[[]").partition(":")  # fnmatch reads more than * and ?
    if not name:
        service, name = ("*", "*") if service == "*" else (service, "")
    found = []
    for prefix in [service] if service in _current() else [p for p in _current() if fnmatchcase(p, service)]:
        found += [Action(prefix, one) for one in _current()[prefix]["Actions"] if fnmatchcase(one, name)]
    return tuple(found)


@cache
def arn_formats(action: Action) -> tuple[str, ...] | None:
    """Return the formats of ARN that an action works on, with * for each variable part.

    None says that the action works on no resource of its own, so that its Resource is "*". The empty tuple says that
    the two sources disagree.
    """
    extras = table("actions")["undocumented_resources"]
    name = f"{action.service}:{action.name}"
    forms = [one["form"] for one in extras if any(fnmatchcase(name, pattern.lower()) for pattern in one["actions"])]
    types = _current()[action.service]["Actions"][action.name].get("Resources")
    if types is None and not forms:
        older = _older(action.service, action.name)
        disagree = older is not None and any(t["resource_type"] for t in older["resource_types"])
        return () if disagree else None
    forms += [form for type_ in types or () for form in _type_formats(action.service, type_.lower())]
    return tuple(forms)


@cache
def _type_formats(service: str, type_: str) -> tuple[str, ...]:
    """parliament's format of a type is the whole one; it holds if cfn-lint's, cut off at a variable, begins it."""
    current = _current()[service]["Resources"].get(type_, {}).get("ARNFormats", ())
    cut = [_starred(form.replace(".*", "*")) for form in current]
    older = [r["arn"] for r in _old().get(service, {}).get("resources", ()) if r["resource"].lower() == type_]
    if not older:
        return tuple(cut)
    whole = [_starred(form) for form in older]
    if all(any(one.startswith(form.rstrip("*")) for form in cut) for one in whole):
        return tuple(whole)
    return tuple(dict.fromkeys(whole + cut))


def _starred(arn: str) -> str:
    return re.sub(r"\$\{[^}]*\}", "*", arn)


@cache
def required_formats(action: Action) -> tuple[tuple[str, ...], ...]:
    """Return the formats of each type of resource that a call of the action always needs permission on.

    They are returned for the few actions of which it is known that they need them all.
    """
    if f"{action.service}:{action.name}" not in [name.lower() for name in table("actions")["needs_all"]]:
        return ()
    older = _older(action.service, action.name)
    current = _current()[action.service]["Actions"][action.name].get("Resources", ())
    names = [t["resource_type"] for t in older["resource_types"]] if older else []
    types = [name.rstrip("*").lower() for name in names if name.endswith("*")]
    known = {type_.lower() for type_ in current}
    return tuple(_type_formats(action.service, type_) for type_ in dict.fromkeys(types) if type_ in known)


@cache
def action_keys(action: Action) -> frozenset[str] | None:
    """Return the documented condition keys that an action sees, without global ones; None if that is not known."""
    older = _older(action.service, action.name)
    if older is None:
        return None
    keys = {key for row in older["resource_types"] for key in row["condition_keys"]}
    for type_ in _current()[action.service]["Actions"][action.name].get("Resources", ()):
        keys.update(_current()[action.service]["Resources"].get(type_.lower(), {}).get("ConditionKeys", ()))
    keys.update(key for r in _resources_of(older, action.service) for key in r["condition_keys"])
    for name, extra in table("condition_keys")["service"].items():
        fits = any(fnmatchcase(action.name, one.lower()) for one in extra["actions"])
        if name.partition(":")[0] == action.service and fits:
            keys.add(name)
    return frozenset(keys)


def _resources_of(privilege: dict, service: str) -> Iterator[dict]:
    types = {row["resource_type"].rstrip("*") for row in privilege["resource_types"]}
    return (r for r in _old()[service]["resources"] if r["resource"] in types)


@cache
def _keys() -> dict[str, dict[str, str]]:
    """Return for each prefix of a key the documented names and their types; "" where the type is not known."""
    keys: dict[str, dict[str, str]] = {}
    for name, type_ in _listed_keys():
        found = keys.setdefault(name.partition(":")[0].lower(), {})
        if type_ or name not in found:
            found[name] = type_
    return keys


def _listed_keys() -> Iterator[tuple[str, str]]:
    for service in _current().values():
        for resource in service["Resources"].values():
            yield from ((name, "") for name in resource.get("ConditionKeys", ()))
    for service in _old().values():
        yield from ((one["condition"], one["type"]) for one in service["conditions"])
    yield from ((name, extra["type"]) for name, extra in table("condition_keys")["service"].items())


def matches_key(documented: str, key: str) -> bool:
    """Return whether a key of a policy is a documented one; the latter may end in a variable part."""
    return parliament().statement.is_condition_key_match(documented, key)


@cache
def service_key(key: str) -> Key | None:
    """Return the condition key of a service that a policy's key is, or None."""
    found = _keys().get(key.partition(":")[0].lower(), {})
    exact = next((name for name in found if name.lower() == key.lower()), None)
    name = exact or next((name for name in found if matches_key(name, key)), None)
    return Key(name, found[name]) if name else None


def key_names(prefix: str) -> list[str]:
    """Return the documented condition keys with a prefix such as ec2."""
    return sorted(_keys().get(prefix.lower(), {}))


def keys_known(prefix: str) -> bool:
    """Return whether the condition keys of a service are known: they are, but for those younger than parliament."""
    return prefix.lower() in _old() or prefix.lower() not in _current()
