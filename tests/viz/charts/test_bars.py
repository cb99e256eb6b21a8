"""The charts of bars: growth and what is trending."""

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


def test_young_projects_are_told_apart_and_those_without_a_date_are_neither() -> None:
    rows = [
        {"repository": f"o/{name}", "gained": gained, "created": created}
        for name, gained, created in (("a", 9, "2024-05"), ("b", 8, "2019"), ("c", 7, None))
    ]
    drawn = charts.draw("trending", answer("trending", *rows), Look(asked={"since": "2024"}))
    assert [(group.title, group.count) for group in drawn.groups] == [
        ("created since then", 1), ("older", 1), ("date unknown", 1),
    ]  # fmt: skip
    assert drawn.means == ("Young: created since 2024",)


def test_more_bars_than_one_can_read_are_counted() -> None:
    rows = [{"repository": f"o/r{at}", "gained": 99 - at} for at in range(60)]
    assert charts.draw("trending", answer("trending", *rows)).notes == (
        "The first 50 of 60 are drawn; the table has all",
    )
