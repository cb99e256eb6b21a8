"""Projects side by side, with the unknown as a word."""

from __future__ import annotations

import pytest

from tests.viz.charts.answers import all_values, answer
from viz import charts
from viz.vega.compiled import vega
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
    assert told["growth over three months", "b"] == (pytest.approx(0.05), "\N{MINUS SIGN}10 %")
    middle = [value for value in all_values(drawn) if value.get("zero")]
    assert [(value["label"], value["share"], value["right"]) for value in middle] == [
        ("a", 0.5, 0.5),
        ("b", pytest.approx(0.05), 0.5),
    ]
    assert "Left of the thin line: below zero" in drawn.means
    assert told["bus factor", "a"] == (1, "4")
    assert told["bus factor", "b"] == (0, "unknown")


def test_the_page_of_a_comparison_asks_for_the_series_and_the_people_of_the_same_projects() -> None:
    asked = {"repositories": ["o/a", "o/b"], "from": "2025-01", "activity": "any"}
    asks = charts.panels("compare", asked)
    assert [ask.query for ask in asks[:3]] == ["openrank-series", "star-history", "growth"]
    assert {ask.given.get("by") for ask in asks if ask.query == "project-origins"} == {"organization", "country"}
    assert all(ask.given["repositories"] == ["o/a", "o/b"] for ask in asks)
    assert charts.beside("compare", asked)["bus_factor"].given["from"] == "2025-01"


def test_a_project_has_one_colour_in_all_charts_of_the_page() -> None:
    asked = {"repositories": ["O/b", "o/a"]}
    own = charts.painted("compare", asked)
    assert list(own) == ["o/b", "o/a"]
    look = Look(asked=asked, colors=own)
    drawn = charts.draw("compare", answer("compare", {"repository": "o/a"}, {"repository": "O/b"}), look)
    series = answer("openrank-series", series_row("o/a", 9.0), series_row("O/b", 1.0))
    lines = charts.draw("openrank-series", series, look)
    assert {group.id.lower(): group.color for group in lines.groups} == own
    growth = answer("growth", *({"name": name, "relative": -0.1} for name in ("o/a", "O/b")))
    for chart in (drawn, charts.draw("growth", growth, look)):
        (scale,) = [scale for scale in vega(chart)["scales"] if scale["name"] in {"color", "fill"}]  # type: ignore[attr-defined]
        found = zip(scale["domain"], scale["range"], strict=True)
        assert {name.lower(): color for name, color in found} == own


def series_row(repository: str, value: float, source: str = "s") -> dict[str, object]:
    return {"repository": repository, "month": "2025-01", "openrank": value, "preset": "p", "source": source}


def test_a_second_source_of_a_project_is_dashed_in_its_colour() -> None:
    rows = [
        series_row("o/a", 9.0), {**series_row("o/a", 8.0), "month": "2025-02"}, series_row("o/a", 9.5, "t"),
        series_row("o/b", 1.0),
    ]  # fmt: skip
    drawn = charts.draw("openrank-series", answer("openrank-series", *rows))
    colors = {group.id: group.color for group in drawn.groups}
    assert colors["o/a (s)"] == colors["o/a (t)"] != colors["o/b"]
    assert {value["line"] for value in all_values(drawn) if value.get("dashed")} == {"o/a (t)"}
