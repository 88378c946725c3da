"""The files of an Elastic Beanstalk bundle."""

from tests.samples.cases import run_cases

CRON = """\
version: 1
cron:
  - name: nightly
    url: /tasks/report
    schedule: "15 3 * * *"
"""
CONFIG = """\
option_settings:
  aws:elasticbeanstalk:environment:process:default:
    HealthCheckPath: /health
  aws:elasticbeanstalk:application:environment:
    LOG_LEVEL: info
container_commands:
  01_migrate:
    command: ./migrate.sh
    leader_only: true
"""
LIST = """\
option_settings:
  - namespace: aws:autoscaling:asg
    option_name: MinSize
    value: 2
  - option_name: LOG_LEVEL
    value: info
"""

test_cron = run_cases(
    "elastic_beanstalk",
    language="yaml",
    title="cron.yaml",
    good={"a task": CRON},
    bad={
        "not YAML": (CRON.replace("cron:", "cron: ["), 3, ""),
        "another version": (CRON.replace("version: 1", "version: 2"), 1, "the version of a cron.yaml is 1"),
        "no schedule": (CRON.replace('    schedule: "15 3 * * *"\n', ""), 3, "schedule"),
        "four fields": (CRON.replace("15 3 * * *", "3 * * *"), 5, "five fields"),
        "a whole address": (CRON.replace("/tasks", "https://example.com/tasks"), 4, "a path of the application"),
    },
)

test_config = run_cases(
    "elastic_beanstalk",
    language="yaml",
    title=".ebextensions/10-shop.config",
    good={"options and a command": CONFIG, "options as a list": LIST},
    bad={
        "unknown section": (CONFIG.replace("container_commands", "container_command"), 6, "container_command"),
        "leader_only elsewhere": (CONFIG.replace("container_commands", "commands"), 9, "leader_only"),
        "no command": (CONFIG.replace("    command: ./migrate.sh\n", ""), 7, "command"),
        "unknown namespace": (CONFIG.replace("process:default", "proces:default"), 2, "no namespace"),
        "unknown namespace in a list": (LIST.replace("autoscaling:asg", "autoscaling:asgs"), 2, "did you mean"),
        "secret in plain text": (CONFIG.replace("LOG_LEVEL: info", "DB_PASSWORD: x"), 5, "environmentsecrets"),
    },
)
