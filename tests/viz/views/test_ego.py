from __future__ import annotations

from tests.viz.worlds import overlap
from viz.views.ego import draw


def test_the_centre_stands_in_the_middle_and_is_labelled_first() -> None:
    centre = next(mark for mark in draw(overlap(), "github:@fzyzcjy").marks if mark.title == "fzyzcjy")
    assert (centre.x, centre.y, centre.rank) == (0.0, 0.0, 0)


def test_a_centre_that_is_not_there_changes_nothing() -> None:
    assert draw(overlap(), "github:@nobody").marks == draw(overlap()).marks
