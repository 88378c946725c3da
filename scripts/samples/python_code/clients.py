"""Sessions, clients and what their methods take and give back."""

from dataclasses import dataclass

from samples.literals import MapValue
from samples.nearest import did_you_mean
from samples.python_code.client_methods import METHODS, ClientMethod
from samples.python_code.kinds import ANYTHING, Arguments, Kind, Site, text_of
from samples.python_code.responses import response
from samples.sdk import models
from samples.sdk.operations import operation_problems
from samples.sdk.shapes import Context


def make_client(arguments: Arguments, site: Site) -> Kind:
    """Return what `client(...)` of boto3 or of a session gives."""
    arguments.bind(models.session().client, "client", site)
    service = text_of(arguments.get("service_name", 0) or ANYTHING)
    if service is None:
        return ANYTHING
    if service not in models.services():
        site.report(f"boto3 knows no service `{service}`{did_you_mean(service, models.services())}")
        return ANYTHING
    site.findings.services.add(service)
    return Client(service)


@dataclass(frozen=True, slots=True)
class Client(Kind):
    service: str

    def attribute(self, name: str, site: Site) -> Kind:
        if (operation := models.operation_of(self.service, name)) is not None:
            return Operation(self.service, operation, name)
        if name == "exceptions":
            return ClientExceptions(self.service)
        if name in METHODS:
            return ClientMethod(self.service, name)
        known = models.client_methods(self.service)
        if name in known:
            return CustomMethod(getattr(models.client(self.service), name), f"{self.service}.{name}")
        site.report(f"the client of `{self.service}` has no method `{name}`{did_you_mean(name, known)}")
        return ANYTHING


@dataclass(frozen=True, slots=True)
class CustomMethod(Kind):
    """A method that boto3 writes by hand, such as `upload_file`: its signature is all that is known of it."""

    method: object
    name: str

    def call(self, arguments: Arguments, site: Site) -> Kind:
        if callable(self.method):
            arguments.bind(self.method, self.name, site)
            _check_transfer(self.name, arguments, site)
        return ANYTHING


def _check_transfer(name: str, arguments: Arguments, site: Site) -> None:
    from boto3.s3.transfer import S3Transfer

    way, _, _ = name.rpartition(".")[2].partition("_")
    allowed = {"upload": S3Transfer.ALLOWED_UPLOAD_ARGS, "download": S3Transfer.ALLOWED_DOWNLOAD_ARGS}.get(way)
    extra = (arguments.get("ExtraArgs") or ANYTHING).value(site.line)
    for entry in extra.entries if allowed and isinstance(extra, MapValue) else ():
        if entry.key not in allowed:
            hint = did_you_mean(entry.key, allowed)
            site.report(f"`ExtraArgs` of {name} takes no `{entry.key}`{hint}", entry.line)


@dataclass(frozen=True, slots=True)
class Operation(Kind):
    """A method of a client, or an action of a resource, that calls the API."""

    service: str
    operation: str
    method: str
    native: bool = False
    given: frozenset[str] = frozenset()
    result: Kind | None = None

    def call(self, arguments: Arguments, site: Site) -> Kind:
        what = f"`{self.service}.{self.method}`"
        if arguments.positional:
            site.report(f"{what} takes keyword arguments only")
        context = Context(what, native=self.native)
        site.findings.problems.update(
            operation_problems(self.service, self.operation, arguments.mapping(site.line), context, self.given)
        )
        return self.result or response(self.service, self.operation, self.native)


@dataclass(frozen=True, slots=True)
class ClientExceptions(Kind):
    service: str

    def attribute(self, name: str, site: Site) -> Kind:
        from samples.python_code.objects import PythonObject

        exceptions = models.client(self.service).exceptions
        try:
            return PythonObject(getattr(exceptions, name), name)
        except AttributeError:
            known = {shape.name for shape in models.service_model(self.service).error_shapes} | {"ClientError"}
            hint = did_you_mean(name, known)
            site.report(f"the client of `{self.service}` has no exception `{name}`{hint}")
            return ANYTHING
