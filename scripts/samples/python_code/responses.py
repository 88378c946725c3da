"""Responses and errors: which keys a sample may read from them."""

from dataclasses import dataclass, replace

from samples.literals import ScalarValue
from samples.nearest import did_you_mean
from samples.python_code.kinds import ANYTHING, Arguments, Findings, Items, Kind, Site, text_of, texts_of, typed
from samples.sdk import models

_METADATA = "ResponseMetadata"  # botocore adds it to each response


def response(service: str, operation: str, native: bool = False) -> Kind:
    """Return what an operation's response is."""
    shape = models.operation_model(service, operation).output_shape
    return ANYTHING if shape is None else Shaped(shape, native, is_whole=True)


@dataclass(frozen=True)
class Shaped(Kind):
    """A part of a response that has this shape; `is_whole` for the response itself."""

    shape: object
    native: bool = False
    is_whole: bool = False

    def __post_init__(self):
        # Shapes are made anew at each access and compare by identity; a call must equal the same call.
        object.__setattr__(self, "_key", (self.shape.name, self.shape.type_name, self.native, self.is_whole))

    def __eq__(self, other) -> bool:
        return isinstance(other, Shaped) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)

    def _part(self, shape) -> Kind:
        if (self.native and shape.name == "AttributeValue") or getattr(shape, "is_document_type", False):
            return ANYTHING
        return Shaped(shape, self.native)

    def _member(self, name: str, site: Site) -> Kind:
        if name in self.shape.members:
            return self._part(self.shape.members[name])
        if not (self.is_whole and name == _METADATA):
            known = [*self.shape.members, *([_METADATA] if self.is_whole else [])]
            what = "the response" if self.is_whole else f"`{self.shape.name}` in the response"
            site.report(f"{what} has no key `{name}`{did_you_mean(name, known)}")
        return ANYTHING

    def item(self, key: Kind, site: Site) -> Kind:
        known = key.value(site.line)
        name = text_of(key)
        if self.shape.type_name == "structure":
            return ANYTHING if name is None else self._member(name, site)
        if self.shape.type_name == "map":
            return self._part(self.shape.value)
        if self.shape.type_name == "list":
            if name is not None:
                site.report(f"`{self.shape.name}` in the response is a list; it has no key `{name}`")
            return self._part(self.shape.member) if isinstance(known, ScalarValue) else ANYTHING
        return ANYTHING

    def contains(self, key: Kind, site: Site) -> None:
        if self.shape.type_name == "structure" and (name := text_of(key)) is not None:
            self._member(name, site)

    def iterate(self, site: Site) -> Kind:
        if self.shape.type_name == "list":
            return self._part(self.shape.member)
        if getattr(self.shape, "is_eventstream", False) or self.shape.serialization.get("eventstream"):
            return self
        return ANYTHING

    def attribute(self, name: str, site: Site) -> Kind:
        python_type = _PYTHON_TYPES.get(self.shape.type_name)
        if python_type in (dict, list) and not self.shape.serialization.get("eventstream"):
            if not hasattr(python_type, name):
                what = "the response" if self.is_whole else f"`{self.shape.name}` in the response"
                has = f'has no attribute `{name}`; write ["{name}"]' if python_type is dict else f"has no `{name}`"
                site.report(f"{what} is a {python_type.__name__}: it {has}")
            elif name == "get":
                return Getter(self)
            elif name in ("items", "values") and self.shape.type_name == "map":
                return ItemsMethod(self._part(self.shape.value), name)
        elif python_type is not None and not hasattr(python_type, name):
            site.report(f"`{self.shape.name}` in the response is a {python_type.__name__}: it has no `{name}`")
        return ANYTHING


_PYTHON_TYPES = {
    "boolean": bool,
    "double": float,
    "float": float,
    "integer": int,
    "list": list,
    "long": int,
    "map": dict,
    "string": str,
    "structure": dict,
}


@dataclass(frozen=True, slots=True)
class Getter(Kind):
    """`response.get`."""

    of: Kind

    def call(self, arguments: Arguments, site: Site) -> Kind:
        arguments.bind(_get_signature, "get", site)
        lenient = replace(site, may_lack=True)
        return self.of.item(arguments.positional[0], lenient) if arguments.positional else ANYTHING


def _get_signature(key, default=None, /):
    """The signature of `dict.get`, which has none that `inspect` can read."""


@dataclass(frozen=True, slots=True)
class ItemsMethod(Kind):
    """`mapping.items` or `mapping.values`, where all values are of one kind."""

    of: Kind
    name: str

    def call(self, arguments: Arguments, site: Site) -> Kind:
        return Items(self.of) if self.name == "values" else Items(Pair(self.of))


@dataclass(frozen=True, slots=True)
class Pair(Kind):
    """A key with its value; unpacked by the statements that bind names."""

    second: Kind


@dataclass(frozen=True, slots=True)
class ClientErrorRaised(Kind):
    """The `error` of `except ClientError as error`, at one of four depths: the error, response, Error, Code."""

    depth: int = 0

    def attribute(self, name: str, site: Site) -> Kind:
        from botocore.exceptions import ClientError

        if self.depth == 0:
            if name == "response":
                return ClientErrorRaised(1)
            if name != "operation_name" and not hasattr(ClientError, name):
                site.report(f'a ClientError has no attribute `{name}`; its code is error.response["Error"]["Code"]')
            return ANYTHING
        return Getter(self) if name == "get" and self.depth < 3 else ANYTHING

    def item(self, key: Kind, site: Site) -> Kind:
        name = text_of(key)
        if name is None:
            return ANYTHING
        if self.depth == 1:
            known = {"Error", _METADATA}.union(*map(models.error_members, site.findings.services))
            if name not in known:
                hint = did_you_mean(name, {"Error", _METADATA})
                site.report(f"the response of a ClientError has no key `{name}`{hint}")
            return ClientErrorRaised(2) if name == "Error" else ANYTHING
        if self.depth == 2:
            return ClientErrorRaised(3) if name == "Code" else typed(site.line, "str")
        return ANYTHING

    def compare(self, other: Kind, site: Site) -> None:
        if self.depth == 3:
            site.findings.error_codes.update(texts_of(other))


def unknown_error_codes(findings: Findings) -> None:
    """Report the error codes that a sample compares with and that none of its services sends."""
    from samples.sdk.error_codes import known_error_codes

    known = known_error_codes(findings.services)
    for line, code in findings.error_codes if known else ():
        if code not in known:
            services = ", ".join(f"`{service}`" for service in sorted(findings.services))
            message = f"{services} sends no error code `{code}`{did_you_mean(code, known)}"
            Site(line, findings).report(message)
