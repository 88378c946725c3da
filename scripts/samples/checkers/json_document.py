"""JSON that no tool of its own reads: it must parse, and no key may stand twice."""

import json
from collections.abc import Sequence

from samples.model import Problem, Sample, Verdict


def check(samples: Sequence[Sample]) -> list[Verdict]:
    return [Verdict(tuple(_problems(sample)), "parser") for sample in samples]


def _problems(sample: Sample):
    _, problems = parse_json(sample.content)
    yield from problems


def parse_json(content: str) -> tuple[object, list[Problem]]:
    """Parse JSON strictly. Returns the value (None if it does not parse) and the problems: syntax, repeated keys."""
    problems: list[Problem] = []

    def pairs(items):
        seen = set()
        for key, _ in items:
            if key in seen:
                line = content[: content.rfind(f'"{key}"')].count("\n") + 1
                problems.append(Problem(line, f"the key '{key}' stands twice in one object"))
            seen.add(key)
        return dict(items)

    try:
        return json.loads(content, object_pairs_hook=pairs), problems
    except json.JSONDecodeError as error:
        return None, [Problem(error.lineno, f"not valid JSON: {error.msg}")]
