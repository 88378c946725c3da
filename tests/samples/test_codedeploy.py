"""The checker for application specifications of AWS CodeDeploy."""

from tests.samples.cases import changed_in, run_cases

SERVER = """\
version: 0.0
os: linux
files:
  - source: /
    destination: /srv/orders
permissions:
  - object: /srv/orders
    owner: orders
    mode: 755
    type: [directory]
file_exists_behavior: OVERWRITE
hooks:
  ApplicationStop:
    - location: scripts/stop.sh
      timeout: 60
      runas: root
  ValidateService:
    - location: scripts/check.sh
"""
ECS = """\
version: 0.0
Resources:
  - TargetService:
      Type: AWS::ECS::Service
      Properties:
        TaskDefinition: <TASK_DEFINITION>
        LoadBalancerInfo:
          ContainerName: orders
          ContainerPort: 8080
        CapacityProviderStrategy:
          - { CapacityProvider: FARGATE, Weight: 1 }
Hooks:
  - AfterAllowTestTraffic: smoke-test
"""
LAMBDA = """\
version: 0.0
Resources:
  - orders:
      Type: AWS::Lambda::Function
      Properties:
        Name: orders
        Alias: live
        CurrentVersion: 7
        TargetVersion: 8
Hooks:
  - BeforeAllowTraffic: check-orders
"""


changed = changed_in(SERVER)


test_cases = run_cases(
    "codedeploy",
    language="yaml",
    title="appspec.yml",
    good={
        "server": SERVER,
        "ECS": ECS,
        "Lambda": LAMBDA,
        "small letters": ECS.replace("Resources:", "resources:").replace("Hooks:", "hooks:"),
        "ARN": changed("<TASK_DEFINITION>", "arn:aws:ecs:us-east-1:111122223333:task-definition/orders:7", ECS),
    },
    bad={
        "syntax": ("version: [\n", 2, "not valid YAML"),
        "repeated key": (changed("os: linux\n", "os: linux\nos: windows\n", SERVER), 3, "'os' stands twice"),
        "version": (changed("0.0", "1.0", SERVER), 1, "is 0.0"),
        "no version": (changed("version: 0.0\n", "", ECS), 1, "'version'"),
        "operating system": (changed("linux", "macos", SERVER), 2, "'macos'"),
        "no operating system": (changed("os: linux\n", "", SERVER), 1, "'os'"),
        "file without a destination": (changed("    destination: /srv/orders\n", "", SERVER), 4, "'destination'"),
        "unknown hook": (
            changed("  ValidateService:", "  ValidateServices:", SERVER),
            17,
            "did you mean `ValidateService`",
        ),
        "hook that runs no scripts": (changed("  ValidateService:", "  Install:", SERVER), 17, "unknown key 'Install'"),
        "absolute script": (changed("scripts/stop.sh", "/scripts/stop.sh", SERVER), 14, "without a slash"),
        "timeout": (changed("timeout: 60", "timeout: 7200", SERVER), 15, "maximum of 3600"),
        "timeouts together": (
            changed("      runas: root\n", "    - { location: a.sh, timeout: 3600 }\n", SERVER),
            13,
            "up to 3660 seconds",
        ),
        "unknown key": (changed("runas", "run-as", SERVER), 16, "did you mean `runas`"),
        "existing files": (changed("OVERWRITE", "REPLACE", SERVER), 11, "'REPLACE'"),
        "ECS: task definition": (changed("<TASK_DEFINITION>", "orders", ECS), 6, "ARN of a task definition"),
        "ECS: port": (changed("ContainerPort: 8080", "ContainerPort: http", ECS), 9, "must be of type integer"),
        "ECS: no load balancer": (
            changed("LoadBalancerInfo", "LoadBalancer", ECS),
            7,
            "did you mean `LoadBalancerInfo`",
        ),
        "ECS: hook": (changed("AfterAllowTestTraffic", "AfterTestTraffic", ECS), 13, "`AfterAllowTestTraffic`"),
        "ECS: two services": (changed("Hooks:", "  - TargetService: {}\nHooks:", ECS), 2, "too long"),
        "ECS: type": (changed("AWS::ECS::Service", "AWS::ECS::Task", ECS), 4, "must be 'AWS::ECS::Service'"),
        "ECS: hooks are a mapping": (changed("  - AfterA", "    AfterA", ECS), 12, "must be of type array"),
        "small letters": (changed("<TASK_DEFINITION>", "orders", ECS).replace("Resources:", "resources:"), 6, "ARN"),
        "Lambda: no alias": (changed("        Alias: live\n", "", LAMBDA), 5, "'Alias'"),
        "Lambda: version": (changed("TargetVersion: 8", "TargetVersion: $LATEST", LAMBDA), 9, "is a number"),
        "Lambda: same version": (
            changed("TargetVersion: 8", "TargetVersion: 7", LAMBDA),
            9,
            "nothing would be deployed",
        ),
        "Lambda: hook of ECS": (
            changed("BeforeAllowTraffic", "AfterInstall", LAMBDA),
            11,
            "unknown key 'AfterInstall'",
        ),
    },
)
