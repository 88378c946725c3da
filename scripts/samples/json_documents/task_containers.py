"""What Amazon ECS asks of a container definition beyond its shape.

Source of the rules: the documentation of ContainerDefinition and its parts in the service model of botocore.
"""

import re
from collections.abc import Iterator

from samples.images import image_problem
from samples.model import Problem
from samples.parts import integer, mapping, mappings, sequence, text
from samples.secret_names import names_a_secret
from samples.yaml_nodes import Document, Path

# Seconds, from and to, and repetitions: documentation of HealthCheck.
_HEALTH_LIMITS = {"interval": (5, 300), "retries": (1, 10), "startPeriod": (0, 300), "timeout": (2, 60)}
_LAST_PORT = 65535
_FARGATE_STOP_TIMEOUT = 120  # documentation of ContainerDefinition.stopTimeout
_FARGATE_LOG_DRIVERS = ("awslogs", "splunk", "awsfirelens")  # documentation of LogConfiguration.logDriver
_LOG_OPTIONS = ("awslogs-group", "awslogs-region")
_SECRET = re.compile(
    r"arn:aws[\w-]*:(?:secretsmanager:[a-z0-9-]+:\d{12}:secret:[^:\s]+(?::[^:\s]*:[^:\s]*:[^:\s]*)?"
    r"|ssm:[a-z0-9-]+:\d{12}:parameter/[\w./-]+)"
)
_PARAMETER = re.compile(r"/?[\w.-]+(?:/[\w.-]+)*")


def container_problems(
    document: Document, container: dict, path: Path, *, on_fargate: bool, network: str | None
) -> list[Problem]:
    """Return what is wrong with the container definition at a path; parts of a wrong type are passed over."""
    look = _Container(document, container, path, on_fargate, network)
    return [
        *look.image(),
        *look.ports(),
        *look.secrets(),
        *look.environment(),
        *look.logs(),
        *look.health(),
        *look.fargate(),
    ]


