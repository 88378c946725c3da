"""The values that conditions compare with: that they are of the operator's type and of the form that the key has."""

import re
from collections.abc import Iterator
from datetime import datetime
from ipaddress import ip_network

from samples.iam import arns, service_principals
from samples.iam.document import Condition
from samples.iam.keys import Key, Operator
from samples.iam.tables import table
from samples.iam.variables import has_variable, has_wildcard, starred
from samples.model import Problem

_PRIVATE = tuple(ip_network(block) for block in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"))


def problems(condition: Condition, operator: Operator, key: Key) -> Iterator[Problem]:
    """Yield what is wrong with the values of a condition whose operator and key are known."""
    for value, line in condition.numbered:
        message = _type_fault(operator, value)
        if message is None and isinstance(value, str) and operator.base != "Null":
            message = _wildcard_fault(condition.operator, operator, key, value) or _form_fault(operator, key, value)
        if message:
            yield Problem(line, f"{condition.key}: {message}")


def _type_fault(operator: Operator, value: object) -> str | None:
    if has_variable(str(value)):
        return None
    if operator.type == "Bool":
        return None if str(value).lower() in ("true", "false") else f"{value!r} is neither true nor false"
    if operator.type == "Number":
        return None if _is_number(value) else f"{value!r} is no number"
    if operator.type == "Date":
        return None if _is_number(value) or _is_date(value) else f"{value!r} is no date such as 2026-11-21T09:30:00Z"
    if not isinstance(value, str):
        return f"write {str(value).lower()} in quotes, as {operator.base} compares text"
    if operator.type == "Ip":
        return _address_fault(value)
    if operator.type == "Arn" and value.strip("*"):
        # A pattern such as arn:aws:iam::*:role/* or *:role/admin may leave fields to its wildcards.
        return None if "*" in value.split(":")[0] else arns.fault(value)
    return None


def _is_number(value: object) -> bool:
    return not isinstance(value, bool) and re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", str(value)) is not None


def _is_date(value: object) -> bool:
    try:
        datetime.fromisoformat(str(value))
    except ValueError:
        return False
    return True


def _address_fault(value: str) -> str | None:
    try:
        ip_network(value)
    except ValueError as error:
        return f"{error}; write an address or a block such as 203.0.113.0/24"
    return None


def _wildcard_fault(name: str, operator: Operator, key: Key, value: str) -> str | None:
    if not has_wildcard(value):
        return None
    if operator.literal and "*" in value:
        like = name.replace("EqualsIgnoreCase", "Equals").replace("Equals", "Like")
        return f"{name} takes the * in {value!r} for a plain character; use {like}"
    if key.sensitive:
        return f"a wildcard in {key.name} may match somebody else's; name the values"
    return None


def _form_fault(operator: Operator, key: Key, value: str) -> str | None:
    if not key.form or has_variable(value):
        return None
    if key.form == "public-address":
        return _private_fault(value)
    if key.form == "region":
        pattern = has_wildcard(value)
        return None if pattern or value in arns.regions() else f"{value!r} is no Region that botocore knows"
    if key.form == "service-principal":
        return None if has_wildcard(value) else service_principals.fault(value)
    form = table("condition_keys")["forms"][key.form]
    if has_wildcard(value) and not (form.get("wildcards") and value.endswith("*")):
        return None
    if re.fullmatch(form["pattern"], starred(value)):
        return None
    return f"{value!r} is not {form['what']}"


def _private_fault(value: str) -> str | None:
    block = ip_network(value, strict=False)
    if any(block.version == private.version and block.subnet_of(private) for private in _PRIVATE):
        return f"{value} is private, and this key holds public addresses only; inside a VPC use aws:VpcSourceIp"
    return None
