"""Axes of time have ticks where there are values."""

from __future__ import annotations

from typing import Any

from tests.viz.charts.answers import all_values, answer
from tests.viz.charts.test_domain_curves import row as domain
from tests.viz.charts.test_rank_race import row as rank
from viz import charts
from viz.language import speaking
from viz.vega.drawn import Drawn
from viz.vega.lines import months
from viz.vega.picture import picture


def axis(drawn: Drawn) -> dict[str, Any]:
    """The first axis of the layer that is drawn."""
    found: dict[str, Any] = next(layer["encoding"]["x"]["axis"] for layer in drawn.chart.to_dict()["layer"])
    return found


def test_three_months_have_three_ticks() -> None:
    rows = [rank("o/a", month, 1) for month in ("2025-06", "2025-07", "2025-08")]
    ticks = axis(charts.draw("rank-race", answer("rank-race", *rows)))
    assert [(tick["year"], tick["month"]) for tick in ticks["values"]] == [(2025, 6), (2025, 7), (2025, 8)]
    assert ticks["format"] == "%Y-%m"


def test_means_of_years_have_ticks_of_years() -> None:
    rows = [domain("A", year, 1.0, None) for year in ("2024", "2025")]
    ticks = axis(charts.draw("domain-curves", answer("domain-curves", *rows)))
    assert ticks["format"] == "%Y"
    assert [tick["year"] for tick in ticks["values"]] == [2024, 2025]


def test_months_are_written_as_the_readers_of_the_page_write_them() -> None:
    rows = [rank("o/a", month, 1) for month in ("2025-06", "2025-07", "2025-08")]
    with speaking("zh"):
        drawn = charts.draw("rank-race", answer("rank-race", *rows))
        assert "2025年6月" in picture(drawn, "svg").decode()
        means = [domain("A", year, 1.0, None) for year in ("2024", "2025")]
        assert axis(charts.draw("domain-curves", answer("domain-curves", *means)))["format"] == "%Y年"


def test_a_line_that_ends_early_has_its_name_with_the_others_at_the_edge_or_far_from_it_at_its_end() -> None:
    months_ = [f"2025-{number:02}" for number in range(1, 10)]
    ends = {"whole": months_, "early": months_[:8], "old": months_[:3]}
    rows = [domain(name, month, 1.0, None) for name, told in ends.items() for month in told]
    drawn = charts.draw("domain-curves", answer("domain-curves", *rows))
    columns = {row["line"]: row["at"] for row in all_values(drawn) if "at" in row}
    assert columns == {"whole": "2025-09-01", "early": "2025-09-01", "old": "2025-03-01"}
    assert picture(drawn, "svg").count(b"early") == 1


def test_many_months_have_as_many_ticks_as_there_is_room_for() -> None:
    days = [f"{year}-{month:02}-01" for year in range(2015, 2025) for month in range(1, 13)]
    assert "values" not in months(days).to_dict()