class _Container:
    def __init__(self, document: Document, value: dict, path: Path, on_fargate: bool, network: str | None):
        self._document, self._value, self._path = document, value, path
        self._on_fargate, self._network = on_fargate, network

    def _problem(self, where: Path, message: str) -> Problem:
        return Problem(self._document.line((*self._path, *where)), message)

    def _items(self, key: str) -> Iterator[tuple[Path, dict]]:
        for i, item in enumerate(mappings(self._value.get(key))):
            if item:
                yield (key, i), item

    def image(self) -> Iterator[Problem]:
        image = self._value.get("image")
        if image is None:
            yield self._problem((), f"the container '{self._value.get('name')}' has no `image`")
        elif isinstance(image, str) and (wrong := image_problem(image)):
            yield self._problem(("image",), wrong)

    def ports(self) -> Iterator[Problem]:
        ports: set[tuple[int, str | None]] = set()
        names: set[str] = set()
        for path, port_mapping in self._items("portMappings"):
            port, host = integer(port_mapping.get("containerPort")), integer(port_mapping.get("hostPort"))
            name, protocol = text(port_mapping.get("name")), text(port_mapping.get("protocol", "tcp"))
            if "containerPort" not in port_mapping and "containerPortRange" not in port_mapping:
                yield self._problem(path, "a port mapping needs `containerPort` or `containerPortRange`")
            for key, number in (("containerPort", port), ("hostPort", host)):
                if number is not None and not 0 <= number <= _LAST_PORT:
                    yield self._problem((*path, key), f"`{key}` is {number}, and ports go up to {_LAST_PORT}")
            if self._network in {"awsvpc", "host"} and host is not None and host != port:
                message = f"with {self._network}, `hostPort` ({host}) must equal `containerPort` ({port}); leave it out"
                yield self._problem((*path, "hostPort"), message)
            if port is not None and (port, protocol) in ports:
                yield self._problem((*path, "containerPort"), f"the port {port} is mapped twice")
            if name is not None and name in names:
                yield self._problem((*path, "name"), f"two port mappings have the name '{name}'")
            if "appProtocol" in port_mapping and not name:
                yield self._problem((*path, "appProtocol"), "a port mapping with `appProtocol` needs a `name`")
            ports |= {(port, protocol)} if port is not None else set()
            names |= {name} if name is not None else set()

    def secrets(self) -> Iterator[Problem]:
        log = mapping(self._value.get("logConfiguration"))
        for where, secrets in (
            (("secrets",), self._value.get("secrets")),
            (("logConfiguration", "secretOptions"), log.get("secretOptions")),
        ):
            for i, secret in enumerate(mappings(secrets)):
                source = text(secret.get("valueFrom"))
                if source is not None and not _SECRET.fullmatch(source) and not _PARAMETER.fullmatch(source):
                    message = "is neither the ARN of a secret (...:secret:name[:key:stage:version]) nor of a parameter"
                    yield self._problem((*where, i, "valueFrom"), f"'{source}' {message}")
        parameter = text(mapping(self._value.get("repositoryCredentials")).get("credentialsParameter"))
        if parameter is not None and not _SECRET.fullmatch(parameter):
            message = f"'{parameter}' is not the ARN of a secret in AWS Secrets Manager"
            yield self._problem(("repositoryCredentials", "credentialsParameter"), message)

    def environment(self) -> Iterator[Problem]:
        names: set[str] = set()
        for path, variable in self._items("environment"):
            name = text(variable.get("name"))
            if name is None:
                continue
            if name in names:
                yield self._problem((*path, "name"), f"the environment variable {name} stands twice")
            elif names_a_secret(name):
                message = f"{name} is a secret, and `environment` is readable for everyone who may describe the task"
                yield self._problem((*path, "name"), f"{message}; use `secrets`")
            names.add(name)

    def logs(self) -> Iterator[Problem]:
        log = mapping(self._value.get("logConfiguration"))
        driver = text(log.get("logDriver"))
        if self._on_fargate and driver is not None and driver not in _FARGATE_LOG_DRIVERS:
            message = f"Fargate has no log driver {driver}; it has {', '.join(_FARGATE_LOG_DRIVERS)}"
            yield self._problem(("logConfiguration", "logDriver"), message)
        if driver != "awslogs":
            return
        for option in (*_LOG_OPTIONS, "awslogs-stream-prefix") if self._on_fargate else _LOG_OPTIONS:
            if option not in mapping(log.get("options")):
                message = f"the log driver awslogs lacks the option '{option}'"
                yield self._problem(("logConfiguration", "options"), message)

    def health(self) -> Iterator[Problem]:
        check = mapping(self._value.get("healthCheck"))
        command = sequence(check.get("command"))
        if command and command[0] not in ("CMD", "CMD-SHELL", "NONE"):
            message = f"the command of a health check begins with CMD or CMD-SHELL, not with {command[0]!r}"
            yield self._problem(("healthCheck", "command"), message)
        for key, (low, high) in _HEALTH_LIMITS.items():
            amount = integer(check.get(key))
            if amount is not None and not low <= amount <= high:
                message = f"`{key}` of a health check is {amount}, and must be from {low} to {high}"
                yield self._problem(("healthCheck", key), message)

    def fargate(self) -> Iterator[Problem]:
        if not self._on_fargate:
            return
        for key in (
            "disableNetworking",
            "dnsSearchDomains",
            "dnsServers",
            "dockerSecurityOptions",
            "extraHosts",
            "links",
        ):
            if self._value.get(key):
                yield self._problem((key,), f"Fargate does not support `{key}`")
        if self._value.get("privileged"):
            yield self._problem(("privileged",), "Fargate runs no privileged containers")
        timeout = integer(self._value.get("stopTimeout"))
        if timeout is not None and timeout > _FARGATE_STOP_TIMEOUT:
            message = f"`stopTimeout` is {timeout}, and Fargate allows {_FARGATE_STOP_TIMEOUT} seconds at most"
            yield self._problem(("stopTimeout",), message)
