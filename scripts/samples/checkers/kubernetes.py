"""Kubernetes manifests: strict schemas of kubernetes-validate, and rules of the API server that no schema holds.

Custom resources, whose schemas are not on board, must be in `data/custom_resources.yaml`; of these only the outline is
checked. Not checked: what admission controllers add, references to objects in other files, annotations.
"""

from collections.abc import Iterator, Sequence

from samples.json_documents.schemas import schema_problems
from samples.kubernetes_manifests.pods import pod_of, pod_problems
from samples.kubernetes_manifests.rules import object_problems, relation_problems
from samples.kubernetes_manifests.schemas import api_versions, custom_resources, kinds, object_validator, version
from samples.model import Problem, Sample, Verdict
from samples.nearest import did_you_mean
from samples.parts import mapping, text
from samples.yaml_nodes import Document, read_yaml


def check(samples: Sequence[Sample]) -> list[Verdict]:
    return [_verdict(sample) for sample in samples]


def _verdict(sample: Sample) -> Verdict:
    documents, problems = read_yaml(sample.content, yes_is_true=True)
    documents = [document for document in documents if document.value is not None]
    if not documents and not problems:
        problems = [Problem(1, "the manifest holds no object")]
    for document in documents:
        problems += _problems(document)
    objects = [document for document in documents if isinstance(document.value, dict)]
    problems += relation_problems(objects)
    return Verdict(tuple(sorted(set(problems))), _means(objects))


def _means(objects: Sequence[Document]) -> str:
    light = sorted({str(o.value.get("kind")) for o in objects if str(o.value.get("apiVersion")) in custom_resources()})
    strict = f"kubernetes-validate {version()}, own rules"
    if not light:
        return strict
    only = f"only the outline of {', '.join(light)}"
    return only if len(light) == len({str(o.value.get("kind")) for o in objects}) else f"{strict}; {only}"


def _problems(document: Document) -> Iterator[Problem]:
    if not isinstance(document.value, dict):
        yield Problem(document.line(), "an object of Kubernetes is a mapping with apiVersion and kind")
        return
    api_version, kind = document.value.get("apiVersion"), document.value.get("kind")
    for key, value in (("apiVersion", api_version), ("kind", kind)):
        if not isinstance(value, str):
            yield Problem(document.line((key,)), f"the object has no `{key}`")
            return
    validator = object_validator(api_version, kind)
    if validator is not None:
        yield from schema_problems(validator, document)
        yield from object_problems(document)
        if pod := pod_of(document):
            yield from pod_problems(pod)
    elif kind in custom_resources().get(api_version, {}).get("kinds", []):
        yield from _outline(document, custom_resources()[api_version].get("without", []))
    else:
        yield _unknown(document, api_version, kind)


def _unknown(document: Document, api_version: str, kind: str) -> Problem:
    if versions := api_versions(kind):
        message = f"the kind {kind} is not in {api_version}, but in {' and '.join(versions)}"
        return Problem(document.line(("apiVersion",)), f"{message} (Kubernetes {version()})")
    message = f"unknown kind {kind} of {api_version}{did_you_mean(kind, kinds())}"
    return Problem(document.line(("kind",)), f"{message}; a custom resource goes into data/custom_resources.yaml")


def _outline(document: Document, without: Sequence[str]) -> Iterator[Problem]:
    if "metadata" not in without and not text(mapping(document.value.get("metadata")).get("name")):
        yield Problem(document.line(("metadata",)), f"the {document.value['kind']} has no metadata.name")
    if "spec" in without:
        return
    if not isinstance(document.value.get("spec"), dict):
        yield Problem(document.line(("spec",)), f"the {document.value['kind']} has no spec")
    for key in document.value:
        if key not in (known := ("apiVersion", "kind", "metadata", "spec")):
            yield Problem(document.line((key,)), f"unknown key '{key}' in the object{did_you_mean(str(key), known)}")
