"""Resources of boto3: their identifiers, actions, collections and attributes, from boto3's own classes."""

from dataclasses import dataclass
from inspect import signature

from samples.literals import MapValue
from samples.nearest import did_you_mean
from samples.python_code.clients import Client, CustomMethod, Operation
from samples.python_code.kinds import ANYTHING, Arguments, Items, Keyword, Kind, Site, text_of
from samples.python_code.responses import Shaped
from samples.sdk import models
from samples.sdk.operations import operation_problems
from samples.sdk.shapes import Context


def make_resource(arguments: Arguments, site: Site) -> Kind:
    """Return what `resource(...)` of boto3 or of a session gives."""
    arguments.bind(models.session().resource, "resource", site)
    service = text_of(arguments.get("service_name", 0) or ANYTHING)
    if service is None:
        return ANYTHING
    if service not in models.resource_services():
        remedy = f"; use boto3.client({service!r})" if service in models.services() else ""
        site.report(f"boto3 has no resource for `{service}`{remedy}")
        return ANYTHING
    site.findings.services.add(service)
    return Resource(service, models.service_resource(service))


def _sub_resource(service: str, type_name: str) -> Kind:
    """Return a resource of a type, with identifiers that stand for any."""
    parent = models.service_resource(service)
    for sub in parent.meta.resource_model.subresources:
        if sub.resource.type == type_name:
            return Resource(service, getattr(parent, sub.name)(*["x"] * len(sub.resource.identifiers)))
    return ANYTHING


@dataclass(frozen=True)
class Resource(Kind):
    """A resource; `instance` is a real one with made-up identifiers, good for looking at."""

    service: str
    instance: object

    @property
    def _native(self) -> bool:
        return self.service == "dynamodb"

    def attribute(self, name: str, site: Site) -> Kind:
        model = self.instance.meta.resource_model
        if name == "meta":
            return ResourceMeta(self.service)
        if name == "batch_writer" and hasattr(self.instance, name):
            return BatchWriterMethod()
        for action in model.actions:
            if action.name == name:
                return self._action(action)
        for sub in model.subresources:
            if sub.name == name:
                return SubResource(self.service, self.instance, name)
        for collection in model.collections:
            if collection.name == name:
                return Collection(self.service, collection, self._native)
        if (shape_name := model.shape) and (found := self._data_attribute(model, shape_name, name)):
            return found
        if not hasattr(type(self.instance), name):
            known = [other for other in dir(type(self.instance)) if not other.startswith("_")]
            hint = did_you_mean(name, known)
            site.report(f"{type(self.instance).__name__} has no attribute `{name}`{hint}")
            return ANYTHING
        is_method = callable(getattr(type(self.instance), name))
        return CustomMethod(getattr(self.instance, name), name) if is_method else ANYTHING

    def _data_attribute(self, model, shape_name: str, name: str) -> Kind | None:
        shape = models.service_model(self.service).shape_for(shape_name)
        attributes = model.get_attributes(shape)
        return Shaped(attributes[name][1], self._native) if name in attributes else None

    def _action(self, action) -> Kind:
        result = None
        if action.resource is not None:
            result = _sub_resource(self.service, action.resource.type)
            if any("[" in (identifier.path or "") for identifier in action.resource.identifiers):
                result = Items(result)
        elif action.path and action.path != "@":
            result = ANYTHING
        given = frozenset(parameter.target.split(".")[0].split("[")[0] for parameter in action.request.params)
        return Operation(self.service, action.request.operation, action.name, self._native, given, result)


@dataclass(frozen=True, slots=True)
class ResourceMeta(Kind):
    service: str

    def attribute(self, name: str, site: Site) -> Kind:
        return Client(self.service) if name == "client" else ANYTHING


@dataclass(frozen=True)
class SubResource(Kind):
    """`dynamodb.Table`: takes the identifiers that the parent does not have."""

    service: str
    parent: object
    name: str

    def call(self, arguments: Arguments, site: Site) -> Kind:
        taken = sum(
            identifier.source == "input"
            for sub in self.parent.meta.resource_model.subresources
            if sub.name == self.name
            for identifier in sub.resource.identifiers
        )
        given = len(arguments.positional) + len(arguments.keywords)
        if given != taken and not arguments.open:
            site.report(f"`{self.name}` takes {taken} identifiers, not {given}")
        return Resource(self.service, getattr(self.parent, self.name)(*["x"] * taken))


@dataclass(frozen=True)
class Collection(Kind):
    """`bucket.objects`: a chain of calls that narrow it, and an iteration."""

    service: str
    model: object
    native: bool

    def iterate(self, site: Site) -> Kind:
        return _sub_resource(self.service, self.model.resource.type)

    def attribute(self, name: str, site: Site) -> Kind:
        known = {"all", "filter", "limit", "page_size", "pages", *(action.name for action in self.model.batch_actions)}
        if name not in known:
            hint = did_you_mean(name, known)
            site.report(f"the collection `{self.model.name}` has no method `{name}`{hint}")
            return ANYTHING
        return CollectionMethod(self, name)


@dataclass(frozen=True)
class CollectionMethod(Kind):
    collection: Collection
    name: str

    def call(self, arguments: Arguments, site: Site) -> Kind:
        collection = self.collection
        for action in collection.model.batch_actions:
            if action.name == self.name:
                return ANYTHING
        if self.name == "filter":
            request = collection.model.request
            given = frozenset(p.target.split(".")[0].split("[")[0] for p in request.params)
            mapping: MapValue = arguments.mapping(site.line)
            context = Context(f"`{collection.model.name}.filter`", native=collection.native)
            problems = operation_problems(collection.service, request.operation, mapping, context, given)
            site.findings.problems.update(problems)
        return Items(collection) if self.name == "pages" else collection


@dataclass(frozen=True, slots=True)
class BatchWriterMethod(Kind):
    def call(self, arguments: Arguments, site: Site) -> Kind:
        from boto3.dynamodb.table import TableResource

        arguments.bind(TableResource().batch_writer, "batch_writer", site)
        return BatchWriter()


@dataclass(frozen=True, slots=True)
class BatchWriter(Kind):
    """`with table.batch_writer() as batch`: two methods, which take what the table's take."""

    def attribute(self, name: str, site: Site) -> Kind:
        from boto3.dynamodb.table import BatchWriter as Real

        if not hasattr(Real, name):
            hint = did_you_mean(name, ["put_item", "delete_item"])
            site.report(f"a batch writer has no method `{name}`{hint}")
            return ANYTHING
        operation = {"put_item": "PutItem", "delete_item": "DeleteItem"}.get(name)
        return BatchWrite(operation, name) if operation else ANYTHING


@dataclass(frozen=True, slots=True)
class BatchWrite(Kind):
    operation: str
    method: str

    def call(self, arguments: Arguments, site: Site) -> Kind:
        from boto3.dynamodb.table import BatchWriter as Real

        function = getattr(Real(None, None), self.method)
        arguments.bind(function, f"batch.{self.method}", site)
        pairs = zip(signature(function).parameters, arguments.positional, strict=False)
        named = [Keyword(name, site.line, kind) for name, kind in pairs]
        operation = Operation("dynamodb", self.operation, f"batch.{self.method}", True, frozenset({"TableName"}))
        return operation.call(Arguments((), (*named, *arguments.keywords), arguments.open), site)
