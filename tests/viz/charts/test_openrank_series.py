from __future__ import annotations

from tests.viz.charts.answers import all_values, answer
from viz import charts
from viz.charts.openrank_series import named
from viz.vega.drawn import Look


def row(repository: str, month: str, value: float, **more: object) -> dict[str, object]:
    return {"repository": repository, "month": month, "openrank": value, "preset": "p", "source": "s", **more}


ROWS = [row("o/a", "2025-01", 1.0, age=3), row("o/a", "2025-02", 4.0, age=4), row("o/b", "2025-02", 9.0)]
EVENT = {"date": "2025-02-03", "subject": "o/a", "kind": "release", "event": "first release"}


def test_the_highest_line_comes_first_and_each_has_its_name_at_its_end() -> None:
    values = all_values(charts.draw("openrank-series", answer("openrank-series", *ROWS)))
    ends = [value["name"] for value in values if "end" in value]
    assert ends == ["b", "a"]


def test_each_of_several_lines_can_be_hidden_with_its_name_and_its_events() -> None:
    events = answer("events", EVENT)
    drawn = charts.draw("openrank-series", answer("openrank-series", *ROWS), Look(beside={"events": events}))
    assert [(group.id, group.title, group.shape) for group in drawn.groups] == [
        ("o/b", "b", "line"),
        ("o/a", "a", "line"),
    ]
    of_a = [value for value in all_values(drawn) if value.get("group") == "o/a"]
    assert {"end", "event", "openrank"} <= {key for value in of_a for key in value}


def test_a_line_alone_needs_no_legend() -> None:
    assert charts.draw("openrank-series", answer("openrank-series", *ROWS[:2])).groups == ()


def test_by_age_a_project_whose_creation_is_unknown_is_named_and_not_drawn() -> None:
    drawn = charts.draw("openrank-series", answer("openrank-series", *ROWS), Look({"align": "age"}))
    assert "Creation unknown, so not drawn: o/b" in drawn.notes
    assert {value["x"] for value in all_values(drawn) if value.get("line") == "o/a"} == {3, 4}


def test_who_was_asked_for_and_has_no_value_is_named() -> None:
    look = Look(asked={"repositories": ["O/A", "o/b", "o/silent"]})
    drawn = charts.draw("openrank-series", answer("openrank-series", *ROWS), look)
    assert drawn.notes[0] == "No source that is loaded has a value for o/silent"


def test_a_month_at_zero_has_no_place_on_a_logarithmic_scale() -> None:
    rows = [*ROWS, row("o/a", "2025-03", 0.0)]
    drawn = charts.draw("openrank-series", answer("openrank-series", *rows), Look({"scale": "log"}))
    assert "1 months at zero have no place on a logarithmic scale" in drawn.notes
    assert 0 not in {value.get("y") for value in all_values(drawn)}


def test_a_dated_event_stands_on_the_line_of_its_repository() -> None:
    events = answer("events", EVENT, {**EVENT, "subject": "o/other"}, {**EVENT, "date": "2025"})
    asks = charts.beside("openrank-series", {"repositories": ["o/a"]})
    assert asks["events"].query == "events"
    look = Look(beside={"events": events})
    values = all_values(charts.draw("openrank-series", answer("openrank-series", *ROWS), look))
    assert [(value["event"], value["y"]) for value in values if "event" in value] == [("first release", 4.0)]


def test_two_series_of_one_repository_are_told_apart_by_what_differs() -> None:
    assert named([row("o/a", "2025-01", 1.0), row("o/a", "2025-01", 2.0, source="t")]) == ["o/a (s)", "o/a (t)"]
    assert named([row("o/a", "2025-01", 1.0)]) == ["o/a"]
