"""What lifecycle configurations of Amazon S3 and Amazon ECR ask for beyond their shape.

Sources: https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html,
https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html and
https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html
"""

from collections.abc import Iterator
from itertools import pairwise

from samples.model import Problem
from samples.parts import integer, mapping, mappings, text
from samples.yaml_nodes import Document, Path

# From the most to the least readily available: objects move only to the right.
_CLASSES = ("STANDARD", "STANDARD_IA", "INTELLIGENT_TIERING", "ONEZONE_IA", "GLACIER_IR", "GLACIER", "DEEP_ARCHIVE")
_MINIMUM_DAYS = {"STANDARD_IA": 30, "ONEZONE_IA": 30}
_ACTIONS = (
    "AbortIncompleteMultipartUpload",
    "Expiration",
    "NoncurrentVersionExpiration",
    "NoncurrentVersionTransitions",
    "Transitions",
)


def s3_lifecycle_problems(document: Document) -> list[Problem]:
    """Return what is wrong with the rules of an S3 lifecycle configuration that has the right shape otherwise.

    Looks at identifiers, filters, the need for an action, and the order and minimum of days and storage classes.
    """
    look = _S3Rules(document)
    found: list[Problem] = []
    ids: set[str] = set()
    for i, rule in enumerate(mappings(mapping(document.value).get("Rules"))):
        path, name = ("Rules", i), text(rule.get("ID"))
        if name in ids:
            found.append(Problem(document.line((*path, "ID")), f"two rules have the ID '{name}'"))
        ids |= {name} if name is not None else set()
        if rule:
            found += [*look.scope(rule, path), *look.actions(rule, path)]
    return sorted(set(found))


class _S3Rules:
    def __init__(self, document: Document):
        self._document = document

    def _problem(self, path: Path, message: str) -> Problem:
        return Problem(self._document.line(path), message)

    def scope(self, rule: dict, path: Path) -> Iterator[Problem]:
        if ("Filter" in rule) == ("Prefix" in rule):
            yield self._problem(path, "a rule needs a `Filter`, which may be empty ({}), and no `Prefix` beside it")
        scope = mapping(rule.get("Filter"))
        if len(scope) > 1:
            yield self._problem((*path, "Filter"), "a filter has one condition; put several into `And`")
        if "Tag" not in scope and "Tags" not in mapping(scope.get("And")):
            return
        if "AbortIncompleteMultipartUpload" in rule:
            message = "a rule with tags in its filter cannot abort multipart uploads, which have none"
            yield self._problem((*path, "AbortIncompleteMultipartUpload"), message)
        if "ExpiredObjectDeleteMarker" in mapping(rule.get("Expiration")):
            message = "a rule with tags in its filter cannot remove delete markers, which have none"
            yield self._problem((*path, "Expiration"), message)

    def actions(self, rule: dict, path: Path) -> Iterator[Problem]:
        if not any(rule.get(action) for action in _ACTIONS):
            yield self._problem(path, f"a rule needs at least one action: {', '.join(_ACTIONS)}")
        expiration = rule.get("Expiration")
        if isinstance(expiration, dict) and len(expiration) != 1:
            message = "`Expiration` has exactly one of Days, Date and ExpiredObjectDeleteMarker"
            yield self._problem((*path, "Expiration"), message)
        for moves, end, days in (
            ("Transitions", "Expiration", "Days"),
            ("NoncurrentVersionTransitions", "NoncurrentVersionExpiration", "NoncurrentDays"),
        ):
            transitions = mappings(rule.get(moves))
            yield from self._transitions(transitions, (*path, moves), days)
            last = max((n for t in transitions if (n := integer(t.get(days))) is not None), default=None)
            expiry = integer(mapping(rule.get(end)).get(days))
            if expiry is not None and last is not None and expiry <= last:
                message = f"objects expire after {expiry} days, and only move after {last}; let them expire later"
                yield self._problem((*path, end), message)

    def _transitions(self, transitions: list[dict], path: Path, key: str) -> Iterator[Problem]:
        dated: list[tuple[int, str, Path]] = []
        for i, transition in enumerate(transitions):
            at, days, storage = (*path, i), integer(transition.get(key)), text(transition.get("StorageClass"))
            if key == "Days" and ("Days" in transition) == ("Date" in transition):
                yield self._problem(at, "a transition has exactly one of Days and Date")
            if days is None or storage not in _CLASSES:
                continue
            if days < (least := _MINIMUM_DAYS.get(storage, 0)):
                message = f"objects move to {storage} after {least} days at the earliest, not after {days}"
                yield self._problem((*at, key), message)
            dated.append((days, storage, at))
        for (earlier, warm, _), (later, cold, at) in pairwise(sorted(dated, key=lambda entry: entry[0])):
            if earlier == later or _CLASSES.index(warm) >= _CLASSES.index(cold):
                message = f"objects cannot move to {warm} after {earlier} days and to {cold} after {later}"
                yield self._problem(at, f"{message}: they move to colder classes, one at a time")


def ecr_lifecycle_problems(document: Document) -> list[Problem]:
    """Return what is wrong with the rules of an ECR lifecycle policy that fits its schema: priorities that repeat."""
    found: list[Problem] = []
    seen: set[int] = set()
    for i, rule in enumerate(mappings(mapping(document.value).get("rules"))):
        priority = integer(rule.get("rulePriority"))
        if priority is None:
            continue
        if priority in seen:
            line = document.line(("rules", i, "rulePriority"))
            found.append(Problem(line, f"two rules have the priority {priority}; each needs its own"))
        seen.add(priority)
    return found
