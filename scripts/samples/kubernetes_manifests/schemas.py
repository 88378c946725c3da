"""Schemas of Kubernetes objects, from kubernetes-validate: strict, and for the newest version that it holds."""

import json
from functools import cache
from pathlib import Path

from data_files import load_data

_CUSTOM = Path(__file__).parents[1] / "data" / "custom_resources.yaml"


@cache
def version() -> str:
    """Return the version of Kubernetes whose schemas are used, such as "1.37"."""
    from kubernetes_validate import latest_version

    return ".".join(latest_version().split(".")[:2])


@cache
def custom_resources() -> dict[str, dict[str, list[str]]]:
    """Return what is known of custom resources: by API version, their kinds and the parts that they lack."""
    return load_data(_CUSTOM)


@cache
def api_versions(kind: str) -> tuple[str, ...]:
    """Return the API versions that have this kind of object, built-in or custom."""
    found = _built_in_versions(kind)
    found += [api_version for api_version, entry in custom_resources().items() if kind in entry["kinds"]]
    return tuple(sorted(found))


@cache
def kinds() -> frozenset[str]:
    """Return all kinds of objects that are known."""
    custom = {kind for entry in custom_resources().values() for kind in entry["kinds"]}
    return frozenset(custom | {kind for name in _names() for kind, _ in _objects(name)})


@cache
def object_validator(api_version: str, kind: str):
    """Return the validator for a built-in kind of object, or None if this version of Kubernetes has none."""
    for name in _names():
        if name.startswith(f"{kind.lower()}-") and (kind, api_version) in _objects(name):
            return _validator(name)
    return None


def _built_in_versions(kind: str) -> list[str]:
    names = [name for name in _names() if name.startswith(f"{kind.lower()}-")]
    return [api_version for name in names for known, api_version in _objects(name) if known == kind]


@cache
def _folder() -> Path:
    import kubernetes_validate

    root = Path(kubernetes_validate.__file__).parent / "kubernetes-json-schema"
    return root / f"v{kubernetes_validate.latest_version()}-local-strict"


@cache
def _names() -> tuple[str, ...]:
    return tuple(sorted(file.stem for file in _folder().glob("*-*.json")))


@cache
def _schema(name: str) -> dict:
    return json.loads((_folder() / f"{name}.json").read_text("utf-8"))


@cache
def _objects(name: str) -> tuple[tuple[str, str], ...]:
    """Return kind and API version of the objects that a schema is for; none for parts of objects and for lists."""
    schema = _schema(name)
    if "metadata" not in schema.get("properties", {}):
        return ()
    return tuple(
        (entry["kind"], f"{entry['group']}/{entry['version']}".lstrip("/"))
        for entry in schema.get("x-kubernetes-group-version-kind", [])
    )


@cache
def _validator(name: str):
    from jsonschema import Draft202012Validator
    from referencing import Registry, Resource

    registry = Registry().with_resources(
        (schema["$id"], Resource.from_contents(schema)) for schema in (_schema(name), _schema("_definitions"))
    )
    return Draft202012Validator(_schema(name), registry=registry)
