"""The template as data, and an AWS account that has its stack: S3 and CloudFront by moto, the stack by ourselves."""

import re
from dataclasses import dataclass, field

import boto3
import pytest
from botocore.validate import validate_parameters
from cfnlint.decode import decode
from moto import mock_aws

from tests.conftest import ROOT

TEMPLATE = ROOT / "scripts" / "hosting" / "site.yaml"
REGION = "us-east-1"


@pytest.fixture(scope="session")
def template() -> dict:
    return decode(str(TEMPLATE))[0]


@dataclass
class Stacks:
    """As much of CloudFormation as a publication uses; refuses what CloudFormation or the template would refuse."""

    model: object  # botocore's, of the service
    pattern: str
    outputs: dict[str, str]
    log: list
    parameters: dict[str, str] = field(default_factory=dict)

    def describe_stacks(self, **arguments):
        outputs = [{"OutputKey": name, "OutputValue": value} for name, value in self.outputs.items()]
        parameters = [{"ParameterKey": name, "ParameterValue": value} for name, value in self.parameters.items()]
        return {"Stacks": [{"Outputs": outputs, "Parameters": parameters}]}

    def update_stack(self, **arguments):
        validate_parameters(arguments, self.model.operation_model("UpdateStack").input_shape)
        assert arguments["UsePreviousTemplate"]
        assert arguments["Capabilities"] == ["CAPABILITY_IAM"]
        given = {one["ParameterKey"]: one.get("ParameterValue") for one in arguments["Parameters"]}
        assert given.keys() == self.parameters.keys(), "a parameter that is left out falls back to its default"
        changed = {name: value for name, value in given.items() if value is not None}
        assert changed != {name: self.parameters[name] for name in changed}, "No updates are to be performed."
        assert re.fullmatch(self.pattern, changed["ContentSecurityPolicy"])
        self.parameters |= changed
        self.log.append(("policy", changed["ContentSecurityPolicy"]))

    def get_waiter(self, name):
        assert name == "stack_update_complete"
        return self

    def wait(self, **arguments):
        """Return at once: the update is done."""


@dataclass
class Account:
    """An account with the stack: its clients, and in `log` what was changed, in this order: (what, key or value)."""

    s3: object
    cloudfront: object
    stacks: Stacks
    log: list

    def client(self, name, region_name):
        assert region_name == REGION
        return {"s3": self.s3, "cloudfront": self.cloudfront, "cloudformation": self.stacks}[name]

    def files(self) -> set[str]:
        listed = self.s3.list_objects_v2(Bucket="files", Prefix="site/").get("Contents", ())
        return {item["Key"].removeprefix("site/") for item in listed}


@pytest.fixture
def account(template, monkeypatch):
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    monkeypatch.delenv("AWS_PROFILE", raising=False)
    with mock_aws():
        s3, cloudfront, model = (boto3.client(name, REGION) for name in ("s3", "cloudfront", "cloudformation"))
        s3.create_bucket(Bucket="files")
        log: list = []
        outputs = {"BucketName": "files", "DistributionId": _distribution(cloudfront), "SiteUrl": "https://a.example/"}
        parameter = template["Parameters"]["ContentSecurityPolicy"]
        stacks = Stacks(model.meta.service_model, parameter["AllowedPattern"], outputs, log)
        stacks.parameters |= {"Repository": "a/b", "ContentSecurityPolicy": parameter["Default"]}
        for event in ("PutObject", "DeleteObjects"):
            s3.meta.events.register(f"provide-client-params.s3.{event}", _logger(log, event))
        cloudfront.meta.events.register("provide-client-params.cloudfront.CreateInvalidation", _logger(log, "empty"))
        cloudfront.meta.events.register("after-call.cloudfront.GetInvalidation", _complete)
        yield Account(s3, cloudfront, stacks, log)


def _logger(log: list, what: str):
    def note(params, **_):
        if "Delete" in params:
            log.extend((what, item["Key"]) for item in params["Delete"]["Objects"])
        else:
            log.append((what, params.get("Key")))

    return note


def _complete(parsed, **_):
    """Spell the state as CloudFront does; moto has it in capitals, for which a waiter waits for ever."""
    parsed["Invalidation"]["Status"] = parsed["Invalidation"]["Status"].capitalize()


def _distribution(cloudfront) -> str:
    origin = {"Id": "site", "DomainName": "files.s3.amazonaws.com", "S3OriginConfig": {"OriginAccessIdentity": ""}}
    configuration = {
        "CallerReference": "test",
        "Comment": "",
        "Enabled": True,
        "Origins": {"Quantity": 1, "Items": [origin]},
        "DefaultCacheBehavior": {"TargetOriginId": "site", "ViewerProtocolPolicy": "redirect-to-https"},
    }
    return cloudfront.create_distribution(DistributionConfig=configuration)["Distribution"]["Id"]


@pytest.fixture
def site(tmp_path):
    """A small built site; returns its folder."""
    files = {
        "index.html": "home",
        "404.html": "nothing here",
        "security/iam/index.html": "page",
        "sw.js": "worker",
        "search/first-0123456789ab.js": "data",
        "assets/fonts/sans.woff2": "font",
        "decks/security-iam.apkg": "cards",
    }
    for name, content in files.items():
        file = tmp_path / "site" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content)
    return tmp_path / "site"
