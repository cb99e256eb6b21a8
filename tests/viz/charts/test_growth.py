"""Growth is drawn with what is unknown of it named."""

from __future__ import annotations

from tests.viz.charts.answers import all_values, answer
from viz import charts
from viz.vega.drawn import Look


def test_growth_that_is_unknown_is_named_below_and_not_drawn_as_zero() -> None:
    rows: list[dict[str, object]] = [
        {"name": "o/up", "relative": 0.5, "definition": "a month over the one before"},
        {"name": "o/down", "relative": -0.25, "definition": "a month over the one before"},
        {"name": "o/new", "definition": "a month over the one before"},
    ]
    drawn = charts.draw("growth", answer("growth", *rows), Look(asked={"of": "project", "metric": "openrank"}))
    assert [(value["label"], value["x"]) for value in all_values(drawn)] == [("up", 0.5), ("down", -0.25)]
    assert drawn.notes == ("Growth unknown, as a month is missing: o/new",)
    assert all_values(drawn)[0]["href"] == "/repositories/o/up"


def test_a_domain_that_grows_has_no_page() -> None:
    drawn = charts.draw("growth", answer("growth", {"name": "Kernels", "relative": 0.5}), Look(asked={"of": "domain"}))
    assert all_values(drawn)[0]["href"] == ""
