"""Combinations of projects with dots, bars and totals."""

from __future__ import annotations

from tests.viz.charts.answers import all_values, answer
from viz import charts
from viz.vega.drawn import Look

BOTH = {"repositories": ["o/a", "o/b"], "developers": 2, "totals": [5, 4], "logins": ["x", "y"]}
ONE = {"repositories": ["o/a"], "developers": 3, "totals": [5], "logins": ["z"]}


def test_each_combination_has_its_dots_its_bar_and_all_developers_of_a_project_stand_beside_its_name() -> None:
    drawn = charts.draw("overlap-sets", answer("overlap-sets", BOTH, ONE), Look(asked={"repositories": ["o/b", "o/a"]}))
    values = all_values(drawn)
    assert [value["words"] for value in values if "words" in value] == ["b  4", "a  5"]
    dots = [(value["at"], value["px"], value["member"]) for value in values if "member" in value]
    assert dots == [(0, 15, True), (0, 45, True), (1, 15, False), (1, 45, True)]
    assert {value["combination"] for value in values if "combination" in value} == {"b and a", "a"}
