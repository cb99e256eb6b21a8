"""Stars that are sums say since when."""

from __future__ import annotations

from tests.viz.charts.answers import all_values, answer
from viz import charts
from viz.vega.drawn import Look


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


def test_another_measure_is_called_by_its_name() -> None:
    rows = [{"repository": "o/a", "month": f"2025-0{at}", "stars": at} for at in (1, 2)]
    drawn = charts.draw("star-history", answer("star-history", *rows), Look(asked={"metric": "openrank"}))
    assert '"title": "OpenRank"' in drawn.chart.to_json()
    assert [value["openrank"] for value in all_values(drawn) if "openrank" in value][:2] == [1, 2]
