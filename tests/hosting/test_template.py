"""What the template promises: checked by its data, by cfn-lint and parliament, and its function by running it."""

import json
import re
import subprocess

import pytest
from cfnlint.api import lint_file

from samples.checkers import iam_policy
from samples.javascript_code.node import node
from samples.model import Sample
from tests.hosting.conftest import REGION, TEMPLATE

HASH = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
SUBSTITUTES = {"AWS::Partition": "aws", "AWS::AccountId": "111122223333", "Repository": "owner/name", "Branch": "main"}


def resolved(value):
    """Return a part of the template with its functions replaced by what they could yield."""
    match value:
        case {"Fn::Sub": text}:
            return re.sub(r"\$\{([\w:.]+)\}", lambda found: _value(found[1]), text)
        case {"Fn::GetAtt": [name, attribute]}:
            return _value(f"{name}.{attribute}")
        case {"Ref": name}:
            return _value(name)
        case {"Fn::If": [_, then, _]}:
            return resolved(then)
        case dict():
            return {key: resolved(item) for key, item in value.items()}
        case list():
            return [resolved(item) for item in value]
    return value


def _value(name: str) -> str:
    if name == "AWS::StackId":
        return f"arn:aws:cloudformation:{REGION}:111122223333:stack/aloud/0a1b"
    if name == "Provider":
        return "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"
    if name == "LogSource.Arn":
        return f"arn:aws:logs:{REGION}:111122223333:delivery-source:aloud-site"
    if name.endswith(".Arn"):
        return f"arn:aws:s3:::{name.removesuffix('.Arn').lower()}"
    return SUBSTITUTES.get(name, "E0A1B2C3D4E5F6")


def properties(template, name) -> dict:
    return resolved(template["Resources"][name]["Properties"])


def test_cfn_lint_has_nothing_to_say():
    from cfnlint.config import ManualArgs

    found = lint_file(TEMPLATE, ManualArgs(regions=[REGION], include_checks=["I"]))
    assert [str(match) for match in found] == []


def test_policies_hold_what_iam_policies_must(template):
    role = properties(template, "PublisherRole")
    policies = {
        "role.trust-policy.json": role["AssumeRolePolicyDocument"],
        "role.identity-policy.json": role["Policies"][0]["PolicyDocument"],
        "site.bucket-policy.json": properties(template, "SiteBucketPolicy")["PolicyDocument"],
        "log.bucket-policy.json": properties(template, "LogBucketPolicy")["PolicyDocument"],
    }
    samples = [
        Sample("site.yaml", 1, "json", title, json.dumps(document, indent=1)) for title, document in policies.items()
    ]
    problems = {
        sample.title: list(verdict.problems) for sample, verdict in zip(samples, iam_policy.check(samples), strict=True)
    }
    assert problems == dict.fromkeys(policies, [])


def test_only_one_branch_of_one_repository_may_publish(template):
    (statement,) = properties(template, "PublisherRole")["AssumeRolePolicyDocument"]["Statement"]
    assert statement["Action"] == "sts:AssumeRoleWithWebIdentity"
    assert statement["Condition"] == {
        "StringEquals": {
            "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
            "token.actions.githubusercontent.com:sub": "repo:owner/name:ref:refs/heads/main",
        }
    }


@pytest.mark.parametrize("value", ["owner/name", "owner@123456/name.io@456789"])
def test_a_repository_is_named_with_or_without_its_numbers(template, value):
    assert re.fullmatch(template["Parameters"]["Repository"]["AllowedPattern"], value)


@pytest.mark.parametrize("value", ["owner", "owner/*", "*/name", "owner/name:ref:refs/heads/x", "https://a.b/c/d", ""])
def test_a_repository_cannot_stand_for_several(template, value):
    assert not re.fullmatch(template["Parameters"]["Repository"]["AllowedPattern"], value)


