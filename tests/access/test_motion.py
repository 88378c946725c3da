"""Nothing moves for readers who asked their system for that."""

from tests.access.kinds import KINDS, shortest_topic
from tests.access.survey import open_all, probe
from tests.browsing import BOTH_SIZES


@BOTH_SIZES
def test_nothing_moves_for_those_who_asked_for_that(visit, bank, viewport):
    tab = visit(viewport, reduced_motion="reduce")
    for path in (KINDS["home"], KINDS["list"], shortest_topic(bank)):
        page = tab.goto(path)
        open_all(page)
        assert probe(page, "motion") == [], path
