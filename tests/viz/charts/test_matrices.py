"""The charts of rows and columns: capabilities, techniques, projects side by side, and what ended."""

from __future__ import annotations

from tests.viz.charts.answers import all_values, answer
from viz import charts
from viz.vega.drawn import Look


def test_a_capability_of_which_nothing_is_told_is_neither_full_nor_none() -> None:
    rows = [
        {"feature": "Agents", "repository": "o/a", "level": "full"},
        {"feature": "Memory", "repository": "o/b", "level": "none"},
    ]
    cells = [value for value in all_values(charts.draw("features", answer("features", *rows))) if "level" in value]
    assert {(cell["feature"], cell["name"]): cell["level"] for cell in cells} == {
        ("Agents", "a"): "full", ("Agents", "b"): "not told", ("Memory", "a"): "not told", ("Memory", "b"): "none",
    }  # fmt: skip


def test_projects_with_many_techniques_come_first_and_rows_beyond_the_fortieth_are_counted() -> None:
    rows: list[dict[str, object]] = [{"technique": f"T{at:02}", "projects": 1, "names": ["o/a"]} for at in range(42)]
    rows[0] = {"technique": "T00", "projects": 2, "names": ["o/a", "o/b"]}
    drawn = charts.draw("technique-adoption", answer("technique-adoption", *rows))
    assert drawn.notes == ("2 techniques are in the table alone",)
    assert next(value["words"] for value in all_values(drawn) if "words" in value) == "2"


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


def test_an_end_known_by_its_year_alone_is_a_span_and_one_that_is_unknown_is_left_open() -> None:
    rows: list[dict[str, object]] = [
        {"repository": "o/a", "created": "2023", "last_commit": "2024", "note": "discontinued", "stars": 12000},
        {"repository": "o/b", "created": "2023-05-06"},
        {"repository": "o/c"},
    ]
    drawn = charts.draw("graveyard", answer("graveyard", *rows))
    first = all_values(drawn)[0]
    assert (first["from"], first["from2"], first["to"], first["to2"]) == (
        "2023-01-01",
        "2023-12-28",
        "2024-01-01",
        "2024-12-28",
    )
    assert first["words"] == "discontinued, 12,000 stars"
    assert drawn.notes == ("Creation unknown, so not drawn: o/c", "Last commit unknown, so without an end: o/b")
