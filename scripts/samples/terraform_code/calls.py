"""Calls of functions: whether there is such a function, and whether it takes as many arguments."""

from collections.abc import Callable, Sequence

from samples.nearest import did_you_mean
from samples.terraform_code.language import functions
from samples.terraform_code.tree import Call
from samples.terraform_code.types import ANY, SEQUENCES, STRING, Type

# Source: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/functions/arn_build and its siblings
_OF_PROVIDERS = {
    "provider::aws::arn_build": (5, STRING),
    "provider::aws::arn_parse": (1, ANY),
    "provider::aws::trim_iam_role_path": (1, STRING),
}


def check_call(node: Call, types: Sequence[Type], report: Callable[[int, str], None]) -> Type:
    """Return the type of the result, and report what is wrong with the call. `types` are those of the arguments."""
    name = node.name.removeprefix("core::")
    if name in _OF_PROVIDERS:
        count, result = _OF_PROVIDERS[name]
        least, most = count, count
    elif name in functions():
        least, most, result = functions()[name]
    else:
        report(node.line, f"unknown function `{node.name}()`{did_you_mean(node.name, [*functions(), *_OF_PROVIDERS])}")
        return ANY
    count = len(node.arguments)
    if not node.expanded and (count < least or most is not None and count > most):
        report(node.line, f"`{name}()` takes {_range(least, most)}, not {count}")
        return ANY
    if name in ("tolist", "toset") and types and types[0].kind in SEQUENCES:
        return Type(name.removeprefix("to"), types[0].element)
    if name == "one" and types and types[0].kind in SEQUENCES:
        return types[0].element
    if name == "values" and types and types[0].kind == "map":
        return Type("list", types[0].element)
    return result


def _range(least: int, most: int | None) -> str:
    text = f"{least} arguments" if least != 1 else "1 argument"
    if most is None:
        return f"at least {text}"
    return text if most == least else f"{least} to {most} arguments"
