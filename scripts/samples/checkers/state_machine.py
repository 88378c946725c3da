"""State machines of AWS Step Functions, in the Amazon States Language.

Checked against tables of the fields of each type of state, for both query languages; the schema that cfn-lint has on
board refuses fields that states have (InputPath of a Succeed, expressions in TimeoutSeconds) and knows others too
loosely (End in a Choice, any key in a retrier), so it is not used. Calls to AWS services are checked against the
models of botocore. Not checked: the inside of JSONPath and JSONata expressions, and what fits a workflow type.
"""

from collections.abc import Sequence

from samples.documents import document_verdict
from samples.model import Problem, Sample, Verdict
from samples.state_machines.fields import scope_problems, state_problems
from samples.state_machines.integrations import integration_problems
from samples.state_machines.states import LANGUAGES, flow_problems, query_language, scopes
from samples.state_machines.templates import template_problems
from samples.wording import kind_of
from samples.yaml_nodes import Document, read_json

MEANS = "schema of states, reachability, botocore"


def check(samples: Sequence[Sample]) -> list[Verdict]:
    return [document_verdict(sample, read_json, _problems, MEANS) for sample in samples]


def _problems(document: Document) -> list[Problem]:
    if not isinstance(document.value, dict):
        return [Problem(1, f"a state machine is an object, and this is {kind_of(document.value)}")]
    found: list[Problem] = []
    for scope in scopes(document):
        found += scope_problems(document, scope)
        for state in scope.states.values():
            found += state_problems(document, state, query_language(document))
            if state.language in LANGUAGES:
                found += template_problems(document, state)
                found += integration_problems(document, state)
    return found + flow_problems(document)
