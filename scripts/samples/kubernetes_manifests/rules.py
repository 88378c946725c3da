"""What the Kubernetes API server asks of objects beyond their schema: names, values, selectors."""

import base64
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path as File

from data_files import load_data
from samples.kubernetes_manifests.pods import Pod, containers, pod_of
from samples.model import Problem
from samples.nearest import did_you_mean
from samples.parts import integer, mapping, mappings, sequence, text
from samples.wording import path_text
from samples.yaml_nodes import Document, Path

_VALUES = File(__file__).parents[1] / "data" / "kubernetes_values.yaml"
# https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
_SUBDOMAIN = re.compile(r"[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*")
_SERVICE = re.compile(r"[a-z]([-a-z0-9]*[a-z0-9])?")
_FREE_NAMES = {"ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding"}
_PORTS = {"containerPort", "hostPort", "nodePort", "port", "targetPort"}
_SELECTING = {"DaemonSet", "Deployment", "ReplicaSet", "StatefulSet"}


def object_problems(document: Document) -> list[Problem]:
    """Return what is wrong with one object by itself: its name, values of enumerations, ports, its own selector."""
    found = [*_name(document), *_values(document, document.value, ()), *_secret_data(document)]
    if document.value["kind"] in _SELECTING and (pod := pod_of(document)):
        selector = mapping(document.value.get("spec")).get("selector")
        if isinstance(selector, dict) and not _selects(selector, pod.labels):
            message = "the selector does not match the labels of the pod template; make them the same"
            found.append(Problem(document.line(("spec", "selector")), message))
    return found


def relation_problems(documents: Sequence[Document]) -> list[Problem]:
    """Return Services that select none of the pods in the same sample, or a port that these do not name.

    A sample without pods says nothing about what a Service selects.
    """
    pods = [pod for document in documents if (pod := pod_of(document))]
    found: list[Problem] = []
    for document in documents:
        spec = mapping(document.value.get("spec"))
        selector = mapping(spec.get("selector"))
        if document.value.get("kind") != "Service" or not selector or not pods:
            continue
        chosen = [pod for pod in pods if _has_labels(pod.labels, selector)]
        if not chosen:
            message = "the Service selects none of the pods of this sample; its selector must be among their labels"
            found.append(Problem(document.line(("spec", "selector")), message))
        else:
            found += _target_ports(document, mappings(spec.get("ports")), chosen)
    return found


def _target_ports(document: Document, ports: list[dict], pods: list[Pod]) -> Iterator[Problem]:
    open_ports = [port for pod in pods for _, container in containers(pod) for port in mappings(container.get("ports"))]
    names = [name for port in open_ports if (name := text(port.get("name")))]
    for i, port in enumerate(ports):
        target = text(port.get("targetPort"))
        if target is not None and target not in names:
            line = document.line(("spec", "ports", i, "targetPort"))
            hint = did_you_mean(target, names)
            yield Problem(line, f"the selected pods have no port with the name '{target}'{hint}")


def _name(document: Document) -> Iterator[Problem]:
    metadata, kind = mapping(document.value.get("metadata")), document.value["kind"]
    name = metadata.get("name")
    if name is None and "generateName" not in metadata:
        yield Problem(document.line(("metadata",)), f"the {kind} has no name; add metadata.name")
    if isinstance(name, str) and kind not in _FREE_NAMES:
        pattern, length = (_SERVICE, 63) if kind == "Service" else (_SUBDOMAIN, 253)
        if not pattern.fullmatch(name) or len(name) > length:
            message = f"'{name}' is no name for a {kind}: lowercase letters, digits and -, at most {length}"
            yield Problem(document.line(("metadata", "name")), message)


def _secret_data(document: Document) -> Iterator[Problem]:
    data = mapping(document.value.get("data")) if document.value["kind"] == "Secret" else {}
    for key, encoded in data.items():
        try:
            base64.b64decode("".join(str(encoded).split()), validate=True)
        except ValueError:
            yield Problem(document.line(("data", key)), f"'{key}' is not in base64; plain text goes into `stringData`")


@cache
def _allowed() -> dict[str, list[str]]:
    return load_data(_VALUES)


def _values(document: Document, value: object, path: Path) -> Iterator[Problem]:
    """Yield values outside of enumerations, and ports that cannot be; not in metadata, where keys are free."""
    if isinstance(value, dict):
        for key, item in value.items():
            if key not in {"metadata", "data", "stringData", "annotations", "labels", "matchLabels"}:
                yield from _values(document, item, (*path, key))
    elif isinstance(value, list):
        for i, item in enumerate(value):
            yield from _values(document, item, (*path, i))
    elif isinstance(value, str):
        for allowed in _fitting(document, path):
            if value not in allowed:
                hint = did_you_mean(value, allowed)
                yield Problem(document.line(path), f"{path_text(path)} is '{value}', which is not allowed{hint}")
    elif path and path[-1] in _PORTS:
        port = integer(value)
        if port is not None and not 1 <= port <= 65535:
            yield Problem(document.line(path), f"{path_text(path)} is {value}, and ports go from 1 to 65535")


def _fitting(document: Document, path: Path) -> Iterator[list[str]]:
    keys = [part for part in path if isinstance(part, str)]
    for suffix, allowed in _allowed().items():
        wanted = suffix.split(".")
        if keys[-len(wanted) :] != wanted:
            continue
        if suffix.startswith("spec.") and (keys != wanted or _other_kind(suffix, document.value.get("kind"))):
            continue
        yield allowed


def _other_kind(suffix: str, kind: object) -> bool:
    return kind != ("Deployment" if "strategy" in suffix else "Service")


def _has_labels(labels: dict, wanted: dict) -> bool:
    return all(key in labels and labels[key] == value for key, value in wanted.items())


def _selects(selector: dict, labels: dict) -> bool:
    """Tell whether a label selector matches labels."""
    if not _has_labels(labels, mapping(selector.get("matchLabels"))):
        return False
    for expression in mappings(selector.get("matchExpressions")):
        label, values = labels.get(text(expression.get("key"))), sequence(expression.get("values"))
        matches = {
            "DoesNotExist": label is None,
            "Exists": label is not None,
            "In": label in values,
            "NotIn": label not in values,
        }
        if not matches.get(text(expression.get("operator")), True):
            return False
    return True
