"""Flows keep their amounts."""

from __future__ import annotations

from tests.viz.charts.answers import all_values, answer
from viz import charts
from viz.vega.drawn import Look


def test_flows_keep_their_amounts_and_too_many_are_counted() -> None:
    rows = [{"from_repository": f"o/f{at}", "to_repository": "o/t", "developers": 2} for at in range(45)]
    drawn = charts.draw("migration", answer("migration", *rows), Look(asked={"first": "2024-01..2024-12"}))
    assert drawn.notes == ("The 40 largest of 45 flows are drawn; the table has all",)
    assert {value["words"] for value in all_values(drawn) if value.get("column") == 1} == {"t  80"}
    assert {value["developers"] for value in all_values(drawn) if "flow" in value} == {2}
