"""Steps into a value: `.name`, `[0]`, `[*]`."""

from collections.abc import Callable, Sequence

from samples.nearest import did_you_mean
from samples.terraform_code.tree import Attribute, Index, Literal, Splat
from samples.terraform_code.types import ANY, PRIMITIVE, SEQUENCES, Type, with_article

Report = Callable[[int, str], None]
Step = Attribute | Index | Splat


def take(found: Type, steps: Sequence[Step], report: Report) -> Type:
    """Return the type that the steps lead to from a value of a type, and report the first that leads nowhere."""
    for number, step in enumerate(steps):
        if found.kind == "any":
            return ANY
        if isinstance(step, Splat):
            inner = found.element if found.kind in SEQUENCES else found
            return Type("list", take(inner, steps[number + 1 :], report))
        found = _attribute(found, step, report) if isinstance(step, Attribute) else _index(found, step, report)
        if found is None:
            return ANY
    return found


def _attribute(found: Type, step: Attribute, report: Report) -> Type | None:
    match found.kind:
        case "object" if step.name in found.fields:
            return found.fields[step.name]
        case "object":
            report(step.line, f"there is no attribute `{step.name}` here{did_you_mean(step.name, found.fields)}")
        case "map":
            return found.element
        case "list" | "tuple":
            report(
                step.line, f"`.{step.name}` follows {with_article(found)}; write `[0].{step.name}` or `[*].{step.name}`"
            )
        case "set":
            report(
                step.line,
                f"`.{step.name}` follows {with_article(found)}; write `one(...).{step.name}` or `[*].{step.name}`",
            )
        case _:
            report(step.line, f"`.{step.name}` follows {with_article(found)}, which has no attributes")
    return None


def _index(found: Type, step: Index, report: Report) -> Type | None:
    key = step.key.value if isinstance(step.key, Literal) else None
    if found.kind == "set":
        report(step.line, "a set has no order, so it has no index; write `one(...)` or `tolist(...)[0]`")
    elif found.kind in PRIMITIVE:
        report(step.line, f"an index follows {with_article(found)}, which has no elements")
    elif found.kind in ("list", "tuple") and isinstance(key, str) and not key.isdigit():
        report(step.line, f'the index of a list is a number, not "{key}"')
    elif found.kind == "object" and isinstance(key, str):
        return _attribute(found, Attribute(step.line, key), report)
    elif found.kind == "object" and key is not None:
        report(step.line, "this is one object and no list, so it has no index")
    elif found.kind == "object":
        return ANY
    else:
        return found.element
    return None
