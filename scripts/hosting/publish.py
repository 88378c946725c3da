"""One publication of the built site, in an order in which a visitor at any moment gets pages that work."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from command_line import UsageError
from hosting.bucket import Bucket
from hosting.merged_policy import with_scripts_of
from hosting.sending import steps
from hosting.stack import Stack

REGION = "us-east-1"
_NEEDED = ("index.html", "404.html", "sw.js")
_OUTPUTS = ("BucketName", "DistributionId", "SiteUrl")


def site_files(site: Path) -> list[str]:
    """Return the names of the files of the built site, relative to it, sorted.

    Raises UsageError if it is none: to publish an empty folder would empty the site.
    """
    missing = next((name for name in _NEEDED if not (site / name).is_file()), None)
    if missing:
        raise UsageError(f"{site} does not hold {missing}; run `make site` first, or name the folder with --site")
    return sorted(file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file())


def publish(session, stack_name: str, site: Path, policy: str, say: Callable[[str], None]) -> str:
    """Publish the built site on a stack and return its address.

    `session` is boto3's. Raises UsageError, OSError, and what botocore raises; a second run mends what one left undone.
    """
    names = site_files(site)
    stack = Stack(session.client("cloudformation", region_name=REGION), stack_name)
    outputs = stack.outputs()
    if missing := next((name for name in _OUTPUTS if name not in outputs), None):
        raise UsageError(
            f"the stack {stack_name} has no output {missing}; name one made from scripts/hosting/site.yaml"
        )
    bucket = Bucket(session.client("s3", region_name=REGION), outputs["BucketName"])
    files, pages, workers = steps(names)

    stack.set_policy(with_scripts_of(policy, stack.policy()))  # pages of both editions are on their way for a while
    bucket.upload(site, files)
    bucket.upload(site, pages)
    say(f"uploaded {len(names)} files; emptying the cache")
    _empty_cache(session.client("cloudfront", region_name=REGION), outputs["DistributionId"])
    bucket.upload(site, workers)
    stack.set_policy(policy)
    say(f"removed {bucket.remove_old(names, datetime.now(UTC))} old files")
    return outputs["SiteUrl"]


def _empty_cache(cloudfront, distribution: str) -> None:
    """Let CloudFront forget all files, and wait until it has."""
    batch = {"Paths": {"Quantity": 1, "Items": ["/*"]}, "CallerReference": str(uuid4())}
    invalidation = cloudfront.create_invalidation(DistributionId=distribution, InvalidationBatch=batch)
    waiter = cloudfront.get_waiter("invalidation_completed")
    waiter.wait(DistributionId=distribution, Id=invalidation["Invalidation"]["Id"])
