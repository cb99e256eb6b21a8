"""Capabilities that nothing is told of are neither full nor none."""

from __future__ import annotations

from tests.viz.charts.answers import all_values, answer
from viz import charts


def test_a_capability_of_which_nothing_is_told_is_neither_full_nor_none() -> None:
    rows = [
        {"feature": "Agents", "repository": "o/a", "level": "full"},
        {"feature": "Memory", "repository": "o/b", "level": "none"},
    ]
    cells = [value for value in all_values(charts.draw("features", answer("features", *rows))) if "level" in value]
    assert {(cell["feature"], cell["name"]): cell["level"] for cell in cells} == {
        ("Agents", "a"): "full", ("Agents", "b"): "not told", ("Memory", "a"): "not told", ("Memory", "b"): "none",
    }  # fmt: skip
