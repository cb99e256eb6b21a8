"""Projects side by side, with the unknown as a word."""

from __future__ import annotations

from tests.viz.charts.answers import all_values, answer
from viz import charts
from viz.vega.drawn import Look


def test_what_is_unknown_of_a_project_has_no_bar_but_the_word() -> None:
    rows = [{"repository": "o/a", "stars": 200, "openrank": 10.0}, {"repository": "o/b", "stars": 100, "growth": -0.1}]
    factors = answer("bus-factor", {"repository": "o/a", "bus_factor": 4})
    drawn = charts.draw("compare", answer("compare", *rows), Look(beside={"bus_factor": factors}))
    told = {
        (value["measure"], value["label"]): (value["share"], value["words"])
        for value in all_values(drawn)
        if "measure" in value
    }
    assert told["stars", "a"] == (1, "200")
    assert told["stars", "b"] == (0.5, "100")
    assert told["growth over three months", "b"] == (0, "-10%")
    assert told["bus factor", "a"] == (1, "4")
    assert told["bus factor", "b"] == (0, "unknown")


def test_the_page_of_a_comparison_asks_for_the_series_and_the_people_of_the_same_projects() -> None:
    asked = {"repositories": ["o/a", "o/b"], "from": "2025-01", "activity": "any"}
    asks = charts.panels("compare", asked)
    assert [ask.query for ask in asks[:3]] == ["openrank-series", "star-history", "growth"]
    assert {ask.given.get("by") for ask in asks if ask.query == "project-origins"} == {"organization", "country"}
    assert all(ask.given["repositories"] == ["o/a", "o/b"] for ask in asks)
    assert charts.beside("compare", asked)["bus_factor"].given["from"] == "2025-01"
