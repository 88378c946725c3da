"""The checker for plain JSON."""

from tests.samples.cases import run_cases

test_cases = run_cases(
    "json_document",
    language="json",
    title="order.event.json",
    good={"object": '{"a": 1}\n', "array": "[1, 2]\n"},
    bad={
        "comment": ('{\n  "a": 1, // one\n}\n', 2, "not valid JSON"),
        "repeated key": ('{\n  "a": 1,\n  "a": 2\n}\n', 3, "stands twice"),
        "empty": ("\n", 2, "not valid JSON"),
    },
)
