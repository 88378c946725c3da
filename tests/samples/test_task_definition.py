"""The rules of Amazon ECS for task definitions, in the checker for API shapes."""

from tests.samples.cases import changed_in, run_cases

TASK = """\
{
  "family": "orders",
  "requiresCompatibilities": ["FARGATE"],
  "networkMode": "awsvpc",
  "cpu": "512",
  "memory": "1024",
  "executionRoleArn": "arn:aws:iam::111122223333:role/orders-execution",
  "volumes": [{ "name": "data" }],
  "containerDefinitions": [
    {
      "name": "orders",
      "image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/orders:1.4.2",
      "memory": 768,
      "memoryReservation": 512,
      "stopTimeout": 60,
      "portMappings": [{ "name": "http", "containerPort": 8080, "appProtocol": "http" }],
      "mountPoints": [{ "sourceVolume": "data", "containerPath": "/data" }],
      "environment": [{ "name": "DB_SECRET_ARN", "value": "x" }],
      "secrets": [
        { "name": "A", "valueFrom": "arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf:password::" },
        { "name": "B", "valueFrom": "arn:aws:ssm:us-east-1:111122223333:parameter/orders/b" },
        { "name": "C", "valueFrom": "/orders/c" }
      ],
      "healthCheck": { "command": ["CMD-SHELL", "curl -f http://localhost:8080/"], "interval": 10 },
      "dependsOn": [{ "containerName": "agent", "condition": "START" }],
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": { "awslogs-group": "/o", "awslogs-region": "us-east-1", "awslogs-stream-prefix": "o" }
      }
    },
    {
      "name": "agent",
      "image": "public.ecr.aws/aws-observability/aws-otel-collector@sha256:0123",
      "essential": false,
      "memoryReservation": 256
    }
  ]
}
"""
EC2 = """\
{
  "family": "web",
  "requiresCompatibilities": ["EC2"],
  "containerDefinitions": [
    {
      "name": "web",
      "image": "nginx:1.29",
      "memoryReservation": 128,
      "portMappings": [{ "containerPort": 80, "hostPort": 0 }]
    }
  ]
}
"""


changed = changed_in(TASK)


def with_size(cpu: str, memory: str) -> str:
    return changed('"512",\n  "memory": "1024"', f'"{cpu}",\n  "memory": "{memory}"')


