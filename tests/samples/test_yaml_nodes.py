"""Documents that know their lines."""

from samples.yaml_nodes import read_json, read_one_yaml, read_yaml

NESTED = """\
a:
  - b: 1
    c: |

      text
  - &x { d: [1,
      2] }
  - <<: *x
    e: 3
"""


def test_lines_and_values():
    [document], problems = read_yaml(NESTED)
    assert problems == []
    assert document.value == {"a": [{"b": 1, "c": "\ntext\n"}, {"d": [1, 2]}, {"d": [1, 2], "e": 3}]}
    assert document.line(("a",)) == 1
    assert document.line(("a", 0, "c")) == 3
    assert document.text_line(("a", 0, "c")) == 4
    assert document.text_line(("a", 0, "b")) == 2
    assert document.line(("a", 1, "d", 1)) == 7
    assert document.line(("a", 2, "e")) == 9
    assert document.line(("a", 2, "nothing", "here")) == 8


def test_scalars_are_those_of_go():
    text = "[yes, on, true, 012, 1_000, 0x1f, 22:30, 2026-01-01, 1.5, ~, '1', =]"
    [plain], _ = read_yaml(text)
    assert plain.value == ["yes", "on", True, 10, 1000, 31, "22:30", "2026-01-01", 1.5, None, "1", "="]
    [old], _ = read_yaml(text, yes_is_true=True)
    assert old.value[:3] == [True, True, True]


def test_repeated_keys_are_found_at_any_depth():
    _, problems = read_yaml("a:\n  - b: 1\n    b: 2\n---\nc: 1\nc: 2\n")
    assert [problem.line for problem in problems] == [3, 6]


def test_what_is_no_yaml():
    for text, line in (
        ("a: [", 1),
        ("a: b\n  c: d\n", 2),
        ("a: !x b", 1),
        ("a: 'b\n", 2),
        ("? [a]\n: b\n", 1),
        ("\x00", 1),
    ):
        documents, problems = read_yaml(text)
        assert documents == []
        assert [problem.line for problem in problems] == [line], text


def test_an_alias_inside_of_itself():
    _, [problem] = read_yaml("a: &x\n  b: 1\n  c: [*x]\n")
    assert problem.line == 1


def test_one_document():
    assert read_one_yaml("a: 1\n")[1] == []
    for text in ("", "a: 1\n---\nb: 2\n", "- a\n", "a\n"):
        document, problems = read_one_yaml(text)
        assert document is None
        assert problems


def test_json_lines():
    document, problems = read_json(
        '{\n\t"a": {\n\t\t"b": "\\ud83d\\ude00 \\"x\\" \\\\user",\n\t\t"c": [1,\n2]\n\t}\n}\n'
    )
    assert problems == []
    assert document.value == {"a": {"b": '😀 "x" \\user', "c": [1, 2]}}
    assert [document.line(path) for path in ((), ("a",), ("a", "b"), ("a", "c", 1))] == [1, 2, 3, 5]


def test_json_problems():
    assert read_json('{\n"a": 1,\n"b": {"a": 1},\n"a": 2}')[1][0].line == 4
    assert read_json('{"a": 1,}')[0] is None
    assert read_json("{'a': 1}")[1][0].message.startswith("not valid JSON")
