"""Checks the paths of `aws s3 cp`, `sync` and the like with the AWS CLI's own class for them."""

from argparse import Namespace

from samples.aws_cli.model import Finding
from samples.aws_cli.stand_ins import STAND_IN

_BUCKET = {"mb", "rb"}


def path_findings(command, arguments: Namespace) -> list[Finding]:
    """Return what is wrong with the paths of a command of `aws s3`; nothing for other commands."""
    from awscli.customizations.s3.subcommands import CommandParameters, S3Command, S3TransferCommand

    if not isinstance(command, S3Command):
        return []
    if getattr(arguments, "path", None) is getattr(arguments, "paths", None) is None:
        return []  # among words that are not known
    if command.NAME in _BUCKET:
        return _bucket_findings(command.NAME, arguments.path)
    if not isinstance(command, S3TransferCommand):
        return []
    paths = arguments.paths if isinstance(arguments.paths, list) else [arguments.paths]
    if any(path.startswith(STAND_IN) for path in paths):
        return []  # a variable may hold an S3 URI or a local path
    parameters = CommandParameters(command.NAME, dict(vars(arguments)), command.USAGE)
    try:
        parameters.check_path_type(list(paths))
    except TypeError:
        usage = f"aws s3 {command.NAME} {command.USAGE}"
        return [Finding(None, f"`aws s3 {command.NAME}` takes other paths, an S3 URI with s3:// before it: {usage}")]
    try:
        parameters.parameters.update(src=paths[0], dest=paths[-1])
        parameters._validate_streaming_paths()
        parameters._validate_sse_c_args()
    except ValueError as error:
        return [Finding(None, f"`aws s3 {command.NAME}`: {error}")]
    return []


def _bucket_findings(name: str, path: str) -> list[Finding]:
    if path.startswith(STAND_IN):
        return []
    bucket, _, key = path.removeprefix("s3://").partition("/")
    if not path.startswith("s3://"):
        return [Finding(None, f"`aws s3 {name}` takes an S3 URI, such as s3://{bucket}")]
    if key:
        return [Finding(None, f"`aws s3 {name}` takes a bucket without a key, such as s3://{bucket}")]
    return []
