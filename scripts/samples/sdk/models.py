"""The models of botocore and boto3, read from their packages only: no configuration, no credentials, no network."""

import os
from functools import cache
from pathlib import Path


@cache
def _loader():
    import boto3
    import botocore.loaders

    # Only the models on board: models in the home directory of whoever runs this must not count.
    return botocore.loaders.Loader(
        extra_search_paths=[str(Path(package.__file__).parent / "data") for package in (botocore, boto3)],
        include_default_search_paths=False,
    )


@cache
def session():
    """Return a boto3 session that reads nothing of the user's and whose credentials are dummies."""
    import boto3
    import botocore.session

    core = botocore.session.Session()
    for variable in ("config_file", "credentials_file"):
        core.set_config_variable(variable, os.devnull)
    core.register_component("data_loader", _loader())
    return boto3.session.Session("dummy", "dummy", region_name="us-east-1", botocore_session=core)


@cache
def services() -> frozenset[str]:
    """Return the names by which botocore knows services, such as "s3"."""
    return frozenset(_loader().list_available_services("service-2"))


@cache
def resource_services() -> frozenset[str]:
    """Return the services for which boto3 has resources."""
    return frozenset(session().get_available_resources())


@cache
def client(service: str):
    """Return a client that is good for looking at, not for calling."""
    return session().client(service)


@cache
def service_resource(service: str):
    """Return a service resource that is good for looking at, not for calling."""
    return session().resource(service)


@cache
def service_model(service: str):
    """Return botocore's model of a service. Raises botocore's UnknownServiceError for a name that it does not know."""
    from botocore.model import ServiceModel

    return ServiceModel(_loader().load_service_model(service, "service-2"), service)


def operation_model(service: str, operation: str):
    """Return botocore's model of an operation, such as "PutItem"."""
    return service_model(service).operation_model(operation)


@cache
def operation_of(service: str, method: str) -> str | None:
    """Return the operation behind a client's method: "PutItem" for "put_item"; None for other methods."""
    return client(service).meta.method_to_api_mapping.get(method)


@cache
def client_methods(service: str) -> frozenset[str]:
    """Return the public attributes of a client."""
    return frozenset(name for name in dir(client(service)) if not name.startswith("_"))


@cache
def error_names(service: str) -> frozenset[str]:
    """Return the error codes and error shapes that a service's model knows. Some services list none."""
    shapes = service_model(service).error_shapes
    return frozenset(name for shape in shapes for name in (shape.name, shape.error_code) if name)


@cache
def error_members(service: str) -> frozenset[str]:
    """Return the members of a service's error shapes: botocore adds them to `error.response`."""
    return frozenset(member for shape in service_model(service).error_shapes for member in shape.members)
