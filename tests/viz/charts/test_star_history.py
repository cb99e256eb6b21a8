"""Stars that are sums say since when."""

from __future__ import annotations

from tests.viz.charts.answers import answer
from viz import charts


def test_a_project_with_one_reading_is_said_to_have_no_line() -> None:
    rows = [{"repository": name, "month": month, "stars": 5} for name, month in (
        ("o/a", "2025-01"), ("o/a", "2025-02"), ("o/b", "2025-01"),
    )]  # fmt: skip
    drawn = charts.draw("star-history", answer("star-history", *rows))
    assert drawn.notes == ("Of these one value alone is known, a point and no line: b",)


def test_stars_that_are_sums_say_since_when() -> None:
    rows = [{"repository": "o/a", "month": "2025-01", "stars": 5, "summed_since": "2024-11"}]
    notes = charts.draw("star-history", answer("star-history", *rows)).notes
    assert "Sums of what was gained each month: o/a since 2024-11" in notes
