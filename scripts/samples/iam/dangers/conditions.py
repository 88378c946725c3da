"""What conditions say of a statement, for the rules."""

from samples.iam import keys
from samples.iam.document import Condition, Statement


def listed(key: str, names: list[str]) -> bool:
    """Return whether a key is among names, of which those that end in /* take any tag."""
    key = key.lower()
    return any(key == n.lower() or (n.endswith("/*") and key.startswith(n[:-1].lower())) for n in names)


def holds(condition: Condition) -> bool:
    """Return whether a request without the key fails the condition, so that it keeps somebody out."""
    operator = keys.operator(condition.operator)
    return operator is not None and not operator.passes_without_key and not _is_anything(condition)


def _is_anything(condition: Condition) -> bool:
    return any(isinstance(value, str) and not value.strip("*") for value in condition.values)


def held_by(statement: Statement, names: list[str]) -> bool:
    """Return whether a condition on one of these keys holds in a statement."""
    return any(listed(condition.key, names) and holds(condition) for condition in statement.conditions)
