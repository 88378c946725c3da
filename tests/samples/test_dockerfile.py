"""The checker for Dockerfiles."""

import pytest
import yaml

from samples.checkers.dockerfile import EXCEPTIONS, check
from samples.model import Sample, ToolMissing
from tests.samples.cases import changed_in, run_cases

GOOD = """\
FROM public.ecr.aws/docker/library/node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev
COPY src ./src

FROM public.ecr.aws/docker/library/node:24-slim
RUN apt-get update \\
    && apt-get install -y --no-install-recommends curl \\
    && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app /app
USER 10001
CMD ["node", "src/server.js"]
"""


changed = changed_in(GOOD)


test_cases = run_cases(
    "dockerfile",
    language="dockerfile",
    title="Dockerfile",
    good={
        "two stages": GOOD,
        "Lambda": 'FROM public.ecr.aws/lambda/python:3.14\nCOPY app.py ${LAMBDA_TASK_ROOT}\nCMD ["app.handler"]\n',
    },
    bad={
        "empty": ("\n", 1, "no instruction"),
        "only a comment": ("# nothing\n", 1, "no instruction"),
        "latest": (changed("node:24-slim\n", "node:latest\n"), 7, "DL3007"),
        "no tag": (changed("node:24-slim\n", "node\n"), 7, "DL3006"),
        "unknown instruction": (changed("RUN npm", "RUNN npm"), 4, "DL1000"),
        "no FROM": ("RUN true\n", 1, "DL3061"),
        "root": (changed("USER 10001", "USER root"), 13, "DL3002"),
        "shell form": (changed('CMD ["node", "src/server.js"]', "CMD node src/server.js"), 14, "DL3025"),
        "two commands": (GOOD + 'CMD ["node"]\n', 15, "DL4003"),
        "shell in RUN": (changed("RUN npm ci --omit=dev", "RUN rm $DIR/x"), 4, "SC2086"),
        "lists left": (changed(" \\\n    && rm -rf /var/lib/apt/lists/*", ""), 8, "DL3009"),
        "unknown stage": (changed("--from=build", "--from=biuld"), 12, "DL3022"),
        "relative WORKDIR": (changed("WORKDIR /app\nCOPY --from", "WORKDIR app\nCOPY --from"), 11, "DL3000"),
        "rule switched off": (changed("USER 10001", "# hadolint ignore=DL3002\nUSER root"), 14, "DL3002"),
        "add": (changed("COPY src ./src", "ADD src ./src"), 5, "DL3020"),
    },
)


def test_each_sample_gets_its_own_verdict():
    texts = [GOOD, "FROM node:latest\n", GOOD, ""]
    verdicts = check([Sample("page.md", 1, "dockerfile", "Dockerfile", text) for text in texts])
    assert [bool(verdict.problems) for verdict in verdicts] == [False, True, False, True]
    assert check([]) == []


def test_missing_tool(monkeypatch):
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    with pytest.raises(ToolMissing, match="hadolint is not installed; run `make check`"):
        check([Sample("page.md", 1, "dockerfile", "Dockerfile", GOOD)])


def test_exceptions_are_sorted_and_have_reasons():
    entries = yaml.safe_load(EXCEPTIONS.read_text("utf-8"))
    assert [e["rule"] for e in entries] == sorted(e["rule"] for e in entries)
    assert all(len(e["reason"]) > 40 for e in entries)