test_cases = run_cases(
    "api_shape",
    language="json",
    title="orders.task-definition.json",
    good={
        "Fargate": TASK,
        "EC2": EC2,
        "units": with_size(".5 vCPU", "2 GB"),
        "large": with_size("16384", "122880"),
        "EC2 of any size": changed('"family": "web",', '"family": "web", "cpu": "300", "memory": "700",', EC2),
    },
    bad={
        "unknown key": (changed('"portMappings"', '"portMapping"'), 16, "portMappings"),
        "value of the model": (changed('"START"', '"STARTED"'), 25, "did you mean `START`"),
        "no family": (changed('"family": "orders",', ""), 1, "'family'"),
        "cpu not offered": (with_size("500", "1024"), 5, "no tasks of 500 CPU units"),
        "memory not offered": (with_size("512", "5120"), 6, "1024, 2048, 3072, 4096 MiB"),
        "no amount": (with_size("half", "1024"), 5, "no amount"),
        "no memory": (changed('"memory": "1024",', ""), 1, "needs `memory`"),
        "bridge on Fargate": (changed('"awsvpc"', '"bridge"'), 4, "awsvpc"),
        "no network mode on Fargate": (changed('"networkMode": "awsvpc",', ""), 3, "awsvpc"),
        "containers larger than the task": (changed('"memory": 768,', '"memory": 1536,'), 13, "may use 1536 MiB"),
        "containers together": (changed('"memoryReservation": 512', '"memoryReservation": 800'), 6, "800 + 256 = 1056"),
        "containers' CPU": (changed('"stopTimeout": 60', '"cpu": 1024'), 5, "reserve 1024"),
        "hard below soft": (changed('"memory": 768', '"memory": 400'), 13, "must be more than"),
        "no memory at all on EC2": (changed('"memoryReservation": 128,', "", EC2), 5, "needs `memory`"),
        "same name": (changed('"name": "agent"', '"name": "orders"'), 32, "two containers"),
        "nothing essential": (
            changed('"image": "nginx:1.29"', '"image": "nginx:1.29", "essential": false', EC2),
            4,
            "no container is essential",
        ),
        "unknown volume": (changed('"sourceVolume": "data"', '"sourceVolume": "date"'), 17, "not in `volumes`"),
        "unknown dependency": (changed('"containerName": "agent"', '"containerName": "agents"'), 25, "no container"),
        "depends on itself": (changed('"containerName": "agent"', '"containerName": "orders"'), 25, "itself"),
        "depends on health unknown": (changed('"START"', '"HEALTHY"'), 25, "no healthCheck"),
        "depends on the end of an essential": (
            changed('"essential": false,', "").replace('"START"', '"COMPLETE"'),
            25,
            "is essential",
        ),
        "latest": (changed("orders:1.4.2", "orders:latest"), 12, ":latest"),
        "no tag": (changed("orders:1.4.2", "orders"), 12, "has no tag"),
        "no image": (changed('"image": "nginx:1.29",', "", EC2), 5, "no `image`"),
        "host port": (changed('"containerPort": 8080', '"containerPort": 8080, "hostPort": 80'), 16, "must equal"),
        "port too high": (changed("8080, ", "80800, "), 16, "65535"),
        "no port": (changed('"containerPort": 8080, ', ""), 16, "needs `containerPort`"),
        "no name for the protocol": (changed('"name": "http", ', ""), 16, "needs a `name`"),
        "port twice": (
            changed('"appProtocol": "http" }', '"appProtocol": "http" }, { "containerPort": 8080 }'),
            16,
            "twice",
        ),
        "port name twice": (
            changed('"appProtocol": "http" }', '"appProtocol": "http" }, { "name": "http", "containerPort": 81 }'),
            16,
            "two port mappings",
        ),
        "secret is no ARN": (changed("secret:db-AbCdEf:password::", "db-AbCdEf"), 20, "neither the ARN"),
        "secret with half a suffix": (changed(":password::", ":password:"), 20, "neither the ARN"),
        "secret of another service": (changed("arn:aws:ssm:", "arn:aws:s3:"), 21, "neither the ARN"),
        "secret in the environment": (changed("DB_SECRET_ARN", "DB_PASSWORD"), 18, "use `secrets`"),
        "variable twice": (
            changed('"value": "x" }', '"value": "x" }, { "name": "DB_SECRET_ARN", "value": "y" }'),
            18,
            "stands twice",
        ),
        "log driver": (changed('"logDriver": "awslogs"', '"logDriver": "json-file"'), 27, "no log driver"),
        "log option": (changed(', "awslogs-stream-prefix": "o"', ""), 28, "awslogs-stream-prefix"),
        "health command": (changed('"CMD-SHELL", ', ""), 24, "begins with CMD"),
        "health interval": (changed('"interval": 10', '"interval": 1'), 24, "from 5 to 300"),
        "stop timeout": (changed('"stopTimeout": 60', '"stopTimeout": 180'), 15, "120 seconds at most"),
        "privileged": (changed('"stopTimeout": 60', '"privileged": true'), 15, "privileged"),
        "links": (changed('"stopTimeout": 60', '"links": ["agent"]'), 15, "`links`"),
        "host path": (
            changed('"name": "data" }', '"name": "data", "host": { "sourcePath": "/data" } }'),
            8,
            "no host",
        ),
        "no execution role": (
            changed('"executionRoleArn": "arn:aws:iam::111122223333:role/orders-execution",', ""),
            1,
            "needs `executionRoleArn`",
        ),
        "placement": (
            changed('"family": "orders",', '"family": "orders", "placementConstraints": [{ "type": "memberOf" }],'),
            2,
            "does not support",
        ),
        "containers of the wrong type": ('{ "family": "x", "containerDefinitions": {} }', 1, "must be an array"),
        "container of the wrong type": ('{ "family": "x", "containerDefinitions": ["x"] }', 1, "must be an object"),
    },
)
