"""The checker for CloudWatch dashboards."""

from tests.samples.cases import changed_in, run_cases

BOARD = """\
{
  "start": "-PT6H",
  "periodOverride": "inherit",
  "variables": [
    { "type": "property", "property": "region", "inputType": "select", "id": "r", "values": [{ "value": "us-east-1" }] }
  ],
  "widgets": [
    {
      "type": "metric", "x": 0, "y": 0, "width": 12, "height": 6,
      "properties": {
        "title": "Errors",
        "region": "us-east-1",
        "view": "timeSeries",
        "stat": "p99",
        "period": 300,
        "metrics": [
          ["AWS/Lambda", "Errors", "FunctionName", "orders", { "id": "errors", "stat": "Sum" }],
          [".", "Invocations", ".", ".", { "id": "calls", "visible": false, "color": "#1f77b4" }],
          ["...", "payments"],
          [{ "expression": "IF(calls > 0, 100 * errors / calls, 0)", "label": "%", "id": "rate" }],
          [{ "expression": "SEARCH('{AWS/EC2,InstanceId} cpu', 'Average')" }]
        ],
        "annotations": { "horizontal": [{ "value": 1, "label": "limit", "fill": "above" }] },
        "yAxis": { "left": { "min": 0 } }
      }
    },
    {
      "type": "log", "x": 12, "y": 0, "width": 12, "height": 6,
      "properties": {
        "region": "us-east-1",
        "query": "SOURCE '/ecs/api' | filter level = 'error' | stats count() by bin(5m)",
        "view": "bar"
      }
    },
    { "type": "text", "properties": { "markdown": "# Orders" } },
    {
      "type": "alarm",
      "properties": { "alarms": ["arn:aws:cloudwatch:us-east-1:111122223333:alarm:orders-5xx"] }
    },
    {
      "type": "explorer",
      "properties": {
        "metrics": [{ "metricName": "CPUUtilization", "resourceType": "AWS::EC2::Instance", "stat": "Average" }],
        "labels": [{ "key": "team", "value": "orders" }]
      }
    }
  ]
}
"""


changed = changed_in(BOARD)


test_cases = run_cases(
    "dashboard",
    language="json",
    title="orders.dashboard.json",
    good={
        "all kinds of widgets": BOARD,
        "empty": '{ "widgets": [] }',
        "trimmed mean": changed('"p99"', '"TM(10%:90%)"'),
        "gauge": changed('"timeSeries"', '"gauge"').replace('{ "min": 0 }', '{ "min": 0, "max": 100 }'),
    },
    bad={
        "not JSON": ('{ "widgets": [\n', 2, "not valid JSON"),
        "array": ("[]", 1, "is an array"),
        "no widgets": ('{ "start": "-PT3H" }', 1, "lacks the key 'widgets'"),
        "unknown key": (changed('"periodOverride"', '"periodOverrides"'), 3, "did you mean `periodOverride`"),
        "start": (changed("-PT6H", "6h"), 2, "a time range starts at"),
        "type of a widget": (changed('"type": "log"', '"type": "logs"'), 28, "did you mean `log`"),
        "no properties": (changed(', "properties": { "markdown": "# Orders" }', ""), 35, "'properties'"),
        "column": (changed('"x": 12', '"x": 24'), 28, "24 is greater than the maximum of 23"),
        "too wide": (changed('"x": 12', '"x": 16'), 28, "from column 16 to 28"),
        "end without a start": (changed('"start": "-PT6H"', '"end": "2027-01-01T00:00:00Z"'), 1, "needs 'start'"),
        "width": (
            changed(
                '"y": 0, "width": 12, "height": 6,\n      "properties": {\n        "title"',
                '"y": 0, "width": 0,\n      "properties": {\n        "title"',
            ),
            9,
            "less than the minimum",
        ),
        "no region": (changed('"region": "us-east-1",\n        "view"', '"view"'), 10, "lacks the key 'region'"),
        "region": (changed('"us-east-1",\n        "view"', '"us-east",\n        "view"'), 12, "pattern"),
        "view": (changed('"timeSeries"', '"timeseries"'), 13, "did you mean `timeSeries`"),
        "statistic": (changed('"p99"', '"avg"'), 14, "a statistic is"),
        "period": (changed('"period": 300', '"period": 45'), 15, "a period is"),
        "gauge without limits": (changed('"timeSeries"', '"gauge"'), 24, "lacks the key 'max'"),
        "metrics are no array": (changed('["...", "payments"]', '"payments"'), 19, "must be of type array"),
        "option of a metric": (changed('"visible": false', '"visibel": false'), 18, "did you mean `visible`"),
        "color": (changed("#1f77b4", "blue"), 18, "a color is written"),
        "id": (changed('"id": "rate"', '"id": "Rate"'), 20, "lowercase"),
        "id twice": (changed('"id": "calls"', '"id": "errors"'), 18, "two metrics"),
        "id unknown": (changed("errors / calls", "errors / call"), 20, "did you mean `calls`"),
        "dimension without a value": (changed('"orders", { "id": "errors"', '{ "id": "errors"'), 17, "has no value"),
        "only a namespace": (changed('["...", "payments"]', '["AWS/Lambda"]'), 19, "a namespace and a name"),
        "nothing to repeat": (changed('["AWS/Lambda", "Errors"', '[".", "Errors"'), 17, "there is none"),
        "nothing in the same place": (changed('["...", "payments"]', '[".", ".", ".", ".", "."]'), 19, "same place"),
        "number in a metric": (changed('["...", "payments"]', '["AWS/Lambda", 1]'), 19, "holds an integer"),
        "expression beside a metric": (
            changed('[{ "expression": "IF', '["A", "B", { "expression": "IF'),
            20,
            "names no metric",
        ),
        "annotation": (changed('"fill": "above"', '"fill": "over"'), 23, "'over'"),
        "query without a source": (changed("SOURCE '/ecs/api' | f", "f"), 31, "begins with SOURCE"),
        "no text": (changed('"markdown"', '"text"'), 35, "'markdown'"),
        "alarm": (
            changed("arn:aws:cloudwatch:us-east-1:111122223333:alarm:orders-5xx", "orders-5xx"),
            38,
            "ARN of an alarm",
        ),
        "explorer": (changed('"stat": "Average" }]', '"stats": "Average" }]'), 43, "did you mean `stat`"),
        "variable": (changed('"property": "region", ', ""), 5, "lacks the key 'property'"),
    },
)
