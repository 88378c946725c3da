"""The one table that says which sample goes to which checker: the first row that fits wins."""

from fnmatch import fnmatch
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from data_files import load_data
from samples.model import Checker


class Row(NamedTuple):
    """Samples of this language whose title fits `pattern` go to the module `checkers.<checker>`."""

    language: str
    pattern: str
    checker: str


# The kinds of JSON that describe an input of an AWS API stand in a data file: a new one is one line there.
_SHAPES = Path(__file__).parent / "data" / "api_shapes.yaml"
API_SHAPES = tuple(entry["kind"] for entry in load_data(_SHAPES))

TABLE = (
    Row("bash", "*.sh", "shell"),
    Row("console", "*", "console"),
    Row("dockerfile", "*Dockerfile*", "dockerfile"),
    Row("hcl", "*.tf", "terraform"),
    Row("ini", "*", "ini"),
    Row("javascript", "*js", "javascript"),
    Row("json", "*.identity-policy.json", "iam_policy"),
    Row("json", "*.permissions-boundary.json", "iam_policy"),
    Row("json", "*.session-policy.json", "iam_policy"),
    Row("json", "*.trust-policy.json", "iam_policy"),
    Row("json", "*.scp.json", "iam_policy"),
    Row("json", "*.rcp.json", "iam_policy"),
    Row("json", "*-policy.json", "iam_policy"),  # resource policies: bucket-policy, key-policy, ...
    Row("json", "*.asl.json", "state_machine"),
    *(Row("json", f"*.{kind}.json", "api_shape") for kind in API_SHAPES),
    Row("json", "*.dashboard.json", "dashboard"),
    Row("json", "*.event.json", "json_document"),
    Row("json", "*.json", "json_document"),
    Row("python", "*.py", "python"),
    Row("sql", "*.sql", "sql"),
    Row("text", "*", "text"),
    Row("toml", "*.toml", "toml"),
    Row("typescript", "*.ts", "javascript"),
    Row("yaml", "*.cfn.yaml", "cloudformation"),
    Row("yaml", "*.sam.yaml", "cloudformation"),
    Row("yaml", "*.k8s.yaml", "kubernetes"),
    Row("yaml", "*.config", "elastic_beanstalk"),
    Row("yaml", "*cron.yaml", "elastic_beanstalk"),
    Row("yaml", "*buildspec.yml", "codebuild"),
    Row("yaml", "*appspec.yml", "codedeploy"),
    Row("yaml", ".github/workflows/*.yml", "github_workflow"),
)

# Languages that are no samples: diagrams are drawn, and a drawing that fails is an error of its own.
NOT_SAMPLES = frozenset({"mermaid", "markdown"})
LANGUAGES = NOT_SAMPLES | {row.language for row in TABLE}


def checker_name(language: str, title: str) -> str | None:
    """Return the name of the checker for a sample, or None if no row fits."""
    return next((row.checker for row in TABLE if row.language == language and fnmatch(title, row.pattern)), None)


def load_checker(name: str) -> Checker:
    """Return the function `check` of a checker's module."""
    return import_module(f"samples.checkers.{name}").check


def patterns_for(language: str) -> list[str]:
    """Return the titles that samples of this language may have."""
    return [row.pattern for row in TABLE if row.language == language]
