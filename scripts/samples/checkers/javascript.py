"""JavaScript and TypeScript: Node compiles it, its names and imports exist, it calls the AWS SDK as the models have it.

Types are stripped, not checked: that would take the TypeScript compiler and the types of each package.
"""

from collections.abc import Iterator, Sequence

from samples.javascript_code.node import read
from samples.javascript_code.packages import global_problems, import_problems
from samples.javascript_code.sdk_calls import call_problems
from samples.lambda_functions.events import Reads, chosen, event_problems, follow
from samples.lambda_functions.triggers import candidates
from samples.literals import from_tree
from samples.model import Problem, Sample, Verdict


def check(samples: Sequence[Sample]) -> list[Verdict]:
    """Return a verdict for each sample. Raises ToolMissing if Node is not installed."""
    all_facts, builtins = read(samples)
    return [_verdict(sample, facts, builtins) for sample, facts in zip(samples, all_facts, strict=True)]


def _verdict(sample: Sample, facts: dict, builtins: frozenset[str]) -> Verdict:
    if facts["errors"]:
        language = "TypeScript" if sample.language == "typescript" else "JavaScript"
        problems = {Problem(one["line"], f"is no valid {language}: {one['message']}") for one in facts["errors"]}
        return Verdict(tuple(sorted(problems)), "node")
    problems = {
        *import_problems(facts, builtins, sample.title),
        *global_problems(facts, sample.title),
        *call_problems(facts),
    }
    if sample.language == "javascript":  # in TypeScript, an import may be used by types only
        problems |= {
            Problem(one["line"], f"`{one['local']}` is imported but not used; remove it") for one in facts["unused"]
        }
    means = ["node"]
    if any(one["module"].startswith("@aws-sdk/") for one in facts["imports"]):
        means.append("botocore")
    for handler in facts["handlers"]:
        found, is_known = _handler(sample, handler)
        problems.update(found)
        if is_known and "event" not in means:
            means.append("event")
    return Verdict(tuple(sorted(problems)), ", ".join(means))


def _handler(sample: Sample, handler: dict) -> tuple[list[Problem], bool]:
    possible = candidates(sample.title, "javascript")
    reads = Reads()
    for one in handler["reads"]:
        for trigger in possible:
            follow(trigger, one["path"], one["line"], reads)
    returned = [(one["line"], from_tree(one["value"])) for one in handler["returns"]]
    fitting = chosen(possible, reads, returned)
    problems = list(event_problems(possible, reads, returned))
    problems += _signature(handler, [trigger.mark for trigger in fitting])
    return problems, bool(fitting)


def _signature(handler: dict, marks: list[str]) -> Iterator[Problem]:
    # "Building Lambda functions with Node.js": the runtimes from nodejs24.x on take no callback.
    if handler["parameters"] > 2 and not handler["isWrapped"] and marks != ["cloudfront-function"]:
        yield Problem(handler["line"], "Lambda's Node.js 24 runtime has no callback; make the handler async and return")
