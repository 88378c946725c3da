"""Answers for values of options that the AWS CLI cannot unpack here: files, stand-ins, and what is plainly wrong."""

import io
import zipfile

from samples.aws_cli.alterations import FILE
from samples.aws_cli.reading import Reading
from samples.aws_cli.stand_ins import STAND_IN, UNKNOWN, is_stand_in, is_unknown, shown

_COMPLEX = ("list", "map", "structure")
_BASE64_FILES = (".b64", ".base64")


def _empty_zip() -> bytes:
    file = io.BytesIO()
    zipfile.ZipFile(file, "w").close()
    return file.getvalue()


_EMPTY_ZIP = _empty_zip()


def type_name(argument) -> str | None:
    """Return the type of an argument's model ("structure", "blob"), or None if it has no model."""
    return getattr(getattr(argument, "argument_model", None), "type_name", None)


def loaded(param, value, reading: Reading):
    """Return what takes the place of an argument's value before it is unpacked; None leaves it as it is."""
    if not isinstance(value, (str, list)):
        return None
    single = value[0] if isinstance(value, list) and len(value) == 1 else value
    if isinstance(single, str) and single.startswith(FILE):
        return _file(param, single, reading, in_list=isinstance(value, list))
    kind = type_name(param)
    if isinstance(value, list) and kind == "list" and param.argument_model.member.type_name in _COMPLEX:
        known = [item for item in value if not is_stand_in(item)]
        return (known or UNKNOWN) if len(known) < len(value) else None
    return UNKNOWN if kind in ("map", "structure") and is_stand_in(single) else None


def _file(param, value: str, reading: Reading, *, in_list: bool):
    from awscli.arguments import CLIArgument

    name, scheme = param.cli_name, value.partition("://")[0]
    if param.name == "zip-file":
        if scheme == "file":
            reading.find(name, f"{name} takes fileb://, because the file is binary")
        return _EMPTY_ZIP
    if type_name(param) == "blob":
        if param.argument_model.serialization.get("streaming"):
            reading.find(name, f"{name} takes the path of a file, without {scheme}://")
        elif scheme == "file" and not reading.raw and not value.endswith(_BASE64_FILES):
            how = "give fileb:// for the file as it is, or add --cli-binary-format raw-in-base64-out"
            reading.find(name, f"{name} with file:// takes base64 in version 2 of the AWS CLI; {how}")
    if isinstance(param, CLIArgument) or type_name(param):
        return UNKNOWN
    return [STAND_IN] if in_list else STAND_IN


def unpacked(argument, value, reading: Reading):
    """Return what an argument's value is unpacked to; None leaves that to the AWS CLI."""
    if value is UNKNOWN:
        return UNKNOWN
    kind, name = type_name(argument), argument.cli_name
    if kind == "blob" and argument.argument_model.serialization.get("streaming"):
        return UNKNOWN
    if kind in ("integer", "long") and isinstance(value, str) and not is_unknown(value) and not _is_integer(value):
        reading.find(name, f"{name} takes a whole number, not `{shown(value)}`")
        return UNKNOWN
    if kind in ("map", "structure") and isinstance(value, str) and not value.strip():
        reading.find(name, f"{name} has an empty value")
        return UNKNOWN
    return None


def _is_integer(text: str) -> bool:
    try:
        int(text)
    except ValueError:
        return False
    return True
