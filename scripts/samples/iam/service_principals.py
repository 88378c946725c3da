"""The names of AWS services as principals, such as lambda.amazonaws.com."""

from samples.iam import arns
from samples.iam.tables import table
from samples.nearest import did_you_mean

_ENDINGS = (".amazonaws.com", ".amazonaws.com.cn")


def fault(name: str) -> str | None:
    """Return what is wrong with the name of a service principal, or None. `data/policy_principals.yaml` lists them."""
    known = table("principals")["services"]
    ending = next((end for end in _ENDINGS if name.endswith(end)), None)
    if ending is None:
        return f"`{name}` is no service principal; they look like lambda.amazonaws.com"
    service = name.removesuffix(ending)
    rest, dot, region = service.rpartition(".")
    if service in known or (dot and rest in known and region in arns.regions()):
        return None
    return f"unknown service principal `{name}`{did_you_mean(name, [one + _ENDINGS[0] for one in known])}"
