"""The checker for INI files, those of the AWS CLI among them."""

import pytest

from samples.config_files.ini_file import parse
from tests.samples.cases import run_cases

_CONFIG = """\
[default]
region = us-east-1
output = json
cli_pager =

[sso-session corp]
sso_region = us-east-1
sso_start_url = https://d-1234567890.awsapps.com/start
sso_registration_scopes = sso:account:access

[profile dev]
sso_session = corp
sso_account_id = 111122223333
sso_role_name = Developer
retry_mode = adaptive
max_attempts = 5
s3 =
  max_concurrent_requests = 20
  addressing_style = virtual

[profile prod]
role_arn = arn:aws:iam::111122223333:role/Deploy
source_profile = dev
mfa_serial = arn:aws:iam::111122223333:mfa/ana
duration_seconds = 3600
services = local

[services local]
dynamodb =
  endpoint_url = http://localhost:8000
"""
_KEYS = "aws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n"

test_cases = run_cases(
    "ini",
    language="ini",
    title="~/.aws/config",
    good={
        "config": _CONFIG,
        "config by its sections": (_CONFIG, "profiles.ini"),
        "credentials": (f"[default]\n{_KEYS}\n[dev]\n{_KEYS}", "~/.aws/credentials"),
        "other file": ("[database]\nhost = db.example.com\nssl\n", "app.ini"),
        "unit": ("[Unit]\nAfter=a\nAfter=b\n[Service]\nExecStart=/bin/true\n[X-Own]\na=1\n", "app.service"),
    },
    bad={
        "key before a section": ("a = 1\n[b]\n", 1, "before the first [section]", "app.ini"),
        "key twice": ("[a]\nb = 1\nb = 2\n", 3, "the key `b` stands twice", "app.ini"),
        "section twice": ("[a]\nb = 1\n[a]\n", 3, "the section [a] stands twice", "app.ini"),
        "no key": ("[a]\nb = 1\n= 2\n", 3, "neither a [section] nor", "app.ini"),
        "nothing": ("# only a comment\n", 1, "there is no section", "app.ini"),
        "section of a unit": ("[Unit]\n[Servce]\n", 2, "did you mean `Service`?", "app.service"),
        "profile without the word": ("[default]\nregion = us-east-1\n[dev]\n", 3, "write [profile dev]"),
        "section": ("[proflie dev]\n", 1, "did you mean `profile`?"),
        "section without a name": ("[default]\n[profile]\n", 2, "lacks its name"),
        "profile among credentials": (f"[profile dev]\n{_KEYS}", 1, "write [dev]", "credentials"),
        "key": ("[default]\nregoin = us-east-1\n", 2, "did you mean `region`?"),
        "key of a session": ("[sso-session a]\nsso_region = us-east-1\nsso_url = x\n", 3, "no key `sso_url`"),
        "key that a session lacks": ("[default]\n[sso-session a]\nsso_region = us-east-1\n", 2, "lacks sso_start_url"),
        "key below s3": ("[default]\ns3 =\n  max_bandwidth = 5MB/s\n  max_concurent = 5\n", 4, "below s3"),
        "service without an endpoint": ("[services a]\ns3 = x\n", 2, "needs an indented endpoint_url"),
        "Region": ("[default]\nregion = us-east-9\n", 2, "there is no Region `us-east-9`"),
        "output": ("[default]\noutput = jason\n", 2, "did you mean `json`?"),
        "retry mode": ("[default]\nretry_mode = adaptve\n", 2, "did you mean `adaptive`?"),
        "value below s3": ("[default]\ns3 =\n  addressing_style = paths\n", 3, "`paths` is no value"),
        "number": ("[default]\nmax_attempts = many\n", 2, "must be a whole number"),
        "boolean": ("[default]\nuse_fips_endpoint = yes\n", 2, "must be true or false"),
        "role without a source": (
            "[profile a]\nrole_arn = arn:aws:iam::111122223333:role/R\n",
            2,
            "needs one of source_profile",
        ),
        "source without a role": ("[default]\n[profile a]\nsource_profile = default\n", 3, "without role_arn"),
        "two sources": (
            "[profile a]\nrole_arn = arn:aws:iam::111122223333:role/R\n"
            "source_profile = default\ncredential_source = Environment\n",
            4,
            "source_profile or credential_source, not both",
        ),
        "ARN": (
            "[profile a]\nrole_arn = arn:aws:iam::111122223333:user/R\nsource_profile = default\n",
            2,
            "no ARN of a role",
        ),
        "source that is missing": (
            "[profile a]\nrole_arn = arn:aws:iam::111122223333:role/R\nsource_profile = b\n",
            3,
            "no section [profile b]",
        ),
        "session that is missing": (
            "[profile a]\nsso_session = corp\nsso_account_id = 111122223333\nsso_role_name = R\n",
            2,
            "no section [sso-session corp]",
        ),
        "role that is missing": (
            "[sso-session c]\nsso_region = us-east-1\nsso_start_url = https://c.awsapps.com/start\n"
            "[profile a]\nsso_session = c\nsso_account_id = 111122223333\n",
            4,
            "lacks sso_role_name",
        ),
        "secret": ("[default]\naws_secret_access_key = wJalrXUtnFEMIK7MDENGbPxRfiCY\n", 2, "looks like a real secret"),
    },
)


@pytest.mark.parametrize("keep_case", [True, False])
def test_lines_of_sections_and_keys(keep_case):
    [one, two] = parse("# x\n[One]\nA = 1\n\nb =\n  c = 2\n[two]\n", strict=True, keep_case=keep_case)
    assert (one.line, two.line) == (2, 7)
    assert [(option.key.lower(), option.line) for option in one.options] == [("a", 3), ("b", 5)]
    assert [(child.key, child.value, child.line) for child in one.options[1].children] == [("c", "2", 6)]
