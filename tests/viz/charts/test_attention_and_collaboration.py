"""Who is watched more than worked on."""

from __future__ import annotations

from tests.viz.charts.answers import answer
from viz import charts


def test_who_is_watched_more_than_worked_on_is_told_by_the_ranks() -> None:
    rows = [
        {"repository": "o/loud", "stars": 900, "openrank": 1.0, "lead": 2, "preset": "p"},
        {"repository": "o/even", "stars": 90, "openrank": 5.0, "lead": 0, "preset": "p"},
        {"repository": "o/calm", "stars": 9, "openrank": 50.0, "lead": -2, "preset": "p"},
        {"repository": "o/zero", "stars": 0, "openrank": 50.0, "lead": -2, "preset": "p"},
    ]
    drawn = charts.draw("attention-and-collaboration", answer("attention-and-collaboration", *rows))
    assert [group.count for group in drawn.groups] == [1, 1, 1]
    assert drawn.notes == (
        "OpenRank as defined by p", "1 projects at zero have no place on a logarithmic scale",
    )  # fmt: skip
