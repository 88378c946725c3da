"""JSON that no tool of its own reads: it must parse, and no key may stand twice."""

from collections.abc import Sequence

from samples.model import Sample, Verdict
from samples.yaml_nodes import read_json


def check(samples: Sequence[Sample]) -> list[Verdict]:
    """Check that each sample parses."""
    return [Verdict(tuple(read_json(sample.content)[1]), "parser") for sample in samples]
