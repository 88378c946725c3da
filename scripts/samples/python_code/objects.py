"""Modules, functions and classes of the standard library and of boto3: what they have, and what they take."""

import builtins
import importlib
import importlib.util
import sys
from dataclasses import dataclass
from types import ModuleType

from samples.literals import ScalarValue
from samples.nearest import did_you_mean
from samples.python_code.clients import make_client
from samples.python_code.kinds import ANYTHING, Arguments, Kind, Site, text_of, typed
from samples.python_code.resources import make_resource

# Importing these does something: a browser opens, a poem is printed, a window is drawn.
DO_NOT_IMPORT = frozenset({"__main__", "antigravity", "idlelib", "this", "tkinter", "turtle", "turtledemo"})
FOLLOWED = frozenset({"boto3", "botocore"})
# What these return, where a call of an API may get it as a parameter.
_RETURNS = {
    "base64.b64decode": "bytes",
    "builtins.bool": "bool",
    "builtins.bytes": "bytes",
    "builtins.dict": "dict",
    "builtins.float": "float",
    "builtins.int": "int",
    "builtins.len": "int",
    "builtins.list": "list",
    "builtins.sorted": "list",
    "builtins.str": "str",
    "json.dumps": "str",
    "os.getenv": "str",
    "time.time": "float",
    "time.time_ns": "int",
}


def import_module(name: str) -> Kind:
    """Return a module as a thing to follow, or ANYTHING for one that is not the standard library's or boto3's."""
    top = name.partition(".")[0]
    if top in DO_NOT_IMPORT or (top not in FOLLOWED and top not in sys.stdlib_module_names):
        return ANYTHING
    try:
        return PythonObject(importlib.import_module(name), name)
    except ImportError:
        return ANYTHING  # the imports are judged elsewhere


def builtin(name: str) -> Kind:
    """Return a built-in function or class as a thing to follow."""
    return PythonObject(getattr(builtins, name), f"builtins.{name}") if hasattr(builtins, name) else ANYTHING


@dataclass(frozen=True)
class PythonObject(Kind):
    """A real object, and the name by which messages call it."""

    object: object
    name: str

    def __hash__(self) -> int:
        return id(self.object)

    def __eq__(self, other) -> bool:
        return isinstance(other, PythonObject) and self.object is other.object

    def attribute(self, name: str, site: Site) -> Kind:
        full = f"{self.name}.{name}"
        if not hasattr(self.object, name):
            if isinstance(self.object, ModuleType) and self._has_submodule(name):
                return import_module(full)
            if not hasattr(self.object, "__getattr__"):
                hint = did_you_mean(name, [one for one in dir(self.object) if not one.startswith("_")])
                site.report(f"`{self.name}` has no attribute `{name}`{hint}")
            return ANYTHING
        found = getattr(self.object, name)
        if full == "os.environ.get":
            return EnvironmentGetter()
        return PythonObject(found, full)

    def _has_submodule(self, name: str) -> bool:
        return (
            hasattr(self.object, "__path__") and importlib.util.find_spec(f"{self.object.__name__}.{name}") is not None
        )

    def item(self, key: Kind, site: Site) -> Kind:
        if self.name != "os.environ":
            return ANYTHING
        if (name := text_of(key)) is not None:
            site.findings.environment.add(name)
        return typed(site.line, "str")

    def call(self, arguments: Arguments, site: Site) -> Kind:
        import boto3
        from boto3.dynamodb.conditions import AttributeBase
        from botocore.config import Config

        makers = {boto3.client: make_client, boto3.resource: make_resource}
        if self._is_any(makers):
            return makers[self.object](arguments, site)
        if self.object is Config:
            _check_config(arguments, site)
        if callable(self.object):
            arguments.bind(self.object, self.name, site)
        else:
            site.report(f"`{self.name}` is not callable")
        if self.object is boto3.session.Session:
            return Session()
        if isinstance(self.object, type) and issubclass(self.object, AttributeBase):
            return Instance(self.object)
        if self.name == "os.getenv":
            return EnvironmentGetter().call(arguments, site)
        returns = _RETURNS.get(f"{getattr(self.object, '__module__', '')}.{getattr(self.object, '__name__', '')}")
        return typed(site.line, returns) if returns else ANYTHING

    def _is_any(self, makers: dict) -> bool:
        return any(self.object is one for one in makers)


def _check_config(arguments: Arguments, site: Site) -> None:
    """Make a real Config of what is written out: it checks its values itself."""
    from botocore.config import Config
    from botocore.exceptions import BotoCoreError

    given = {keyword.name: keyword.kind.value(site.line) for keyword in arguments.keywords}
    for name in given:
        if name not in Config.OPTION_DEFAULTS and name not in Config.NON_LEGACY_OPTION_DEFAULTS:
            hint = did_you_mean(name, Config.OPTION_DEFAULTS)
            site.report(f"botocore's Config has no option `{name}`{hint}")
            return
    try:
        Config(**{name: _plain(value) for name, value in given.items() if _plain(value) is not None})
    except (BotoCoreError, TypeError) as error:
        site.report(f"Config: {error}")


def _plain(value):
    """Return a literal as a Python object, or None if a part of it is not known."""
    if isinstance(value, ScalarValue):
        return value.value
    entries = getattr(value, "entries", None)
    if entries is None or value.open:
        return None
    plain = {entry.key: _plain(entry.value) for entry in entries}
    return None if None in plain.values() else plain


@dataclass(frozen=True, slots=True)
class Session(Kind):
    """A session of boto3."""

    def attribute(self, name: str, site: Site) -> Kind:
        import boto3

        if not hasattr(boto3.session.Session, name):
            hint = did_you_mean(name, ["client", "resource", "get_credentials", "region_name", "profile_name"])
            site.report(f"a boto3 session has no attribute `{name}`{hint}")
        return {"client": SessionMethod(make_client), "resource": SessionMethod(make_resource)}.get(name, ANYTHING)


@dataclass(frozen=True, slots=True)
class SessionMethod(Kind):
    make: object

    def call(self, arguments: Arguments, site: Site) -> Kind:
        return self.make(arguments, site)


@dataclass(frozen=True, slots=True)
class Instance(Kind):
    """An object of a class whose attributes are all in the class."""

    of: type

    def attribute(self, name: str, site: Site) -> Kind:
        if not hasattr(self.of, name):
            known = [one for one in dir(self.of) if not one.startswith("_")]
            site.report(f"`{self.of.__name__}` has no attribute `{name}`{did_you_mean(name, known)}")
            return ANYTHING
        return PythonObject(getattr(self.of(""), name), f"{self.of.__name__}.{name}")


@dataclass(frozen=True, slots=True)
class EnvironmentGetter(Kind):
    """`os.environ.get`."""

    def call(self, arguments: Arguments, site: Site) -> Kind:
        if arguments.positional and (name := text_of(arguments.positional[0])) is not None:
            site.findings.environment.add(name)
        return typed(site.line, "str") if len(arguments.positional) == 1 else ANYTHING
