"""The block `terraform`: versions, required providers, backend."""

from samples.nearest import did_you_mean
from samples.terraform_code import tree as t
from samples.terraform_code.configuration import Configuration
from samples.terraform_code.language import levels_of
from samples.terraform_code.schema import provider, provider_names
from samples.terraform_code.versions import NotAConstraint, allows

_KEYS = ("configuration_aliases", "source", "version")


def read_aliases(body: t.Body, configuration: Configuration) -> None:
    """Add the provider aliases that `configuration_aliases` declare to the configuration."""
    for _, _, entry in _required_providers(body):
        for item in entry.items:
            if _key(item) == "configuration_aliases" and isinstance(item.value, t.ListOf):
                paths = [one.path() for one in item.value.items if isinstance(one, t.Traversal)]
                configuration.aliases.update(".".join(path) for path in paths)


def check_required_providers(body: t.Body, report) -> None:
    """Report unknown providers, unknown keys, and version constraints that leave out the version checked against."""
    for name, line, entry in _required_providers(body):
        values = {_key(item): item for item in entry.items}
        for key, item in values.items():
            if key not in _KEYS:
                report(item.line, f"unknown key `{key}` of the provider `{name}`{did_you_mean(key, _KEYS)}")
        source = _text(values, "source") or f"hashicorp/{name}"
        schema = provider(source.split("/")[-1]) if source in _sources() else None
        if schema is None:
            report(line, f"the provider `{source}` is not among those that samples can use: {', '.join(_sources())}")
        elif (version := _text(values, "version")) is not None:
            _check_version(version, values["version"].line, schema.version, f"the provider `{source}`", report)


def check_required_version(block: t.Block, report) -> None:
    """Report a constraint on Terraform's version that cannot be read."""
    argument = block.body.arguments.get("required_version")
    if argument is not None and isinstance(argument.value, t.Literal):
        _check_version(str(argument.value.value), argument.line, None, "Terraform", report)


def check_backend(block: t.Block, bodies, scope) -> None:
    """Check a backend by its label."""
    name = block.labels[0] if block.labels else ""
    level = levels_of("backends").get(name)
    if level is None:
        bodies.report(
            block.line,
            f"the backend `{name}` is not among those that samples use{did_you_mean(name, levels_of('backends'))}",
        )
    else:
        bodies.check(block, level, scope, f"the backend `{name}`", f"backend {name}")


def _check_version(constraint: str, line: int, version: str | None, name: str, report) -> None:
    try:
        allowed = allows(constraint, version)
    except NotAConstraint as error:
        report(line, f"`{constraint}` is no version constraint for {name}: {error}")
        return
    if not allowed:
        report(line, f"`{constraint}` leaves out version {version} of {name}, which samples are checked against")


def _required_providers(body: t.Body):
    for block in body.blocks_of("terraform"):
        for inner in block.body.blocks_of("required_providers"):
            for argument in inner.body.arguments.values():
                if isinstance(argument.value, t.ObjectOf):
                    yield argument.name, argument.line, argument.value


def _sources() -> list[str]:
    return [f"hashicorp/{name}" for name in provider_names()]


def _key(item: t.ObjectItem) -> str:
    return str(item.key.value) if isinstance(item.key, t.Literal) else ""


def _text(values: dict[str, t.ObjectItem], key: str) -> str | None:
    value = values[key].value if key in values else None
    return value.value if isinstance(value, t.Literal) and isinstance(value.value, str) else None
