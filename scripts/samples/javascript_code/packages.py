"""What a sample imports: it must exist, and be a module of Node's, of the AWS SDK 3, or a known package."""

from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

from data_files import load_data
from samples.model import Problem
from samples.nearest import did_you_mean
from samples.sdk.javascript import exports, package_of
from samples.sdk.models import services

_DATA = Path(__file__).parent.parent / "data" / "javascript_packages.yaml"
_CDK = "aws-cdk-lib/aws-"


def import_problems(facts: dict, builtins: frozenset[str], title: str) -> Iterator[Problem]:
    """Yield imports of packages that nobody knows, and of names that their package does not export."""
    in_cloudfront = ".cloudfront-function." in title
    for one in facts["imports"]:
        module, line = one["module"], one["line"]
        if in_cloudfront:
            if module not in _data()["cloudfront_functions"]["modules"]:
                yield Problem(line, f"CloudFront Functions have no module `{module}`")
        elif module == "aws-sdk" or module.startswith("aws-sdk/"):
            yield Problem(
                line, "the AWS SDK for JavaScript 2 is out of support since 2025-09-08; use @aws-sdk/client-*"
            )
        elif module.startswith("@aws-sdk/client-") or module == "@aws-sdk/lib-dynamodb":
            yield from _sdk(one)
        elif module.startswith(_CDK):
            yield from _cdk(module, line)
        elif not (module.startswith((".", "#", "/")) or module.removeprefix("node:") in builtins or _is_known(module)):
            known = [*_data()["packages"], *builtins]
            hint = did_you_mean(module, known) or f"; if it is a real package, add it to {_DATA.name}"
            yield Problem(line, f"there is no known package `{module}`{hint}")
        for name in one["missing"]:
            yield Problem(name["line"], f"`{module}` does not export `{name['name']}`")


def global_problems(facts: dict, title: str) -> Iterator[Problem]:
    """Yield names that nothing declares, and those that CloudFront Functions lack."""
    for one in facts["undefined"]:
        yield Problem(one["line"], f"`{one['name']}` is not defined; import or declare it")
    if ".cloudfront-function." in title:
        for one in facts["globals"]:
            if one["name"] in _data()["cloudfront_functions"]["missing_globals"]:
                yield Problem(one["line"], f"CloudFront Functions have no `{one['name']}`")


def _sdk(one: dict) -> Iterator[Problem]:
    known = exports(one["module"])
    if known is None:
        hint = did_you_mean(one["module"], _likely_packages(one["module"]))
        yield Problem(one["line"], f"the AWS SDK has no package `{one['module']}`{hint}")
        return
    for name in one["names"]:
        if name["name"] == "default":
            yield Problem(name["line"], f"`{one['module']}` has no default export; import names from it")
        elif name["name"] != "*" and name["name"] not in known:
            hint = did_you_mean(name["name"], known)
            yield Problem(name["line"], f"`{one['module']}` does not export `{name['name']}`{hint}")


def _likely_packages(package: str) -> list[str]:
    """Return the packages of the services whose name is like this one's: to load all models takes seconds."""
    from difflib import get_close_matches

    suffix = package.removeprefix("@aws-sdk/client-")
    return [package_of(service) for service in get_close_matches(suffix, services(), n=3)]


def _cdk(module: str, line: int) -> Iterator[Problem]:
    name = module.removeprefix("aws-cdk-lib/").partition("/")[0]
    known = _cdk_modules()
    if name not in known:
        hint = did_you_mean(name, known)
        yield Problem(line, f"`aws-cdk-lib` has no module `{name}`{hint}")


@cache
def _cdk_modules() -> frozenset[str]:
    """Return the service modules of the AWS CDK: one for each namespace of CloudFormation, and some of its own."""
    from cfnlint.schema import PROVIDER_SCHEMA_MANAGER

    types = PROVIDER_SCHEMA_MANAGER.get_resource_types("us-east-1")
    namespaces = {parts[1].lower() for name in types if (parts := name.split("::"))[0] == "AWS"}
    return frozenset({f"aws-{name}" for name in namespaces} | set(_data()["cdk_modules"]))


def _is_known(module: str) -> bool:
    return any(fnmatch(module, known) or fnmatch(module, f"{known}/*") for known in _data()["packages"])


@cache
def _data() -> dict:
    return load_data(_DATA)