def test_who_publishes_may_name_no_other_resource(template):
    (policy,) = properties(template, "PublisherRole")["Policies"]
    for statement in policy["PolicyDocument"]["Statement"]:
        actions = statement["Action"] if isinstance(statement["Action"], list) else [statement["Action"]]
        assert not any("*" in action for action in actions)
        assert statement["Resource"].removesuffix("/site/*").count("*") == 0


@pytest.mark.parametrize("name", ["SiteBucket", "LogBucket"])
def test_buckets_are_closed_encrypted_and_outlive_the_stack(template, name):
    bucket = properties(template, name)
    assert set(bucket["PublicAccessBlockConfiguration"].values()) == {True}
    assert len(bucket["PublicAccessBlockConfiguration"]) == 4
    assert bucket["BucketEncryption"]
    assert template["Resources"][name]["DeletionPolicy"] == "RetainExceptOnCreate"
    assert template["Resources"][name]["UpdateReplacePolicy"] == "Retain"
    first, *allowed = properties(template, f"{name}Policy")["PolicyDocument"]["Statement"]
    assert (first["Effect"], first["Condition"]) == ("Deny", {"Bool": {"aws:SecureTransport": "false"}})
    assert all("Service" in statement["Principal"] and "Condition" in statement for statement in allowed)


def test_replaced_files_and_old_logs_do_not_pile_up(template):
    (replaced,) = properties(template, "SiteBucket")["LifecycleConfiguration"]["Rules"]
    assert replaced["NoncurrentVersionExpiration"]
    (logs,) = properties(template, "LogBucket")["LifecycleConfiguration"]["Rules"]
    assert logs["ExpirationInDays"]


def test_logs_say_nothing_of_who_asked(template):
    fields = set(properties(template, "LogDelivery")["RecordFields"])
    private = {"c-ip", "c-port", "x-forwarded-for", "cs(User-Agent)", "cs(Referer)", "cs(Cookie)", "cs-uri-query"}
    assert fields.isdisjoint(private)


def test_every_security_header_is_sent(template):
    headers = properties(template, "Headers")["ResponseHeadersPolicyConfig"]
    assert headers["SecurityHeadersConfig"].keys() == {
        "ContentSecurityPolicy",
        "ContentTypeOptions",
        "FrameOptions",
        "ReferrerPolicy",
        "StrictTransportSecurity",
    }
    assert {item["Header"] for item in headers["CustomHeadersConfig"]["Items"]} == {
        "permissions-policy",
        "cross-origin-opener-policy",
    }
    assert all(header["Override"] for header in headers["SecurityHeadersConfig"].values())


def test_features_that_the_site_uses_stay_allowed(template):
    (value,) = (
        item["Value"]
        for item in properties(template, "Headers")["ResponseHeadersPolicyConfig"]["CustomHeadersConfig"]["Items"]
        if item["Header"] == "permissions-policy"
    )
    assert "wake-lock" not in value  # the mock interview keeps the screen on
    assert "clipboard" not in value  # code can be copied


@pytest.mark.parametrize(
    "policy",
    [
        f"default-src 'self'; script-src 'self' {HASH}; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'",
        f"default-src 'none'; script-src 'self' {HASH} {HASH}; frame-ancestors 'none'; base-uri 'self'",
        f"script-src {HASH}; default-src 'self'; img-src 'self' data:; frame-ancestors 'none';",
        "default-src 'self'; frame-ancestors 'none'",
    ],
)
def test_a_strict_policy_is_taken(template, policy):
    assert re.fullmatch(template["Parameters"]["ContentSecurityPolicy"]["AllowedPattern"], policy)


