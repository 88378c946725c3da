"""Terraform itself, where it is installed: the program, a mirror with the provider, and how it is started."""

import json
import os
import platform
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from samples.terraform_code.parse import parse
from samples.terraform_code.tree import Block, Literal, descendants

AWS = Path("registry.terraform.io", "hashicorp", "aws")
_TIMEOUT = 300
# Where Terraform looks for providers on its own.
# Source: https://developer.hashicorp.com/terraform/cli/config/config-file#implied-local-mirror-directories
_USUAL = (
    "~/.terraform.d/plugins",
    "~/.local/share/terraform/plugins",
    "/usr/local/share/terraform/plugins",
    "/usr/share/terraform/plugins",
)
# Software that is no part of a distribution has a folder of its own here.
_OPTIONAL = Path("/opt")


@dataclass(frozen=True, slots=True)
class Terraform:
    """The program, and the mirror with the provider `version`; without a mirror, it can format only.

    `unpacked` is the folder with the provider's program, if the mirror has it ready to run.
    """

    program: str
    mirror: Path | None
    version: str = ""
    unpacked: Path | None = None

    def prepare(self, folder: Path) -> subprocess.CompletedProcess:
        """Make a folder ready for `validate`: find its modules and, where that is necessary, its provider."""
        if self.unpacked is not None:  # `init` would hash the provider, which takes as long as `validate`
            return self.run("get", "-no-color", folder=folder)
        return self.run("init", "-backend=false", "-input=false", "-no-color", folder=folder)

    def run(self, *arguments: str, folder: Path) -> subprocess.CompletedProcess:
        """Run it in a folder, where it can reach neither the network nor anybody's settings."""
        settings = folder / "settings.tfrc"
        settings.write_text(f"disable_checkpoint = true\nprovider_installation {{\n{self._source()}}}\n", "utf-8")
        return subprocess.run(
            [self.program, *arguments],
            cwd=folder,
            env={
                "PATH": os.defpath,
                "HOME": str(folder),
                "TMPDIR": str(folder),
                "TF_CLI_CONFIG_FILE": str(settings),
                "TF_IN_AUTOMATION": "1",
                "CHECKPOINT_DISABLE": "1",
                "AWS_EC2_METADATA_DISABLED": "true",
            },
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=_TIMEOUT,
        )

    def _source(self) -> str:
        if self.unpacked is not None:
            return f'  dev_overrides {{\n    "hashicorp/aws" = {json.dumps(str(self.unpacked))}\n  }}\n'
        return f"  filesystem_mirror {{\n    path = {json.dumps(str(self.mirror))}\n  }}\n" if self.mirror else ""


@cache
def find_terraform() -> Terraform | None:
    """Return Terraform as it is installed on this machine, or None."""
    program = shutil.which("terraform")
    if program is None:
        return None
    for mirror in _candidates():
        versions = [file.name for file in sorted((mirror / AWS).glob("*")) if file.is_dir()]
        versions += [file.name.split("_")[1] for file in sorted((mirror / AWS).glob("terraform-provider-aws_*.zip"))]
        if versions:
            version = max(versions, key=_numbers)
            unpacked = mirror / AWS / version / _platform()
            return Terraform(program, mirror, version, unpacked if unpacked.is_dir() else None)
    return Terraform(program, None)


def _platform() -> str:
    """Return this machine as mirrors name it: "linux_amd64"."""
    machine = platform.machine().lower()
    names = {"x86_64": "amd64", "aarch64": "arm64"}
    return f"{platform.system().lower()}_{names.get(machine, machine)}"


def _numbers(version: str) -> list[int]:
    return [int(part) if part.isdecimal() else 0 for part in version.split(".")]


def _candidates() -> list[Path]:
    """Return the folders that may be mirrors: those named by the environment first."""
    named = [os.environ.get("ALOUD_TERRAFORM_MIRROR"), *_configured(), os.environ.get("TF_PLUGIN_CACHE_DIR")]
    data = os.environ.get("XDG_DATA_HOME")
    usual = [*([f"{data}/terraform/plugins"] if data else []), *_USUAL]
    folders = [Path(one).expanduser() for one in [*named, *usual, *sorted(_OPTIONAL.glob("*"))] if one]
    return [folder.absolute() for folder in folders if (folder / AWS).is_dir()]


def _configured() -> list[str]:
    """Return the mirrors and caches that the settings of Terraform name."""
    file = Path(os.environ.get("TF_CLI_CONFIG_FILE") or "~/.terraformrc").expanduser()
    try:
        body, _ = parse(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        return []
    if body is None:
        return []
    blocks = [one for one in descendants(body) if isinstance(one, Block) and one.type == "filesystem_mirror"]
    arguments = [block.body.arguments.get("path") for block in blocks] + [body.arguments.get("plugin_cache_dir")]
    return [str(one.value.value) for one in arguments if one is not None and isinstance(one.value, Literal)]
