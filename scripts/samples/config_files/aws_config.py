"""The files ~/.aws/config and ~/.aws/credentials: sections, keys and values that the AWS CLI knows."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from data_files import load_data
from samples.config_files.ini_file import Option, Section
from samples.model import Problem
from samples.nearest import did_you_mean

_DATA = Path(__file__).parents[1] / "data" / "aws_config.yaml"
_CREDENTIALS = frozenset({"aws_access_key_id", "aws_secret_access_key", "aws_session_token"})
_PLAIN_SECTIONS = ("default", "plugins", "preview")
_PREFIXES = ("profile", "services", "sso-session")
# What says where the credentials for `role_arn` come from (AWS CLI, topic config-vars: "Using Roles").
_SOURCES = ("source_profile", "credential_source", "web_identity_token_file")
_NUMBERS = frozenset({"duration_seconds", "max_attempts", "max_concurrent_requests", "max_queue_size"})
_BOOLEANS = frozenset({"true", "false"})


def config_problems(sections: list[Section], *, is_credentials: bool) -> Iterator[Problem]:
    """Yield what the AWS CLI would not understand in its config file, or in its credentials file."""
    names = {section.name for section in sections}
    for section in sections:
        kind, _, name = section.name.partition(" ")
        if is_credentials:
            if name:
                yield Problem(section.line, f"in the credentials file, write [{name}], not [{section.name}]")
            yield from _keys(section, _profile_keys())
        elif section.name in _PLAIN_SECTIONS or kind in _PREFIXES:
            yield from _section(section, kind, name, names)
        else:
            hint = did_you_mean(kind, _PREFIXES) if name else f"; write [profile {section.name}]"
            yield Problem(section.line, f"the AWS CLI does not read the section [{section.name}]{hint}")
        for option in section.options:
            yield from _secret(option)


def _section(section: Section, kind: str, name: str, names: set[str]) -> Iterator[Problem]:
    if kind in _PREFIXES and not name:
        yield Problem(section.line, f"[{kind}] lacks its name: [{kind} name]")
    if kind == "sso-session":
        yield from _keys(section, _data()["sso-session"])
        for key in ("sso_region", "sso_start_url"):
            if section.get(key) is None:
                yield Problem(section.line, f"[{section.name}] lacks {key}")
    elif kind == "services":
        for option in section.options:
            if not option.children:
                yield Problem(
                    option.line, f"`{option.key}` in [{section.name}] needs an indented endpoint_url below it"
                )
    elif kind in ("default", "profile"):
        yield from _keys(section, _profile_keys())
        yield from _profile(section, names)


def _keys(section: Section, known) -> Iterator[Problem]:
    for option in section.options:
        if option.key not in known and not (option.children and option.key in _service_keys()):
            hint = did_you_mean(option.key, known)
            yield Problem(option.line, f"the AWS CLI knows no key `{option.key}` in [{section.name}]{hint}")
        yield from _value(option)
        for child in option.children:
            if option.key == "s3" and child.key not in _s3_keys():
                hint = did_you_mean(child.key, _s3_keys())
                yield Problem(child.line, f"the AWS CLI knows no key `{child.key}` below s3{hint}")
            yield from _value(child)


def _value(option: Option) -> Iterator[Problem]:
    from samples.sdk.models import session

    known = _data()["values"].get(option.key)
    if known is not None and option.value not in known:
        hint = did_you_mean(option.value, known)
        yield Problem(option.line, f"`{option.value}` is no value of {option.key}{hint}")
    if option.key in ("region", "sso_region"):
        partitions = session().get_available_partitions()
        regions = {name for one in partitions for name in session().get_available_regions("ec2", one)}
        if option.value not in regions:
            hint = did_you_mean(option.value, regions)
            yield Problem(option.line, f"there is no Region `{option.value}`{hint}")
    if option.key in _NUMBERS and not option.value.isdigit():
        yield Problem(option.line, f"{option.key} must be a whole number, not `{option.value}`")
    if option.key in _booleans() and option.value.lower() not in _BOOLEANS:
        yield Problem(option.line, f"{option.key} must be true or false, not `{option.value}`")


def _profile(section: Section, names: set[str]) -> Iterator[Problem]:
    role = section.get("role_arn")
    sources = [option for option in map(section.get, _SOURCES) if option is not None]
    if role is not None and not sources:
        message = f"role_arn in [{section.name}] needs one of {', '.join(_SOURCES)}"
        yield Problem(role.line, message)
    if role is not None and not (role.value.startswith("arn:") and ":role/" in role.value):
        yield Problem(role.line, f"`{role.value}` is no ARN of a role")
    for option in sources:
        if role is None:
            yield Problem(option.line, f"{option.key} in [{section.name}] means nothing without role_arn")
    if len(sources) > 1:
        yield Problem(sources[1].line, f"[{section.name}] may have {sources[0].key} or {sources[1].key}, not both")
    for key, prefix in (("source_profile", "profile"), ("sso_session", "sso-session"), ("services", "services")):
        option = section.get(key)
        if option is None or f"{prefix} {option.value}" in names:
            continue
        if not (prefix == "profile" and option.value == "default"):
            yield Problem(option.line, f"the file has no section [{prefix} {option.value}]")
    missing = [key for key in ("sso_account_id", "sso_role_name") if section.get(key) is None]
    if section.get("sso_session") is not None and len(missing) == 1:
        yield Problem(section.line, f"[{section.name}] lacks {missing[0]}")


def _secret(option: Option) -> Iterator[Problem]:
    if option.key in _CREDENTIALS and "EXAMPLE" not in option.value:
        yield Problem(option.line, f"{option.key} looks like a real secret; use AWS's example, which holds EXAMPLE")


@cache
def _profile_keys() -> frozenset[str]:
    from botocore import configprovider

    own = [row[0] for row in configprovider.BOTOCORE_DEFAUT_SESSION_VARIABLES.values()]
    proxies = [row[0] for row in configprovider.DEFAULT_PROXIES_CONFIG_VARS.values()]
    flat = [
        name for row in configprovider.DEFAULT_S3_CONFIG_VARS.values() if isinstance(row[0], list) for name in row[0]
    ]
    names = {name for name in (*own, *proxies, *flat) if isinstance(name, str)}
    return frozenset(names | set(_data()["profile"]))


@cache
def _service_keys() -> frozenset[str]:
    """Return the names under which a profile may have settings of a service."""
    from samples.sdk.models import services

    return frozenset(name.replace("-", "_") for name in services())


@cache
def _s3_keys() -> frozenset[str]:
    from awscli.customizations.s3.transferconfig import DEFAULTS
    from botocore.configprovider import DEFAULT_S3_CONFIG_VARS

    return frozenset({*DEFAULTS, *DEFAULT_S3_CONFIG_VARS, *_data()["s3"], "endpoint_url"})


@cache
def _booleans() -> frozenset[str]:
    from botocore import configprovider

    rows = {**configprovider.BOTOCORE_DEFAUT_SESSION_VARIABLES, **configprovider.DEFAULT_S3_CONFIG_VARS}
    return frozenset(key for key, row in rows.items() if row[3] in (configprovider.utils.ensure_boolean,))


@cache
def _data() -> dict:
    return load_data(_DATA)
