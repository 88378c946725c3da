"""What Amazon ECS asks of a task definition beyond its shape.

Source of the rules: the documentation of RegisterTaskDefinition and ContainerDefinition in the service model of
botocore, and https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html
"""

from collections.abc import Iterator

from samples.json_documents.task_containers import container_problems
from samples.json_documents.task_sizes import cpu_units, fargate_sizes, mebibytes
from samples.model import Problem
from samples.parts import integer, mapping, mappings, sequence, text
from samples.yaml_nodes import Document, Path

_PRIVATE_REGISTRY = ".dkr.ecr."
_NOT_ON_FARGATE = ("inferenceAccelerators", "ipcMode", "placementConstraints")
_VOLUMES_NOT_ON_FARGATE = ("dockerVolumeConfiguration", "fsxWindowsFileServerVolumeConfiguration")


def task_definition_problems(document: Document) -> list[Problem]:
    """Return what is wrong with a task definition that is of the right shape otherwise.

    Looks at sizes, the network mode, memory and CPU of the containers against those of the task, names, volumes, what
    Fargate does not offer, and at each container by itself. Parts of a wrong type are passed over.
    """
    task = _Task(document)
    found = [*task.size(), *task.memory(), *task.volumes(), *task.names(), *task.dependencies()]
    if task.on_fargate:
        found += task.fargate()
    for path, container in task.containers:
        found += container_problems(document, container, path, on_fargate=task.on_fargate, network=task.network)
    return sorted(set(found))


