"""The checker for state machines: fields, query languages, the order of states."""

from samples.state_machines.states import states_language
from tests.samples.cases import run_cases
from tests.samples.state_machines import DISTRIBUTED, HTTP, JSONATA, LOOP, ORDERS, changed

test_cases = run_cases(
    "state_machine",
    language="json",
    title="orders.asl.json",
    good={
        "JSONPath": ORDERS,
        "JSONata": JSONATA,
        "HTTP": HTTP,
        "distributed map": DISTRIBUTED,
        "one state with JSONata": changed(
            '"Type": "Wait", "Seconds": 60', '"Type": "Wait", "QueryLanguage": "JSONata", "Seconds": "{% 6 %}"'
        ),
    },
    bad={
        "not JSON": ("{\n", 2, "not valid JSON"),
        "array": ("[]\n", 1, "is an object"),
        "repeated key": (changed('"StartAt": "Pay",', '"StartAt": "Pay", "StartAt": "Pay",'), 3, "stands twice"),
        "no start": (changed('"StartAt": "Pay",', ""), 1, "lacks the key 'StartAt'"),
        "no states": ('{ "StartAt": "A" }', 1, "lacks the key 'States'"),
        "states of the wrong type": ('{ "StartAt": "A", "States": [] }', 1, "must be of type object"),
        "state of the wrong type": ('{ "StartAt": "A", "States": {\n "A": 1 } }', 2, "must be an object"),
        "unknown key": (changed('"Comment"', '"Commment"'), 2, "did you mean `Comment`"),
        "unknown start": (changed('"StartAt": "Pay"', '"StartAt": "Pays"'), 3, "did you mean `Pay`"),
        "unknown next": (changed('"Next": "Express?"', '"Next": "Express"'), 19, "did you mean `Express?`"),
        "unknown default": (changed('"Default": "Wait"', '"Default": "Waits"'), 33, "'Waits', which does not exist"),
        "unknown next in a choice": (changed('true, "Next": "Ship"', 'true, "Next": "Shop"'), 24, "'Shop'"),
        "unknown next in a catcher": (changed('"Next": "Refused" }', '"Next": "Refuse" }'), 18, "'Refuse'"),
        "next in another scope": (changed('"End": true', '"Next": "Done"'), 48, "does not exist here"),
        "unknown start in a processor": (changed('"StartAt": "Save"', '"StartAt": "Sav"'), 42, "StartAt"),
        "unreached": (changed('"Default": "Wait"', '"Default": "Ship"'), 35, "nothing leads to the state 'Wait'"),
        "no end": (LOOP, 4, "no way leads to an end"),
        "same name twice": (changed('"Save"', '"Wait"'), 44, "names are unique"),
        "name too long": (changed('"Refused"', f'"{"R" * 81}"'), 66, "more than 80"),
        "type": (changed('"Type": "Wait"', '"Type": "Waits"'), 35, "did you mean `Wait`"),
        "no type": (changed('"Type": "Wait", ', ""), 35, "the type None"),
        "unknown field": (changed('"ResultPath": "$.payment"', '"ResultsPath": "$.payment"'), 12, "`ResultPath`"),
        "no resource": (changed('"Resource": "arn:aws:states:::lambda:invoke",', ""), 5, "'Resource'"),
        "neither next nor end": (
            changed('"Seconds": 60, "Next": "Ship"', '"Seconds": 60'),
            35,
            "exactly one of End, Next",
        ),
        "next and end": (changed('"Seconds": 60,', '"Seconds": 60, "End": true,'), 35, "exactly one of End, Next"),
        "end in a choice": (changed('"Default": "Wait"', '"Default": "Wait", "End": true'), 33, "unknown key 'End'"),
        "two waits": (
            changed('"Seconds": 60', '"Seconds": 60, "Timestamp": "2027-01-01T00:00:00Z"'),
            35,
            "exactly one of",
        ),
        "type of a field": (changed('"TimeoutSeconds": 30', '"TimeoutSeconds": "30"'), 13, "is a string"),
        "heartbeat": (changed('"HeartbeatSeconds": 3600', '"HeartbeatSeconds": 90000'), 61, "must be less than"),
        "retrier field": (changed('"MaxAttempts"', '"MaxAttempt"'), 16, "did you mean `MaxAttempts`"),
        "retrier delay": (changed('"IntervalSeconds": 1,', '"IntervalSeconds": 30,'), 15, "must be more than"),
        "error name": (changed('"States.ALL"], "MaxA', '"States.All"], "MaxA'), 16, "there is no error States.All"),
        "all errors with others": (changed('["States.ALL"], "MaxA', '["States.ALL", "X"], "MaxA'), 16, "stands alone"),
        "all errors first": (changed("Lambda.TooManyRequestsException", "States.ALL"), 15, "must be the last"),
        "catcher without next": (changed(', "Next": "Refused" }', " }"), 18, "'Next'"),
        "choice without a variable": (changed('"Variable": "$.express", ', ""), 24, "needs a `Variable`"),
        "choice of two": (changed('"BooleanEquals": true', '"BooleanEquals": true, "IsNull": false'), 24, "has 2"),
        "choice with a wrong operator": (changed("BooleanEquals", "BoolEquals"), 24, "`BooleanEquals`"),
        "choice with a wrong type": (changed('"NumericGreaterThan": 100', '"NumericGreaterThan": "1"'), 27, "number"),
        "choice without next": (changed('true, "Next": "Ship"', "true"), 24, "'Next'"),
        "inner next": (
            changed('"NumericGreaterThan": 100', '"NumericGreaterThan": 1, "Next": "Ship"'),
            27,
            "outermost",
        ),
        "path": (changed('"ItemsPath": "$.items"', '"ItemsPath": "items"'), 38, "begins with $"),
        "path as text": (changed('"orderId.$"', '"orderId"'), 10, "'orderId.$'"),
        "text as a path": (changed('"orderId.$": "$.id"', '"orderId.$": "id"'), 10, "drop the `.$`"),
        "unknown function": (changed("States.Format", "States.Fromat"), 10, "did you mean `States.Format`"),
        "brackets": (changed("EnteredTime)", "EnteredTime"), 10, "do not match"),
        "JSONata in JSONPath": (changed('"orderId.$": "$.id"', '"orderId": "{% $states.input.id %}"'), 10, "JSONata"),
        "arguments in JSONPath": (
            changed('"Parameters": {\n        "Fun', '"Arguments": {\n        "Fun'),
            8,
            "use Parameters",
        ),
        "processor without an execution type": (
            changed(', "ExecutionType": "EXPRESS"', "", DISTRIBUTED),
            14,
            "ExecutionType",
        ),
        "configuration in a branch": (
            changed('{ "StartAt": "A"', '{ "ProcessorConfig": { "Mode": "INLINE" }, "StartAt": "A"', JSONATA),
            25,
            "no place in a branch",
        ),
        "map without a processor": (changed('"ItemProcessor"', '"ItemsProcessor"'), 36, "exactly one of ItemProcessor"),
        "reader": (changed('"InputType": "CSV"', '"InputType": "TSV"', DISTRIBUTED), 8, "'TSV'"),
        "JSONata: result path": (
            changed('"Output": "{% $states.result.Item %}"', '"ResultPath": "$.x"', JSONATA),
            14,
            "use Output",
        ),
        "JSONata: parameters": (
            changed('"Arguments": {\n        "Table', '"Parameters": {\n        "Table', JSONATA),
            8,
            "use Arguments",
        ),
        "JSONata: JSONPath state": (
            changed('"Type": "Succeed"', '"Type": "Succeed", "QueryLanguage": "JSONPath"', JSONATA),
            41,
            "cannot go back",
        ),
        "JSONata: half an expression": (
            changed("$states.input.id %}", "$states.input.id", JSONATA),
            10,
            "half an expression",
        ),
        "JSONata: bare expression": (
            changed('"{% $states.input.id %}"', '"$states.input.id"', JSONATA),
            10,
            "between {% and %}",
        ),
        "JSONata: path key": (changed('{ "S": "{%', '{ "S.$": "{%', JSONATA), 10, "drop the `.$`"),
        "JSONata: variable": (changed('"Condition": "{%', '"Variable": "{%', JSONATA), 19, "'Condition'"),
        "JSONata: seconds": (
            changed('"Seconds": "{% $total %}"', '"Seconds": "$total"', JSONATA),
            26,
            "between {% and %}",
        ),
        "JSONata: catcher": (
            changed(
                '"Next": "Large?"',
                '"Catch": [{ "ErrorEquals": ["X"], "ResultPath": "$", "Next": "Done" }], "Next": "Large?"',
                JSONATA,
            ),
            15,
            "`ResultPath` belongs to JSONPath",
        ),
        "query language": (changed('"JSONata"', '"JSONatta"', JSONATA), 2, "did you mean `JSONata`"),
    },
)


def test_lists_of_the_language_are_sorted():
    for key in ("errors", "expressions", "intrinsic_functions"):
        assert states_language()[key] == sorted(states_language()[key])
