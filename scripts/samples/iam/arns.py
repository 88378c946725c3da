"""Amazon Resource Names: their syntax, and whether one can stand for a resource of a type.

Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html; partitions and Regions from botocore.
"""

import json
import re
from fnmatch import fnmatchcase
from functools import cache
from importlib.resources import files

from samples.iam import authorization
from samples.iam.variables import starred
from samples.nearest import did_you_mean

# The owners of what AWS itself offers in ARNs such as arn:aws:iam::aws:policy/ReadOnlyAccess.
_AWS_OWNERS = frozenset({"aws", "cloudfront", "aws-managed", "aws-marketplace", "amazon", "AmazonEKS"})


@cache
def partitions() -> dict[str, frozenset[str]]:
    """Return the Regions of each partition."""
    text = (files("botocore") / "data/partitions.json").read_text(encoding="utf-8")
    return {one["id"]: frozenset(one["regions"]) for one in json.loads(text)["partitions"]}


@cache
def regions() -> frozenset[str]:
    """Return the Regions of all partitions."""
    return frozenset().union(*partitions().values())


def fault(text: str) -> str | None:
    """Return what is wrong with the syntax of an ARN in a policy, or None. Wildcards and variables are allowed."""
    fields = starred(text).split(":", 5)
    if fields[0] != "arn" or len(fields) < 6:
        return f"`{text}` is no ARN; an ARN is arn:partition:service:region:account:resource"
    _, partition, service, region, account, resource = fields
    if partition != "*" and partition not in partitions():
        return f"`{text}`: unknown partition {partition!r}{did_you_mean(partition, partitions())}"
    if service not in authorization.arn_services():
        return f"`{text}`: unknown service {service!r} in an ARN{did_you_mean(service, authorization.arn_services())}"
    if region and not any(fnmatchcase(one, region) for one in partitions().get(partition, regions())):
        return f"`{text}`: there is no Region {region!r} in the partition {partition}{did_you_mean(region, regions())}"
    if account and account not in _AWS_OWNERS and not re.fullmatch(r"[0-9]{12}|[0-9*?]*[*?][0-9*?]*", account):
        return f"`{text}`: an account ID has 12 digits, and {account!r} has not"
    if not resource:
        return f"`{text}` names no resource after the last colon"
    return None


@cache
def fits(form: str, arn: str) -> bool:
    """Return whether an ARN in a policy can stand for a resource whose ARNs have a form such as arn:*:sqs:*:*:*."""
    arn = starred(arn).replace("?", "*")
    if len(form.split(":")) < 6 or len(arn.split(":")) < 6:
        return False
    # parliament knows a bucket by its type's name; other services than Amazon S3 have types of that name.
    type_ = "bucket" if form.endswith(":s3:::*") else ""
    library = authorization.parliament()
    # Only IAM refuses wildcards in the part that names the type, as in arn:aws:iam::111122223333:u*.
    if ":iam:" in form:
        return library.is_arn_strictly_valid(type_, form, arn)
    return library.is_arn_match(type_, form, arn)


def covers_all(form: str, arn: str) -> bool:
    """Return whether an ARN in a policy stands for every resource of a form in its account and Region."""
    fields, parts = arn.split(":", 5), form.split(":", 5)
    if arn == "*" or len(fields) < 6 or len(parts) < 6:
        return arn == "*"
    same = all(p == "*" or p == f for p, f in zip(parts[1:5], fields[1:5], strict=True))
    # A name that no pattern but one of all wildcards matches.
    return same and fnmatchcase(parts[5].replace("*", "\0"), fields[5])
