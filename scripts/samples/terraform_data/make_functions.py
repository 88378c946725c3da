"""Make `data/terraform_functions.json`: the functions of Terraform's language, from `terraform metadata functions`.

Run it again only for another version of Terraform, which must be on the PATH:
`.venv/bin/python scripts/samples/terraform_data/make_functions.py`. The file names that version, and for each function
the least and the most arguments (null: no limit) and the type of the result.
"""

import json
import shutil
import subprocess
from pathlib import Path

TARGET = Path(__file__).parents[1] / "data" / "terraform_functions.json"


def main() -> None:
    functions = {
        name: [len(parameters := value.get("parameters", [])), most(value, parameters), kind(value["return_type"])]
        for name, value in ask("metadata", "functions", "-json")["function_signatures"].items()
        if "::" not in name  # each stands a second time as `core::name`
    }
    content = {"terraform": ask("version", "-json")["terraform_version"], "functions": dict(sorted(functions.items()))}
    lines = json.dumps(content, indent=1).replace("\n   ", " ").replace("\n  ]", " ]")
    TARGET.write_text(lines + "\n", "utf-8")
    print(f"{TARGET.name}: {len(functions)} functions")


def ask(*arguments: str) -> dict:
    """Return the JSON that Terraform prints. Raises FileNotFoundError if it is not there."""
    terraform = shutil.which("terraform")
    if terraform is None:
        raise FileNotFoundError("terraform is not on the PATH")
    output = subprocess.run([terraform, *arguments], check=True, timeout=60, stdout=subprocess.PIPE).stdout
    return json.loads(output)


def most(function: dict, parameters: list) -> int | None:
    return None if "variadic_parameter" in function else len(parameters)


def kind(type_: str | list) -> str | list:
    """Return a type as the schemas write it."""
    if isinstance(type_, list):
        return [type_[0], kind(type_[1])]
    return "any" if type_ == "dynamic" else type_


if __name__ == "__main__":
    main()
