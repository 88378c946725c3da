"""Publish the built site on AWS, on the stack that `scripts/hosting/site.yaml` describes.

usage: publish_on_aws.py STACK --policy POLICY [--site site]

POLICY is the value of the header Content-Security-Policy: what `scripts/content_security_policy.py --site site` prints.
Credentials come from where the AWS tools take them. Exit status: 0 published, 1 AWS refused or failed, 2 the command
was used wrongly or something is missing.
"""

import argparse
import sys
from pathlib import Path

from command_line import command
from hosting.publish import publish


@command
def main(arguments: list[str] | None = None) -> int:
    """Run the command line; see the module's docstring. Returns the exit status."""
    import boto3
    from botocore.exceptions import BotoCoreError, ClientError

    parser = argparse.ArgumentParser(prog="publish_on_aws.py", description=__doc__.splitlines()[0])
    parser.add_argument("stack", metavar="STACK", help="the name of the stack, such as aloud")
    parser.add_argument("--policy", required=True, help="the content security policy of the built site")
    parser.add_argument("--site", type=Path, default=Path("site"), help="the folder of the built site")
    options = parser.parse_args(arguments)
    try:
        address = publish(boto3.Session(), options.stack, options.site, options.policy, print)
    except (BotoCoreError, ClientError) as error:
        print(f"publish_on_aws.py: AWS says: {error}; run this again when that is mended", file=sys.stderr)
        return 1
    print(f"published {address}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
