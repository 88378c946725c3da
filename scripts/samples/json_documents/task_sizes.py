"""CPU and memory of Amazon ECS tasks, and the sizes that AWS Fargate offers."""

import re
from functools import cache
from pathlib import Path

from data_files import load_data

SIZES = Path(__file__).parents[1] / "data" / "fargate_sizes.yaml"


@cache
def fargate_sizes() -> dict[int, tuple[int, ...]]:
    """Return the CPU units that a task on Fargate may have, and for each the memory in MiB, in ascending order."""
    sizes = load_data(SIZES)
    return {
        cpu: tuple(memory if isinstance(memory, list) else range(memory["min"], memory["max"] + 1, memory["step"]))
        for cpu, memory in sizes.items()
    }


def cpu_units(text: str) -> int | None:
    """Return the CPU units of `1024` or `1 vCPU`; None for anything else."""
    return _amount(text, r"vcpu")


def mebibytes(text: str) -> int | None:
    """Return the MiB of `2048` or `2 GB`; None for anything else."""
    return _amount(text, r"gb")


def _amount(text: str, unit: str) -> int | None:
    if re.fullmatch(r"\d+", text.strip()):
        return int(text)
    with_unit = re.fullmatch(rf"(\d*\.?\d+)\s*{unit}", text.strip(), re.IGNORECASE)
    return round(float(with_unit[1]) * 1024) if with_unit else None
