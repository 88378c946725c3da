"""The methods that each client has: paginators, waiters, presigned URLs."""

from dataclasses import dataclass

from samples.literals import MapValue, ScalarValue
from samples.nearest import did_you_mean
from samples.python_code.kinds import ANYTHING, Arguments, Items, Kind, Site, text_of, typed
from samples.python_code.responses import response
from samples.sdk import models
from samples.sdk.operations import operation_problems
from samples.sdk.shapes import Context

_PAGINATION = frozenset({"MaxItems", "PageSize", "StartingToken"})
_WAITING = frozenset({"Delay", "MaxAttempts"})
# A signature of version 4 holds for a week at most (Amazon S3 User Guide, "Download and upload objects with
# presigned URLs").
_LONGEST_PRESIGNED = 604_800


@dataclass(frozen=True, slots=True)
class ClientMethod(Kind):
    """A method that each client has: what it returns depends on its argument."""

    service: str
    name: str

    def call(self, arguments: Arguments, site: Site) -> Kind:
        arguments.bind(getattr(models.client(self.service), self.name), f"{self.service}.{self.name}", site)
        return METHODS[self.name](self.service, arguments, site)


def _get_paginator(service: str, arguments: Arguments, site: Site) -> Kind:
    name = text_of(arguments.get("operation_name", 0) or ANYTHING)
    if name is None:
        return ANYTHING
    client = models.client(service)
    if models.operation_of(service, name) is None or not client.can_paginate(name):
        known = [method for method in client.meta.method_to_api_mapping if client.can_paginate(method)]
        site.report(f"`{service}` has no paginator for `{name}`{did_you_mean(name, known)}")
        return ANYTHING
    return Paginator(service, name)


def _get_waiter(service: str, arguments: Arguments, site: Site) -> Kind:
    name = text_of(arguments.get("waiter_name", 0) or ANYTHING)
    if name is None:
        return ANYTHING
    known = models.client(service).waiter_names
    if name not in known:
        site.report(f"`{service}` has no waiter `{name}`{did_you_mean(name, known)}")
        return ANYTHING
    return Waiter(service, name)


def _generate_presigned_url(service: str, arguments: Arguments, site: Site) -> Kind:
    method = text_of(arguments.get("ClientMethod", 0) or ANYTHING)
    parameters = (arguments.get("Params", 1) or ANYTHING).value(site.line)
    if method is not None:
        operation = models.operation_of(service, method)
        if operation is None:
            hint = did_you_mean(method, models.client(service).meta.method_to_api_mapping)
            site.report(f"the client of `{service}` has no method `{method}`{hint}")
        elif isinstance(parameters, MapValue):
            context = Context(f"`{service}.{method}`")
            site.findings.problems.update(operation_problems(service, operation, parameters, context))
    expires = (arguments.get("ExpiresIn", 2) or ANYTHING).value(site.line)
    if isinstance(expires, ScalarValue) and isinstance(expires.value, int) and expires.value > _LONGEST_PRESIGNED:
        site.report(f"`ExpiresIn` must be at most {_LONGEST_PRESIGNED} seconds, a week", expires.line)
    return typed(site.line, "str")


METHODS = {
    "can_paginate": lambda service, arguments, site: typed(site.line, "bool"),
    "generate_presigned_url": _generate_presigned_url,
    "get_paginator": _get_paginator,
    "get_waiter": _get_waiter,
}


@dataclass(frozen=True, slots=True)
class Paginator(Kind):
    service: str
    method: str

    def attribute(self, name: str, site: Site) -> Kind:
        if name != "paginate":
            site.report(f"a paginator has no method `{name}`; did you mean `paginate`?")
            return ANYTHING
        return ConfiguredCall(self.service, self.method, "PaginationConfig", _PAGINATION)


@dataclass(frozen=True, slots=True)
class Waiter(Kind):
    service: str
    name: str

    def attribute(self, name: str, site: Site) -> Kind:
        from botocore import xform_name
        from botocore.waiter import WaiterModel

        if name not in ("wait", "name", "config"):
            site.report(f"a waiter has no method `{name}`; did you mean `wait`?")
        if name != "wait":
            return ANYTHING
        waiters = WaiterModel(models.client(self.service)._get_waiter_config())
        [full_name] = [full for full in waiters.waiter_names if xform_name(full) == self.name]
        method = xform_name(waiters.get_waiter(full_name).operation)
        return ConfiguredCall(self.service, method, "WaiterConfig", _WAITING, f"the waiter `{self.name}`")


@dataclass(frozen=True, slots=True)
class ConfiguredCall(Kind):
    """`paginate` or `wait`: the parameters of an operation, and a configuration."""

    service: str
    method: str
    configuration: str
    keys: frozenset[str]
    what: str | None = None

    def call(self, arguments: Arguments, site: Site) -> Kind:
        what = self.what or f"`{self.service}.{self.method}`"
        if arguments.positional:
            site.report(f"{what} takes keyword arguments only")
        configuration = (arguments.get(self.configuration) or ANYTHING).value(site.line)
        for entry in configuration.entries if isinstance(configuration, MapValue) else ():
            if entry.key not in self.keys:
                hint = did_you_mean(entry.key, self.keys)
                site.report(f"unknown key `{entry.key}` in `{self.configuration}`{hint}", entry.line)
        operation = models.operation_of(self.service, self.method)
        parameters = arguments.without(self.configuration).mapping(site.line)
        site.findings.problems.update(operation_problems(self.service, operation, parameters, Context(what)))
        return ANYTHING if self.configuration == "WaiterConfig" else Pages(response(self.service, operation))


@dataclass(frozen=True, slots=True)
class Pages(Kind):
    page: Kind

    def iterate(self, site: Site) -> Kind:
        return self.page

    def attribute(self, name: str, site: Site) -> Kind:
        from botocore.paginate import PageIterator

        if not hasattr(PageIterator, name):
            site.report(f"the pages of a paginator have no method `{name}`; iterate over them")
        return PagesMethod(self.page, name)


@dataclass(frozen=True, slots=True)
class PagesMethod(Kind):
    page: Kind
    name: str

    def call(self, arguments: Arguments, site: Site) -> Kind:
        import jmespath

        expression = text_of(arguments.get("expression", 0) or ANYTHING)
        if self.name == "search" and expression is not None:
            try:
                jmespath.compile(expression)
            except jmespath.exceptions.ParseError as error:
                site.report(f"`{expression}` is no valid JMESPath: {str(error).splitlines()[0]}")
        return self.page if self.name == "build_full_result" else Items(ANYTHING)
