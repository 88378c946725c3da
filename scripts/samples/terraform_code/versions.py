"""Version constraints as Terraform writes them: `~> 6.0, != 6.3.1`.

Source: https://developer.hashicorp.com/terraform/language/expressions/version-constraints
"""

import operator

_OPERATORS = {
    "!=": operator.ne,
    ">=": operator.ge,
    "<=": operator.le,
    "~>": None,
    "=": operator.eq,
    ">": operator.gt,
    "<": operator.lt,
}


class NotAConstraint(Exception):
    """A constraint that cannot be read; the message says what of it."""


def allows(constraint: str, version: str | None) -> bool:
    """Whether a constraint lets a version pass; True for no version. Raises NotAConstraint."""
    parts = [_part(part.strip()) for part in constraint.split(",")]
    if version is None:
        return True
    return all(_fits(sign, wanted, _numbers(version)) for sign, wanted in parts)


def _part(text: str) -> tuple[str, tuple[int, ...]]:
    sign = next((one for one in _OPERATORS if text.startswith(one)), "")
    return sign or "=", _numbers(text[len(sign) :].strip())


def _numbers(text: str) -> tuple[int, ...]:
    numbers = text.removeprefix("v").split("-")[0].split(".")
    if not 1 <= len(numbers) <= 3 or not all(number.isdecimal() for number in numbers):
        raise NotAConstraint(f"`{text}` is no version; write it as in `~> 6.0`")
    return tuple(map(int, numbers))


def _fits(sign: str, wanted: tuple[int, ...], version: tuple[int, ...]) -> bool:
    if sign == "~>":
        return version >= wanted and version[: max(len(wanted) - 1, 1)] == wanted[: max(len(wanted) - 1, 1)]
    length = max(len(wanted), len(version))
    padded = [(*numbers, *[0] * (length - len(numbers))) for numbers in (version, wanted)]
    return _OPERATORS[sign](*padded)