@pytest.mark.parametrize(
    "policy",
    [
        "default-src 'self'; script-src 'self' 'unsafe-inline'; frame-ancestors 'none'",
        f"default-src 'self'; script-src 'self' {HASH} 'unsafe-inline'; frame-ancestors 'none'",
        "default-src 'self'; SCRIPT-SRC 'self' 'UNSAFE-INLINE'; frame-ancestors 'none'",
        "default-src 'self'; script-src 'self' 'unsafe-eval'; frame-ancestors 'none'",
        "default-src 'self'; script-src 'self'; script-src-elem 'unsafe-inline'; frame-ancestors 'none'",
        "default-src 'self'; script-src-attr 'unsafe-inline'; frame-ancestors 'none'",
        "default-src 'self' 'unsafe-inline'; frame-ancestors 'none'",
        "default-src 'self'; script-src https:; frame-ancestors 'none'",
        "default-src 'self'; script-src *; frame-ancestors 'none'",
        "default-src 'self'; script-src; frame-ancestors 'none'",
        "script-src 'self'; frame-ancestors 'none'",
        "default-src 'self'; script-src 'self'",
        "",
    ],
)
def test_a_policy_that_lets_foreign_or_inline_scripts_run_is_refused(template, policy):
    assert not re.fullmatch(template["Parameters"]["ContentSecurityPolicy"]["AllowedPattern"], policy)


def test_the_first_policy_lets_no_script_run(template):
    parameter = template["Parameters"]["ContentSecurityPolicy"]
    assert "default-src 'none'" in parameter["Default"]
    assert re.fullmatch(parameter["AllowedPattern"], parameter["Default"])


def test_a_missing_file_is_answered_as_missing(template):
    (answer,) = properties(template, "Distribution")["DistributionConfig"]["CustomErrorResponses"]
    assert (answer["ErrorCode"], answer["ResponseCode"], answer["ResponsePagePath"]) == (403, 404, "/404.html")


ADDRESSES = [
    # (asked for, query or None, file, where it is sent instead)
    ("/", None, "/index.html", None),
    ("/security/iam/", "", "/security/iam/index.html", None),
    ("/security/iam/index.html", None, "/security/iam/index.html", None),
    ("/search/first-0123456789ab.js", None, "/search/first-0123456789ab.js", None),
    ("/sitemap.xml.gz", None, "/sitemap.xml.gz", None),
    ("/security/iam", None, None, "https://a.example/security/iam/"),
    ("/security/iam", "", None, "https://a.example/security/iam/"),
    ("/study/questions", "q=iam%20role&level=advanced&level=", None,
     "https://a.example/study/questions/?q=iam%20role&level=advanced&level="),
    ("//evil.example", None, "//evil.example", None),
    ("//evil.example/x", None, None, "https://a.example//evil.example/x/"),
    ("/\\evil", None, None, "https://a.example/\\evil/"),
    ("/v1.2/notes", None, None, "https://a.example/v1.2/notes/"),
]  # fmt: skip
RUN = """
const handler = new Function(`${process.argv[1]}; return handler;`)();
const answers = JSON.parse(process.argv[2]).map(([uri, query]) => handler({ request: {
  method: "GET", uri, headers: { host: { value: "a.example" } }, rawQueryString: () => query ?? undefined } }));
console.log(JSON.stringify(answers));
"""


def test_each_address_leads_to_its_file_or_its_page(template):
    code = properties(template, "Addresses")["FunctionCode"]
    done = subprocess.run(
        [str(node()), "-e", RUN, code, json.dumps(ADDRESSES)], capture_output=True, text=True, timeout=60, check=True
    )
    answers = json.loads(done.stdout)
    found = [
        (uri, query, answer.get("uri"), answer.get("headers", {}).get("location", {}).get("value"))
        for (uri, query, _, _), answer in zip(ADDRESSES, answers, strict=True)
    ]
    assert found == ADDRESSES
    assert {answer["statusCode"] for answer in answers if "statusCode" in answer} == {301}


def test_the_function_is_as_small_as_cloudfront_asks(template):
    assert len(properties(template, "Addresses")["FunctionCode"].encode()) < 10 * 1024
