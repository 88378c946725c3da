"""A publication, into an account that moto simulates."""

from datetime import UTC, datetime, timedelta

import pytest

import publish_on_aws
from command_line import UsageError
from hosting.bucket import KEPT, Bucket
from hosting.merged_policy import with_scripts_of
from hosting.publish import publish, site_files
from hosting.sending import cache_control, content_type, is_named_by_content

OLD = "default-src 'self'; script-src 'self' 'sha256-old='; frame-ancestors 'none'"
NEW = "default-src 'self'; script-src 'self' 'sha256-new='; frame-ancestors 'none'"
DAY = timedelta(days=1)
NOW = datetime(2030, 1, 1, tzinfo=UTC)


def run(account, site, policy=NEW) -> str:
    account.log.clear()
    return publish(account, "aloud", site, policy, lambda text: None)


def position(account, *entry) -> int:
    return account.log.index(entry)


def test_what_is_published_is_the_whole_site(account, site):
    assert run(account, site) == "https://a.example/"
    assert account.files() == set(site_files(site))
    sent = account.s3.get_object(Bucket="files", Key="site/security/iam/index.html")
    assert sent["Body"].read() == b"page"
    assert sent["ContentType"] == "text/html; charset=utf-8"
    assert "max-age=0" in sent["CacheControl"]


def test_no_page_is_there_before_its_files_and_no_worker_before_the_cache_is_empty(account, site):
    run(account, site)
    puts = [key for what, key in account.log if what == "PutObject"]
    first_page = min(puts.index(key) for key in puts if key.endswith(".html"))
    others = [key for key in puts if key.startswith("site/") and not key.endswith((".html", "sw.js"))]
    assert all(puts.index(key) < first_page for key in others)
    last_page = max(position(account, "PutObject", key) for key in puts if key.endswith(".html"))
    assert last_page < position(account, "empty", None) < position(account, "PutObject", "site/sw.js")


def test_old_files_are_deleted_when_nothing_leads_to_them_any_more(account, site):
    run(account, site)
    (site / "security/iam/index.html").unlink()
    run(account, site)
    assert account.log[-1] == ("DeleteObjects", "site/security/iam/index.html")
    assert account.files() == set(site_files(site))


def test_scripts_of_both_editions_may_run_until_the_new_one_is_there(account, site):
    run(account, site, OLD)
    run(account, site, NEW)
    policies = [value for what, value in account.log if what == "policy"]
    assert ["'sha256-old='" in policy for policy in policies] == [True, False]
    assert all("'sha256-new='" in policy for policy in policies)
    assert account.log[0][0] == "policy"
    assert position(account, "PutObject", "site/sw.js") < position(account, "policy", NEW)


def test_an_unchanged_policy_changes_nothing_in_the_stack(account, site):
    run(account, site)
    run(account, site)
    assert "policy" not in {what for what, _ in account.log}


def test_only_sources_of_scripts_are_taken_over_from_another_policy():
    other = "default-src *; script-src 'none' 'self' 'sha256-old='; img-src *"
    widened = "default-src 'self'; script-src 'self' 'sha256-new=' 'sha256-old='; frame-ancestors 'none'"
    assert with_scripts_of(NEW, other) == widened


def test_open_tabs_get_the_files_of_their_edition_for_a_month_after_it_was_replaced(account, site):
    named = "search/first-0123456789ab.js"
    names = site_files(site)
    bucket = Bucket(account.s3, "files")
    bucket.upload(site, names)
    later = [name for name in names if name != named]
    bucket.remove_old(names, NOW - 365 * DAY)  # it was published a year ago, and replaced today
    assert bucket.remove_old(later, NOW) == 0
    assert bucket.remove_old(later, NOW + KEPT - DAY) == 0
    assert bucket.remove_old(later, NOW + KEPT) == 1
    assert account.files() == set(later)


def test_a_file_that_comes_back_is_kept_for_a_month_again(account, site):
    named = "search/first-0123456789ab.js"
    names = site_files(site)
    bucket = Bucket(account.s3, "files")
    bucket.upload(site, names)
    later = [name for name in names if name != named]
    bucket.remove_old(later, NOW)
    bucket.remove_old(names, NOW + DAY)
    bucket.remove_old(later, NOW + 20 * DAY)
    assert bucket.remove_old(later, NOW + KEPT + DAY) == 0
    assert named in account.files()


def test_what_stands_beside_the_site_in_the_bucket_stays(account, site):
    run(account, site)
    run(account, site)
    account.s3.head_object(Bucket="files", Key="superseded.json")


@pytest.mark.parametrize(
    "name, expected",
    [
        ("search/text-security-iam-594743b001eb.js", True),
        ("assets/stylesheets/site-0123456789ab.css", True),
        ("assets/stylesheets/main.57a0d79d.min.css", True),
        ("assets/javascripts/bundle.a5f9d56c.min.js.map", True),
        ("assets/scripts/search/box.js", False),
        ("assets/fonts/sans.woff2", False),
        ("security/decade-facade/index.html", False),
        ("sw.js", False),
    ],
)
def test_a_name_tells_whether_a_file_can_change(name, expected):
    assert is_named_by_content(name) is expected
    assert ("immutable" in cache_control(name)) is expected


def test_nothing_in_between_keeps_the_service_worker():
    assert cache_control("sw.js") == "no-cache"


def test_each_kind_of_file_of_the_site_has_its_type(built):
    downloads = {name for name in site_files(built.folder) if content_type(name) == "application/octet-stream"}
    assert downloads == set()
    assert content_type("decks/security-iam.apkg") == "application/octet-stream"


def test_scripts_and_styles_of_the_site_that_never_change_are_recognized(built):
    assert {name for name in site_files(built.folder) if name.startswith("search/") and name.endswith(".js")} <= {
        name for name in site_files(built.folder) if is_named_by_content(name)
    }


def test_a_folder_without_a_site_is_not_published(account, tmp_path):
    with pytest.raises(UsageError, match="does not hold index.html; run `make site` first"):
        run(account, tmp_path)
    assert account.log == []


def test_a_stack_of_something_else_is_refused(account, site):
    del account.stacks.outputs["BucketName"]
    with pytest.raises(UsageError, match="the stack aloud has no output BucketName"):
        run(account, site)
    assert account.log == []


def test_the_command_says_in_one_line_what_is_wrong(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    assert publish_on_aws.main(["aloud", "--site", str(tmp_path), "--policy", NEW]) == 2
    assert capsys.readouterr().err.startswith(f"publish_on_aws.py: {tmp_path} does not hold index.html")


def test_the_command_says_what_aws_says(account, site, capsys, monkeypatch):
    monkeypatch.setattr("boto3.Session", lambda: account)
    del account.stacks.parameters["Repository"]
    account.stacks.outputs["BucketName"] = "gone"
    assert publish_on_aws.main(["aloud", "--site", str(site), "--policy", NEW]) == 1
    said = capsys.readouterr().err
    assert "AWS says: An error occurred (NoSuchBucket)" in said
    assert said.count("\n") == 1