class _Task:
    def __init__(self, document: Document):
        self._document, self._value = document, mapping(document.value)
        self.on_fargate = "FARGATE" in sequence(self._value.get("requiresCompatibilities"))
        self.network = text(self._value.get("networkMode"))
        self.containers: list[tuple[Path, dict]] = [
            (("containerDefinitions", i), container)
            for i, container in enumerate(mappings(self._value.get("containerDefinitions")))
            if container
        ]
        self._cpu = cpu_units(str(self._value.get("cpu", "")))
        self._memory = mebibytes(str(self._value.get("memory", "")))

    def _problem(self, path: Path, message: str) -> Problem:
        return Problem(self._document.line(path), message)

    def size(self) -> Iterator[Problem]:
        for key, amount, example in (("cpu", self._cpu, "512"), ("memory", self._memory, "1024")):
            if key in self._value and amount is None:
                yield self._problem((key,), f"`{key}` is {self._value[key]!r}, which is no amount; write {example}")
            if key not in self._value and self.on_fargate:
                yield self._problem((), f"a task on Fargate needs `{key}`")
        if not self.on_fargate or self._cpu is None or self._memory is None:
            return
        sizes = fargate_sizes()
        if self._cpu not in sizes:
            yield self._problem(("cpu",), f"Fargate has no tasks of {self._cpu} CPU units; it has {_listed(sizes)}")
        elif self._memory not in sizes[self._cpu]:
            message = f"Fargate has no tasks of {self._cpu} CPU units with {self._memory} MiB; it has"
            yield self._problem(("memory",), f"{message} {_listed(sizes[self._cpu])} MiB")

    def memory(self) -> Iterator[Problem]:
        for path, container in self.containers:
            name, at = f"'{container.get('name')}'", (*path, "memory")
            hard, soft = integer(container.get("memory")), integer(container.get("memoryReservation"))
            if hard is None and soft is None and self._memory is None and not self.on_fargate:
                message = "needs `memory` or `memoryReservation`, since the task has no `memory`"
                yield self._problem(path, f"the container {name} {message}")
            if hard is not None and soft is not None and hard <= soft:
                message = f"`memory` ({hard}) must be more than `memoryReservation` ({soft})"
                yield self._problem(at, f"in the container {name}, {message}")
            if hard is not None and self._memory is not None and hard > self._memory:
                yield self._problem(at, f"the container {name} may use {hard} MiB, and the task has {self._memory}")
        yield from self._sum("memory", self._memory, "MiB", ("memoryReservation", "memory"))
        yield from self._sum("cpu", self._cpu, "CPU units", ("cpu",))

    def _sum(self, key: str, limit: int | None, unit: str, keys: tuple[str, ...]) -> Iterator[Problem]:
        amounts = [[n for k in keys if (n := integer(container.get(k)))] for _, container in self.containers]
        reserved = [of_container[0] for of_container in amounts if of_container]
        if limit is not None and sum(reserved) > limit:
            message = f"the containers reserve {' + '.join(map(str, reserved))} = {sum(reserved)} {unit}"
            yield self._problem((key,), f"{message}, and the task has {limit}")

    def names(self) -> Iterator[Problem]:
        seen: set[str | None] = {None}
        for path, container in self.containers:
            name = text(container.get("name"))
            if name in seen and name is not None:
                yield self._problem((*path, "name"), f"two containers have the name '{name}'")
            seen.add(name)
        if self.containers and all(c.get("essential") is False for _, c in self.containers):
            yield self._problem(("containerDefinitions",), "no container is essential; a task needs at least one")

    def volumes(self) -> Iterator[Problem]:
        known = {text(volume.get("name")) for volume in mappings(self._value.get("volumes"))}
        for path, container in self.containers:
            for i, mount in enumerate(mappings(container.get("mountPoints"))):
                if (volume := text(mount.get("sourceVolume"))) not in known:
                    where = (*path, "mountPoints", i, "sourceVolume")
                    yield self._problem(where, f"the volume '{volume}' is not in `volumes`")

    def dependencies(self) -> Iterator[Problem]:
        by_name = {text(container.get("name")): container for _, container in self.containers}
        for path, container in self.containers:
            for i, dependency in enumerate(mappings(container.get("dependsOn"))):
                other = text(dependency.get("containerName"))
                if wrong := self._wrong_dependency(container, other, dependency.get("condition"), by_name):
                    yield self._problem((*path, "dependsOn", i, "containerName"), wrong)

    @staticmethod
    def _wrong_dependency(container: dict, name: str | None, condition: object, by_name: dict) -> str | None:
        if name not in by_name:
            return f"the task has no container '{name}' to depend on"
        if name == container.get("name"):
            return f"the container '{name}' depends on itself"
        if condition == "HEALTHY" and "healthCheck" not in by_name[name]:
            return f"the container '{name}' has no healthCheck, so it is never HEALTHY"
        if condition in ("COMPLETE", "SUCCESS") and by_name[name].get("essential", True):
            return f"the container '{name}' is essential, so the task ends when it does; set essential: false"
        return None

    def fargate(self) -> Iterator[Problem]:
        if self.network != "awsvpc":
            path = ("networkMode",) if self.network else ("requiresCompatibilities",)
            yield self._problem(path, 'a task on Fargate needs `"networkMode": "awsvpc"`')
        for key in _NOT_ON_FARGATE:
            if self._value.get(key):
                yield self._problem((key,), f"Fargate does not support `{key}`")
        for i, volume in enumerate(mappings(self._value.get("volumes"))):
            for key in _VOLUMES_NOT_ON_FARGATE:
                if key in volume:
                    yield self._problem(("volumes", i, key), f"Fargate does not support `{key}`")
            if mapping(volume.get("host")).get("sourcePath"):
                yield self._problem(("volumes", i, "host"), "Fargate has no host whose path could be mounted")
        if "executionRoleArn" not in self._value and (why := self._why_execution_role()):
            yield self._problem((), f"a task on Fargate needs `executionRoleArn` {why}")

    def _why_execution_role(self) -> str | None:
        for _, container in self.containers:
            if container.get("secrets"):
                return "to read its secrets"
            if _PRIVATE_REGISTRY in str(container.get("image")):
                return "to pull images from Amazon ECR"
            if mapping(container.get("logConfiguration")).get("logDriver") == "awslogs":
                return "to write logs with awslogs"
        return None


def _listed(values) -> str:
    return ", ".join(str(value) for value in values)
