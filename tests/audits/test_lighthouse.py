"""What the audit makes of Lighthouse's reports."""

from audits.lighthouse import counted, largest_topic, misses, row

_LEAST = {"performance": 95, "accessibility": 100}


def run(performance: float, accessibility: float | None = 1) -> dict:
    """Return a report as Lighthouse writes it, with one audit for each category."""
    node = {"node": {"snippet": "<a>"}}
    times = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time")
    audits = {name: {"score": performance, "scoreDisplayMode": "numeric", "numericValue": 1234.5} for name in times}
    audits["target-size"] = {"score": accessibility, "scoreDisplayMode": "binary", "details": {"items": [node]}}
    refs = {
        "performance": [{"id": name, "weight": 10} for name in times],
        "accessibility": [{"id": "target-size", "weight": 7}],
    }
    scores = {"performance": performance, "accessibility": accessibility}
    categories = {name: {"score": score, "auditRefs": refs[name]} for name, score in scores.items()}
    return {"categories": categories, "audits": audits, "environment": {"benchmarkIndex": 999.4}}


def test_the_median_run_counts_for_performance():
    runs = [run(0.5), run(0.97), run(0.99)]
    assert counted(runs, "performance") is runs[1] and misses(runs, _LEAST) == []


def test_the_worst_run_counts_for_all_else_and_what_cost_it_is_named():
    (missed,) = misses([run(1), run(1, 0.9), run(1)], _LEAST)
    assert "accessibility is 90" in missed and "target-size <a>" in missed


def test_a_category_without_a_score_misses():
    assert "accessibility is 0" in misses([run(1, None)], _LEAST)[0]


def test_a_slow_page_misses_with_its_metrics():
    (missed,) = misses([run(0.5), run(0.6), run(0.7)], _LEAST)
    assert "performance is 60, and should be 95" in missed and "total-blocking-time" in missed


def test_a_row_names_the_page_its_scores_and_the_speed_of_the_machine():
    text = row("", [run(0.97)], _LEAST)
    assert text.startswith("home ") and "performance 97" in text and "FCP 1234 ms" in text and text.endswith("CPU 999")


def test_the_largest_topic_is_a_topic(tmp_path):
    for name, size in (("about/long", 9), ("security/iam", 5), ("compute/ec2", 7)):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "index.html").write_text("x" * size)
    assert largest_topic(tmp_path) == "compute/ec2/"
