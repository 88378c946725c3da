"""Sizes of Amazon ECS tasks."""

import re

import pytest

from samples.json_documents.task_sizes import cpu_units, fargate_sizes, mebibytes
from samples.sdk.models import service_model


def test_fargate_sizes_are_those_of_the_service_model():
    """The model lists all sizes but the largest, in prose."""
    shape = service_model("ecs").operation_model("RegisterTaskDefinition").input_shape
    items = re.findall(r"<li> <p>(.*?)</p>", shape.members["memory"].documentation)
    assert len(items) == 7
    for item in items:
        cpu = int(re.search(r"(\d+) \([.\d]+ vCPU\)", item)[1])
        memory = item.partition(" - ")[0]
        if between := re.match(r"Between (.*?) and (.*?) in (?:increments of )?(.*?)(?: increments| \(|$)", memory):
            low, high, step = (int(m[1]) * (1 if int(m[1]) > 500 else 1024) for m in map(_number, between.groups()))
            assert fargate_sizes()[cpu] == tuple(range(low, high + 1, step))
        else:
            assert list(fargate_sizes()[cpu]) == [int(n) for n in re.findall(r"(\d+) \(", memory)]


def _number(text: str) -> re.Match:
    return re.match(r"(\d+)", text)


@pytest.mark.parametrize(
    ("text", "units"), [("256", 256), (".25 vCPU", 256), ("2 vcpu", 2048), ("two", None), ("", None)]
)
def test_cpu_units(text, units):
    assert cpu_units(text) == units


@pytest.mark.parametrize(("text", "amount"), [("512", 512), ("0.5GB", 512), ("4 gb", 4096), ("4 GiB", None)])
def test_mebibytes(text, amount):
    assert mebibytes(text) == amount
