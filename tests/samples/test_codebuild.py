"""The checker for build specifications of AWS CodeBuild."""

from tests.samples.cases import changed_in, run_cases

BUILD = """\
version: 0.2

env:
  shell: bash
  git-credential-helper: yes
  variables:
    REPOSITORY: orders
  parameter-store:
    ENDPOINT: /orders/endpoint
  secrets-manager:
    NPM_TOKEN: ci/npm:token
  exported-variables: [TAG]

phases:
  install:
    runtime-versions:
      nodejs: 24
  pre_build:
    on-failure: RETRY-2
    commands:
      - npm ci
      - "echo version: 1"
  build:
    commands:
      - |
        npm test
    finally:
      - rm -rf tmp
reports:
  unit:
    files: ["**/*.xml"]
    file-format: JUNITXML
artifacts:
  files:
    - dist/**/*
  discard-paths: no
cache:
  key: npm-$(codebuild-hash-files package-lock.json)
  paths: [/root/.npm/**/*]
"""
BATCH = """\
version: 0.2
batch:
  fast-fail: true
  build-graph:
    - identifier: test
      env:
        type: ARM_CONTAINER
        compute-type: BUILD_GENERAL1_SMALL
    - identifier: image
      depend-on: [test]
phases:
  build:
    commands: [make]
"""


changed = changed_in(BUILD)


test_cases = run_cases(
    "codebuild",
    language="yaml",
    title="buildspec.yml",
    good={
        "build": BUILD,
        "batch": BATCH,
        "secret by its ARN": changed(
            "ci/npm:token", "arn:aws:secretsmanager:us-east-1:111122223333:secret:npm-AbCdEf:token"
        ),
        "one file": changed("  files:\n    - dist/**/*", "  files: imagedefinitions.json"),
        "matrix": changed(
            BATCH[BATCH.index("  build-graph") : BATCH.index("phases")],
            "  build-matrix:\n    dynamic:\n      env:\n        image: [a, b]\n",
            BATCH,
        ),
    },
    bad={
        "syntax": ("version: [\n", 2, "not valid YAML"),
        "empty": ("\n", 1, "one YAML document"),
        "list": ("- a\n", 1, "must be a mapping"),
        "repeated key": (changed("  build:\n", "  pre_build:\n"), 23, "'pre_build' stands twice"),
        "version": (changed("0.2", "0.1"), 1, "is 0.2"),
        "no version": (changed("version: 0.2\n", ""), 2, "lacks the key 'version'"),
        "no phases": ("version: 0.2\nenv: { variables: { A: b } }\n", 1, "needs `phases`"),
        "unknown key": (changed("artifacts:", "artifact:"), 33, "did you mean `artifacts`"),
        "unknown phase": (changed("  pre_build:", "  prebuild:"), 18, "did you mean `pre_build`"),
        "unknown key of a phase": (changed("    finally:", "    finaly:"), 27, "did you mean `finally`"),
        "no commands": ("version: 0.2\nphases:\n  build:\n    run-as: root\n", 3, "'commands'"),
        "empty install": (
            changed("    runtime-versions:\n      nodejs: 24", "    run-as: root"),
            15,
            "`runtime-versions`",
        ),
        "commands are no list": (changed("commands:\n      - |\n        npm test", "commands: npm test"), 24, "array"),
        "colon in a command": (changed('"echo version: 1"', "echo version: 1"), 22, "quote it"),
        "runtime": (changed("nodejs: 24", "node: 24"), 17, "did you mean `nodejs`"),
        "on-failure": (changed("RETRY-2", "IGNORE"), 19, "on-failure is ABORT"),
        "shell": (changed("shell: bash", "shell: zsh"), 4, "'zsh'"),
        "yes or no": (changed("discard-paths: no", "discard-paths: never"), 36, "yes or no"),
        "report format": (changed("JUNITXML", "JUNIT"), 32, "did you mean `JUNITXML`"),
        "report without files": (changed('    files: ["**/*.xml"]\n', ""), 30, "'files'"),
        "artifacts without files": (changed("  files:\n    - dist/**/*\n", ""), 33, "needs `files`"),
        "cache without paths": (changed("  paths: [/root", "  path: [/root"), 37, "'paths'"),
        "name of a variable": (changed("REPOSITORY:", "MY-REPO:"), 6, "MY-REPO"),
        "reserved name": (changed("REPOSITORY:", "CODEBUILD_X:"), 6, "CODEBUILD_X"),
        "secret in plain text": (changed("REPOSITORY: orders", "DB_PASSWORD: orders"), 7, "in plain text"),
        "secret reference": (changed("ci/npm:token", "ci/npm:token:a:b:c"), 11, "secret-id:json-key"),
        "variable twice": (changed("ENDPOINT:", "REPOSITORY:"), 9, "in `variables` as well"),
        "batch of two kinds": (
            changed("  fast-fail", "  build-list: [{ identifier: a }]\n  fast-fail", BATCH),
            2,
            "exactly one",
        ),
        "unknown task": (changed("[test]", "[tests]", BATCH), 10, "did you mean `test`"),
        "task twice": (changed("identifier: image", "identifier: test", BATCH), 9, "two tasks"),
        "task without identifier": (changed("identifier: image", "ignore-failure: true", BATCH), 9, "'identifier'"),
        "compute type": (changed("GENERAL1_SMALL", "GENERAL_SMALL", BATCH), 8, "did you mean `BUILD_GENERAL1_SMALL`"),
        "type of environment": (changed("ARM_CONTAINER", "ARM", BATCH), 7, "no type of CodeBuild"),
    },
)
