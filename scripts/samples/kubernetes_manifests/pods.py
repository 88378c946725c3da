"""Pods in Kubernetes objects, and what the API server asks of them beyond their schema."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from samples.images import image_problem
from samples.model import Problem
from samples.nearest import did_you_mean
from samples.parts import mapping, mappings, text
from samples.secret_names import names_a_secret
from samples.yaml_nodes import Document, Path

_TEMPLATES = {
    "CronJob": ("spec", "jobTemplate", "spec", "template"),
    "DaemonSet": ("spec", "template"),
    "Deployment": ("spec", "template"),
    "Job": ("spec", "template"),
    "Pod": (),
    "ReplicaSet": ("spec", "template"),
    "ReplicationController": ("spec", "template"),
    "StatefulSet": ("spec", "template"),
}
_CONTAINERS = ("containers", "initContainers", "ephemeralContainers")
_QUANTITY = re.compile(r"\+?(\d+\.?\d*|\.\d+)([eE][-+]?\d+|[KMGTPE]i|[numkMGTPE])?")
_FACTORS = {"n": 1e-9, "u": 1e-6, "m": 1e-3, "k": 1e3, "M": 1e6, "G": 1e9, "T": 1e12, "P": 1e15, "E": 1e18} | {
    f"{letter}i": 1024.0**power for power, letter in enumerate("KMGTPE", start=1)
}


@dataclass(frozen=True, slots=True)
class Pod:
    """The pod, or template of pods, in an object: where it stands, its labels, its specification."""

    document: Document
    path: Path
    labels: dict
    spec: dict


def pod_of(document: Document) -> Pod | None:
    """Return the pod that an object is or makes, or None."""
    value = mapping(document.value)
    path = _TEMPLATES.get(text(value.get("kind")))
    if path is None:
        return None
    for part in path:
        value = mapping(value.get(part))
    if not isinstance(value.get("spec"), dict):
        return None
    return Pod(document, path, mapping(mapping(value.get("metadata")).get("labels")), value["spec"])


def containers(pod: Pod) -> Iterator[tuple[Path, dict]]:
    """Yield the containers of a pod, each with its path in the document."""
    for key in _CONTAINERS:
        for i, container in enumerate(mappings(pod.spec.get(key))):
            yield (*pod.path, "spec", key, i), container


def pod_problems(pod: Pod) -> list[Problem]:
    """Return what is wrong with the containers of a pod: images, names, ports, volumes, quantities, secrets."""
    found: list[Problem] = []
    volumes = {text(volume.get("name")) for volume in mappings(pod.spec.get("volumes"))} | _claims(pod.document)
    names: set[str] = set()
    for path, container in containers(pod):
        look = _Container(pod.document, path, container)
        found += [*look.image(), *look.ports(), *look.mounts(volumes), *look.resources(), *look.environment()]
        name = text(container.get("name"))
        if name in names:
            found.append(look.problem(("name",), f"two containers have the name '{name}'"))
        names |= {name} if name is not None else set()
    return found


def _claims(document: Document) -> set[str | None]:
    templates = mappings(mapping(document.value.get("spec")).get("volumeClaimTemplates"))
    return {text(mapping(template.get("metadata")).get("name")) for template in templates}


class _Container:
    def __init__(self, document: Document, path: Path, value: dict):
        self._document, self._path, self._value = document, path, value

    def problem(self, where: Path, message: str) -> Problem:
        return Problem(self._document.line((*self._path, *where)), message)

    def image(self) -> Iterator[Problem]:
        image = self._value.get("image")
        if image is None:
            yield self.problem((), f"the container '{self._value.get('name')}' has no image")
        elif isinstance(image, str) and (wrong := image_problem(image)):
            yield self.problem(("image",), wrong)

    def ports(self) -> Iterator[Problem]:
        names = [name for port in mappings(self._value.get("ports")) if (name := text(port.get("name")))]
        for key in ("livenessProbe", "readinessProbe", "startupProbe"):
            for action in ("httpGet", "tcpSocket"):
                port = text(mapping(mapping(self._value.get(key)).get(action)).get("port"))
                if port is not None and port not in names:
                    message = f"the container has no port with the name '{port}'{did_you_mean(port, names)}"
                    yield self.problem((key, action, "port"), message)

    def mounts(self, volumes: set[str | None]) -> Iterator[Problem]:
        for i, mount in enumerate(mappings(self._value.get("volumeMounts"))):
            if (volume := text(mount.get("name"))) not in volumes:
                yield self.problem(("volumeMounts", i, "name"), f"the pod has no volume '{volume}'")

    def resources(self) -> Iterator[Problem]:
        resources = mapping(self._value.get("resources"))
        amounts: dict[tuple[str, str], float] = {}
        for key in ("requests", "limits"):
            for name, quantity in mapping(resources.get(key)).items():
                amount = quantity_of(quantity)
                if amount is None:
                    message = f"'{quantity}' is no quantity; write 500m, 1, 512Mi or 2Gi"
                    yield self.problem(("resources", key, name), message)
                else:
                    amounts[key, name] = amount
        for (key, name), amount in amounts.items():
            if key == "requests" and amount > amounts.get(("limits", name), amount):
                message = f"the container requests more {name} ({resources['requests'][name]}) than its limit allows"
                yield self.problem(("resources", "requests", name), message)

    def environment(self) -> Iterator[Problem]:
        for i, variable in enumerate(mappings(self._value.get("env"))):
            name = text(variable.get("name"))
            if "value" in variable and "valueFrom" in variable:
                yield self.problem(("env", i), "an environment variable has `value` or `valueFrom`, not both")
            if variable.get("value") and name is not None and names_a_secret(name):
                message = f"{name} is a secret in plain text; take it from a Secret with `valueFrom`"
                yield self.problem(("env", i, "name"), message)


def quantity_of(value: object) -> float | None:
    """Return the number that a quantity of Kubernetes stands for, such as 0.5 for "500m"; None if it is none."""
    match = _QUANTITY.fullmatch(str(value)) if not isinstance(value, bool) else None
    if not match:
        return None
    suffix = match[2] or ""
    if suffix[:1] in {"e", "E"} and suffix[1:].lstrip("+-").isdigit():
        return float(f"{match[1]}{suffix}")
    return float(match[1]) * _FACTORS.get(suffix, 1)
