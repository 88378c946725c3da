"""CloudFormation and SAM templates, through cfn-lint.

What cfn-lint covers: the schema of every resource type of the Region, intrinsic functions and their results,
parameters, conditions, circular dependencies, values that services deprecated, and about 300 rules more. Of IAM
policies inside of templates it checks structure, effects, principals and version (E3510, E3512, E3513, E3530), that
actions exist (W3037), and, roughly, that resources fit the actions (I3510: the service and type of an ARN, not a bucket
where an object is needed); not condition keys, and not whether a policy grants more than it should. SAM templates are
checked against schemas of the SAM resources, with Globals merged into them.

A template cannot switch rules off: those that samples need not follow are listed in `data/cfn_lint_exceptions.yaml`.
"""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from data_files import load_data
from samples.model import Problem, Sample, Verdict
from samples.nearest import did_you_mean
from samples.wording import path_text

EXCEPTIONS = Path(__file__).parents[1] / "data" / "cfn_lint_exceptions.yaml"
REGION = "us-east-1"
SAM = "AWS::Serverless-2016-10-31"
_LONG = 300


def check(samples: Sequence[Sample]) -> list[Verdict]:
    return [
        Verdict(tuple(sorted(set(_problems(sample)))), "cfn-lint, SAM schemas" if _is_sam(sample) else "cfn-lint")
        for sample in samples
    ]


def _is_sam(sample: Sample) -> bool:
    return sample.title.endswith(".sam.yaml")


def _problems(sample: Sample) -> Iterator[Problem]:
    from cfnlint.decode.decode import decode_str

    template, matches = decode_str(sample.content)
    if not matches and not isinstance(template, dict):
        yield Problem(1, "the template must be a mapping with the key Resources")
        return
    if not matches:
        yield from _wrong_transform(sample, template)
        try:
            matches = list(_runner().validate_template(template))
        except Exception as error:  # cfn-lint fails in many ways on what it did not foresee
            yield Problem(1, f"cfn-lint cannot read the template: {error}")
            return
    for match in _telling(matches):
        if not _is_excepted(match, template):
            path = list(getattr(match, "path", None) or [])
            where = f"{path_text(path)}: " if path else ""
            yield Problem(max(match.linenumber, 1), f"{where}{_short(match.message)} (cfn-lint {match.rule.id})")


@cache
def _runner():
    """Return the one runner of this process: rules and schemas are slow to load, and hold nothing of a template."""
    from cfnlint.config import ConfigMixIn
    from cfnlint.runner import Runner

    # Mandatory checks are those that metadata in a template cannot switch off. The empty file keeps cfn-lint from
    # reading a configuration in the home or working directory.
    options = {"regions": [REGION], "include_checks": ["I"], "mandatory_checks": ["E", "I", "W"]}
    return Runner(ConfigMixIn([], config_file=os.devnull, **options))


def _wrong_transform(sample: Sample, template: Mapping) -> Iterator[Problem]:
    transform = template.get("Transform")
    has_sam = SAM in (transform if isinstance(transform, list) else [transform])
    line = next((key.start_mark.line + 1 for key in template if key == "Transform" and hasattr(key, "start_mark")), 1)
    if has_sam and not _is_sam(sample):
        yield Problem(line, "the SAM transform belongs into a sample with a title *.sam.yaml; rename it")
    if not has_sam and _is_sam(sample):
        yield Problem(line, f"a SAM template needs `Transform: {SAM}`; add it, or rename the sample to *.cfn.yaml")


def _telling(matches: Sequence) -> Iterator:
    """Yield matches without those that only say why each of several alternatives does not fit."""
    ids = {match.id for match in matches}
    for match in matches:
        if match.parent_id not in ids or "Did you mean" in match.message:
            yield match


def _short(message: str) -> str:
    if len(message) <= _LONG:
        return message
    listed = re.fullmatch(r"(?P<what>'[^']*') is not one of \[(?P<values>.*)\](?P<rest>.*)", message, re.DOTALL)
    if not listed:
        return f"{message[:_LONG]}..."
    values = re.findall(r"'([^']*)'", listed["values"])
    return f"{listed['what']} is not one of {len(values)} allowed values{did_you_mean(listed['what'], values)}"


@cache
def _exceptions() -> Mapping[str, frozenset[str] | None]:
    """Return the types of resources to which each excepted rule does not apply; None stands for all."""
    entries = load_data(EXCEPTIONS)
    return {entry["rule"]: frozenset(entry["types"]) if "types" in entry else None for entry in entries}


def _is_excepted(match, template: Mapping) -> bool:
    if match.rule.id not in _exceptions():
        return False
    types = _exceptions()[match.rule.id]
    if types is None:
        return True
    match list(getattr(match, "path", None) or []):
        case ["Resources", name, *_]:
            return template["Resources"][name].get("Type") in types
    return False
