"""Whatever stands in a document, its checker raises nothing, and its problems are at lines of the document."""

import json
from collections.abc import Iterator

import pytest
import yaml

from tests.samples import (
    state_machines,
    test_api_shape,
    test_codebuild,
    test_codedeploy,
    test_dashboard,
    test_elastic_beanstalk,
    test_event_pattern,
    test_github_workflow,
    test_kubernetes,
    test_task_definition,
)
from tests.samples.cases import verdict_of

STRANGE = (None, True, -1, 1.5, "", "x: y", "$.", "{%", [], [None], [[]], {}, {"": None}, {"a": {"b": [1]}})
SAMPLES = {
    ("api_shape", "a.lifecycle.json"): test_api_shape.LIFECYCLE,
    ("api_shape", "a.ecr-lifecycle.json"): test_api_shape.ECR,
    ("api_shape", "a.event-pattern.json"): test_event_pattern.EVENT,
    ("api_shape", "a.task-definition.json"): test_task_definition.TASK,
    ("codebuild", "buildspec.yml"): test_codebuild.BUILD,
    ("codebuild", "batch.buildspec.yml"): test_codebuild.BATCH,
    ("codedeploy", "appspec.yml"): test_codedeploy.SERVER,
    ("codedeploy", "ecs.appspec.yml"): test_codedeploy.ECS,
    ("codedeploy", "lambda.appspec.yml"): test_codedeploy.LAMBDA,
    ("elastic_beanstalk", "cron.yaml"): test_elastic_beanstalk.CRON,
    ("elastic_beanstalk", "shop.config"): test_elastic_beanstalk.CONFIG,
    ("dashboard", "a.dashboard.json"): test_dashboard.BOARD,
    ("github_workflow", ".github/workflows/a.yml"): test_github_workflow.DEPLOY,
    ("kubernetes", "a.k8s.yaml"): test_kubernetes.WEB.partition("---\n")[0],
    ("kubernetes", "b.k8s.yaml"): test_kubernetes.WEB.partition("---\n")[2],
    ("state_machine", "a.asl.json"): state_machines.ORDERS,
    ("state_machine", "b.asl.json"): state_machines.JSONATA,
}


def mutations(value: object) -> Iterator[object]:
    """Yield copies of a document, in each of which another part is replaced by something strange."""
    places = list(_places(value, ()))
    for i, place in enumerate(places):
        yield _replaced(value, place, STRANGE[i % len(STRANGE)])


def _places(value: object, path: tuple) -> Iterator[tuple]:
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from _places(item, (*path, key))


def _replaced(value, path: tuple, other: object):
    if not path:
        return other
    copy = value.copy()
    copy[path[0]] = _replaced(copy[path[0]], path[1:], other)
    return copy


@pytest.mark.parametrize(("checker", "title"), SAMPLES)
def test_strange_values(checker, title):
    content = SAMPLES[checker, title]
    is_json = title.endswith(".json")
    value = json.loads(content) if is_json else yaml.load(content, yaml.BaseLoader)
    for mutant in mutations(value):
        text = json.dumps(mutant, indent=1) if is_json else yaml.safe_dump(mutant, sort_keys=False)
        verdict = verdict_of(checker, text, language="json" if is_json else "yaml", title=title)
        assert all(1 <= problem.line <= text.count("\n") + 1 for problem in verdict.problems), text
