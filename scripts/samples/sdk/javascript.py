"""The AWS SDK for JavaScript, version 3: what its packages export, derived from the models as its generator does."""

import re
from functools import cache

from botocore.utils import EVENT_ALIASES

from samples.sdk import models

# What `@aws-sdk/lib-dynamodb` has a command for, with the operation behind it.
DOCUMENT_COMMANDS = {
    "BatchExecuteStatementCommand": "BatchExecuteStatement",
    "BatchGetCommand": "BatchGetItem",
    "BatchWriteCommand": "BatchWriteItem",
    "DeleteCommand": "DeleteItem",
    "ExecuteStatementCommand": "ExecuteStatement",
    "ExecuteTransactionCommand": "ExecuteTransaction",
    "GetCommand": "GetItem",
    "PutCommand": "PutItem",
    "QueryCommand": "Query",
    "ScanCommand": "Scan",
    "TransactGetCommand": "TransactGetItems",
    "TransactWriteCommand": "TransactWriteItems",
    "UpdateCommand": "UpdateItem",
}
DOCUMENT_PAGINATORS = {"paginateQuery": "Query", "paginateScan": "Scan"}
_DOCUMENT_OTHERS = {
    "DynamoDBDocument",
    "DynamoDBDocumentClient",
    "DynamoDBDocumentClientResolvedConfig",
    "NumericValue",
}


@cache
def service_of(package: str) -> str | None:
    """Return botocore's name of the service of a package: "logs" for "@aws-sdk/client-cloudwatch-logs", or None."""
    prefix = "@aws-sdk/client-"
    if not package.startswith(prefix):
        return None
    suffix = package.removeprefix(prefix)
    plain = suffix.replace("-", "")
    for service in sorted(models.services()):
        alias = EVENT_ALIASES.get(service, service)
        maybe = suffix in (alias, service) or service.replace("-", "") == plain or alias.replace("-", "") == plain
        if maybe and models.service_model(service).service_id.lower().replace(" ", "-") == suffix:
            return service
    return None


def package_of(service: str) -> str:
    """Return the package of a service: "@aws-sdk/client-cloudwatch-logs" for "logs"."""
    return "@aws-sdk/client-" + models.service_model(service).service_id.lower().replace(" ", "-")


@cache
def exports(package: str) -> frozenset[str] | None:
    """Return the names that a package exports, types included, or None if it is not known."""
    if package == "@aws-sdk/lib-dynamodb":
        commands = {name + suffix for name in DOCUMENT_COMMANDS for suffix in ("", "Input", "Output")}
        return frozenset(commands | set(DOCUMENT_PAGINATORS) | _DOCUMENT_OTHERS)
    service = service_of(package)
    if service is None:
        return None
    model = models.service_model(service)
    words = re.split(r"[^A-Za-z0-9]+", model.service_id)
    base = "".join(word[:1].upper() + word[1:] for word in words)
    names = {base, f"{base}Client", f"{base}ClientConfig", f"{base}ClientResolvedConfig", f"{base}ServiceException"}
    names |= {f"{base}PaginationConfiguration"}
    names |= {f"{name}{suffix}" for name in model.operation_names for suffix in _OF_COMMANDS}
    names |= {f"paginate{name}" for name in paginated(service)}
    names |= {f"{prefix}{name}" for name in waiters(service) for prefix in ("waitFor", "waitUntil")}
    return frozenset(names | set(model.shape_names))


_OF_COMMANDS = ("Command", "CommandInput", "CommandOutput")


@cache
def paginated(service: str) -> frozenset[str]:
    """Return the operations of a service that have a paginator."""
    methods = models.client(service).meta.method_to_api_mapping
    return frozenset(name for method, name in methods.items() if models.client(service).can_paginate(method))


@cache
def waiters(service: str) -> dict[str, str]:
    """Return the waiters of a service, such as "TableExists", with their operations."""
    from botocore.waiter import WaiterModel

    configuration = models.client(service)._get_waiter_config()
    if not configuration:
        return {}
    model = WaiterModel(configuration)
    return {name: model.get_waiter(name).operation for name in model.waiter_names}
