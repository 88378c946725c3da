"""The checker for sessions at a terminal."""

from tests.samples.cases import run_cases

test_cases = run_cases(
    "console",
    language="console",
    title="session",
    good={
        "output": "$ aws sts get-caller-identity --query Account --output text\n111122223333\n",
        "output that looks like a command": "$ cat run.sh\naws ecs list-task\n",
        "continued": '$ aws ecs list-tasks \\\n    --cluster shop\n{\n    "taskArns": []\n}\n$ echo ok\nok\n',
        "state": '$ cluster=shop\n$ aws ecs list-tasks --cluster "$cluster"\n',
        "other tools": "$ kubectl get pods\nNAME  READY\nweb   1/1\n",
    },
    bad={
        "nothing typed": ("NAME  READY\n", 1, "nothing is typed"),
        "operation": ("$ echo a\na\n$ aws ecs list-task\n", 3, "unknown command"),
        "option in a continued line": ("$ aws ecs list-tasks \\\n    --clster a\n[]\n", 2, "unknown option --clster"),
        "enum": ("$ aws ecs list-tasks --launch-type FARGAT\n", 1, "did you mean `FARGATE`"),
        "syntax": ("$ echo 'a\n", 1, "SC10"),
        "prompt of a continued line": ("$ aws ecs list-tasks \\\n> --cluster a\n", 2, "without the prompt"),
        "nothing follows": ("$ aws ecs list-tasks \\\n", 1, "nothing follows"),
    },
)
