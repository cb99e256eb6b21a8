"""Flows keep their amounts."""

from __future__ import annotations

from itertools import pairwise

from tests.viz.charts.answers import all_values, answer
from viz import charts
from viz.vega.drawn import Drawn, Look
from viz.vega.labels import GAP


def drawn_with(count: int, flows: int) -> Drawn:
    rows = [
        {"from_repository": f"o/f{at}", "to_repository": "o/t", "developers": 2, "from_all": 2 + at % 2, "to_all": 130,
         "flows": flows}
        for at in range(count)
    ]  # fmt: skip
    return charts.draw("migration", answer("migration", *rows), Look(asked={"first": "2024-01..2024-12"}))


def test_flows_keep_their_amounts_and_numbers_are_of_all_flows() -> None:
    drawn = drawn_with(45, 45)
    words = [value["words"] for value in all_values(drawn) if "column" in value]
    assert "80 of 130  t" in words
    assert {"2  f0", "2 of 3  f1"} <= set(words)
    assert {value["developers"] for value in all_values(drawn) if "flow" in value} == {2}


def test_flows_that_are_not_drawn_or_not_in_the_table_are_counted() -> None:
    assert drawn_with(45, 45).notes == ("The 40 largest of 45 flows are drawn", "The table has all flows")
    assert drawn_with(45, 175).notes == (
        "The 40 largest of 175 flows are drawn", "The table has the 45 largest flows; a higher limit returns more",
    )  # fmt: skip
    assert drawn_with(5, 5).notes == ()


def test_each_name_has_a_line_of_its_own() -> None:
    drawn = drawn_with(45, 45)
    height = drawn.chart.to_dict()["height"]
    middles = sorted(value["middle"] * height for value in all_values(drawn) if value.get("column") == 0)
    assert min(two - one for one, two in pairwise(middles)) >= GAP - 0.01
