"""Momentum and size on a plane, parted at zero and at the median."""

from __future__ import annotations

from tests.viz.charts.answers import all_values, answer
from viz import charts


def test_a_project_without_twelve_months_is_counted_and_named() -> None:
    rows = [
        {"repository": "o/a", "size": 10.0, "momentum": 0.2, "quadrant": "large and rising"},
        {"repository": "o/b", "size": 1.0, "momentum": -0.2, "quadrant": "small and falling"},
        {"repository": "o/c", "size": 3.0},
    ]
    drawn = charts.draw("momentum", answer("momentum", *rows))
    assert drawn.notes == ("Momentum unknown for 1 of 3, which lack one of the twelve months: o/c",)
    assert [(group.title, group.count) for group in drawn.groups] == [("large and rising", 1), ("small and falling", 1)]
    assert [value["name"] for value in all_values(drawn) if "weight" in value] == ["a", "b"]


def test_the_plane_is_parted_at_zero_and_at_the_median_size() -> None:
    rows = [
        {"repository": f"o/{n}", "size": float(n), "momentum": 0.1, "quadrant": "large and rising"} for n in (1, 2, 9)
    ]
    values = all_values(charts.draw("momentum", answer("momentum", *rows)))
    assert {"x": 2.0} in [{"x": value.get("x")} for value in values if "weight" not in value]
    assert {"y": 0.0} in [{"y": value.get("y")} for value in values if "weight" not in value]
