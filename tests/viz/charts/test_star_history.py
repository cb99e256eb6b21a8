"""Stars that are sums say since when."""

from __future__ import annotations

from tests.viz.charts.answers import answer
from viz import charts


def test_stars_that_are_sums_say_since_when() -> None:
    rows = [{"repository": "o/a", "month": "2025-01", "stars": 5, "summed_since": "2024-11"}]
    notes = charts.draw("star-history", answer("star-history", *rows)).notes
    assert "Sums of what was gained each month: o/a since 2024-11" in notes
