"""The kinds of policy, as `data/policy_kinds.yaml` describes them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from samples.iam.tables import table


@dataclass(frozen=True, slots=True)
class Kind:
    """What a kind of policy may hold. The data file says what each field means."""

    name: str
    principal: str
    resource: str
    principal_types: tuple[str, ...]
    not_principal: bool
    not_action: bool
    effects: tuple[str, ...]
    any_action: bool
    any_resource: str
    wildcards: bool
    free_sid: bool
    size: int | None
    count: str
    source: str
    dangers: tuple[str, ...]
    services: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    resource_prefixes: tuple[str, ...] = ()
    lists: Mapping[str, int] = field(default_factory=dict)

    def __str__(self) -> str:
        """Return the name with its article."""
        if self.name in ("rcp", "scp"):
            return f"an {self.name.upper()}"
        return f"an {self.name}" if self.name[0] in "aei" else f"a {self.name}"


def kind_names() -> list[str]:
    """Return the names of all kinds."""
    return sorted(table("kinds")["kinds"])


def kind_of(title: str) -> tuple[str, Kind | None]:
    """Return the part of a title that names its kind, and the kind, None if there is no such kind."""
    name = PurePosixPath(title).name.removesuffix(".json").rpartition(".")[2]
    found = table("kinds")["kinds"].get(name)
    if found is None:
        return name, None
    values = {**table("kinds")["defaults"], **found}
    return name, Kind(name, **{key: tuple(v) if isinstance(v, list) else v for key, v in values.items()})
