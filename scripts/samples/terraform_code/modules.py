"""A sample as a module that Terraform can validate: what it leaves out is added in files of their own."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from samples.terraform_code import tree as t
from samples.terraform_code.configuration import STAND_INS, Configuration, read_configuration, stand_ins
from samples.terraform_code.schema import provider_of
from samples.terraform_code.settings import read_aliases

MAIN = "main.tf"
_META = ("count", "depends_on", "for_each", "providers", "source", "version")
_FILE_FUNCTIONS = ("file", "filebase64", "templatefile")  # and those that begin with the first


@dataclass(frozen=True)
class SampleModule:
    """A sample with its syntax tree. It must be free of problems that can be found without Terraform."""

    content: str
    body: t.Body

    @cached_property
    def configuration(self) -> Configuration:
        configuration, _ = read_configuration(self.body)
        read_aliases(self.body, configuration)
        return configuration

    @cached_property
    def references(self) -> list[tuple[str, ...]]:
        nodes = t.descendants(self.body)
        return [one.path() for one in nodes if isinstance(one, t.Traversal) and isinstance(one.root, str)]

    @property
    def providers(self) -> set[str]:
        """The providers that it needs, besides the one that is part of Terraform."""
        named = {provider_of(type_) for _, type_, _ in self.configuration.typed}
        named |= {name.split(".")[0] for name in self.configuration.providers}
        return named - {"terraform"}

    @property
    def must_be_root(self) -> bool:
        """Whether Terraform takes it only as the root module."""
        return bool(self.body.blocks_of("import"))

    @cached_property
    def undeclared(self) -> list[str]:
        """The variables that the reader has to declare."""
        used = {path[1] for path in self.references if path[0] == "var" and len(path) > 1}
        return sorted(used - set(self.configuration.variables))

    def required(self) -> list[str]:
        """Return the variables that must be given a value."""
        own = [n for n, block in self.configuration.variables.items() if "default" not in block.body.arguments]
        return sorted([*own, *self.undeclared])

    def write(self, folder: Path) -> None:
        """Write the module into a folder."""
        folder.mkdir(exist_ok=True)
        (folder / MAIN).write_text(self._rewritten(), "utf-8")
        declarations = [f'variable "{name}" {{}}\n' for name in self.undeclared]
        declarations += [_alias(name) for name in sorted(self.configuration.aliases)]
        (folder / "completion.tf").write_text("".join(declarations) + _needed_stand_ins(self), "utf-8")
        for name, block in self.configuration.modules.items():
            _write_stub(folder / f"stub_{name}", block, self._outputs_of(name))
        self.write_files(folder)

    def write_files(self, folder: Path) -> None:
        """Write, empty, the files that the sample reads; in a folder each for `path.module` and for the working one."""
        for path in self._files():
            if not path.is_absolute() and ".." not in path.parts:
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                (folder / path).write_text("{}\n", "utf-8")

    def _rewritten(self) -> str:
        """Return the content, with the same lines, without the versions and with stubs in place of modules."""
        edits = [(*block.span, "") for block in self.body.blocks_of("terraform")]
        for name, block in self.configuration.modules.items():
            for argument in block.body.arguments.values():
                if argument.name == "source":
                    edits.append((*argument.span, f'"./stub_{name}"'))
                elif argument.name in ("version", "providers"):
                    start = self.content.rindex(argument.name, 0, argument.span[0])
                    edits.append((start, argument.span[1], ""))
        content = self.content
        for start, end, text in sorted(edits, reverse=True):
            content = content[:start] + text + "\n" * content.count("\n", start, end) + content[end:]
        return content if content.endswith("\n") else f"{content}\n"

    def _outputs_of(self, module: str) -> set[str]:
        """Return the outputs of a module that the sample reads, also behind an index."""
        names = set()
        for node in t.descendants(self.body):
            if isinstance(node, t.Traversal) and node.path()[:2] == ("module", module):
                names |= {step.name for step in node.steps[1:] if isinstance(step, t.Attribute)}
        return names

    def _files(self) -> list[Path]:
        """Return the files that the sample reads, where their names are plain."""
        calls = [one for one in t.descendants(self.body) if isinstance(one, t.Call) and one.arguments]
        paths = [_path(one.arguments[0]) for one in calls if one.name.startswith(_FILE_FUNCTIONS)]
        return [path for path in paths if path is not None]


def _path(node: t.Node) -> Path | None:
    parts = node.parts if isinstance(node, t.Template) else (node,)
    text = ""
    for part in parts:
        match part:
            case str():
                text += part
            case t.Literal(value=str(value)):
                text += value
            case t.Traversal(root="path"):
                text += "."
            case _:
                return None
    return Path(text) if text else None


def _alias(name: str) -> str:
    provider, _, alias = name.partition(".")
    return f'provider "{provider}" {{\n  alias = "{alias}"\n}}\n'


def _needed_stand_ins(module: SampleModule) -> str:
    """Return the text of the stand-ins that the sample refers to, and of those that these refer to."""
    text = STAND_INS.read_text("utf-8")
    declared = set(module.configuration.typed)
    pending, needed = list(module.references), {}
    while pending:
        path = pending.pop()
        key = tuple(path[:3]) if path[0] in ("data", "ephemeral") else ("resource", *path[:2])
        block = stand_ins().typed.get(key) if key not in declared else None
        if block is not None and key not in needed:
            needed[key] = text[slice(*block.span)]
            inner = t.descendants(block)
            pending += [one.path() for one in inner if isinstance(one, t.Traversal) and isinstance(one.root, str)]
    aliases = {".".join(path[:2]) for path in module.references if len(path) == 2}
    for name in sorted(aliases & set(stand_ins().providers) - set(module.configuration.providers)):
        needed[(name,)] = text[slice(*stand_ins().providers[name].span)]
    return "".join(f"{one}\n" for one in needed.values())


def _write_stub(folder: Path, block: t.Block, outputs: set[str]) -> None:
    """Write a module that takes what the block gives and returns, as unknown values, what is read of it."""
    folder.mkdir(exist_ok=True)
    given = [name for name in block.body.arguments if name not in _META]
    lines = [f'variable "{name}" {{}}' for name in given]
    lines += ['resource "terraform_data" "unknown" {}'] if outputs else []
    lines += [f'output "{name}" {{\n  value = terraform_data.unknown.output\n}}' for name in sorted(outputs)]
    (folder / MAIN).write_text("".join(f"{line}\n" for line in lines), "utf-8")
