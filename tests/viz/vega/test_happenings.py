"""Dated events: in words for everyone, by name where there is room."""

from __future__ import annotations

from typing import Any

from tests.viz.charts.answers import all_values, answer
from viz import charts
from viz.vega.drawn import Look
from viz.vega.happenings import LETTERS, NEVER, TOLD, Happening, told


def happening(day: str, text: str = "launched", subject: str = "o/r") -> Happening:
    return Happening(day, text, {"event": text, "date": day, "subject": subject})


def test_events_are_told_in_their_order_and_the_others_counted() -> None:
    days = [f"2025-01-{day:02}" for day in range(1, TOLD + 3)]
    (words,) = told([happening(day) for day in reversed(days)])
    assert words.startswith("Events (diamonds): 2025-01-01 launched (o/r); 2025-01-02 launched (o/r)")
    assert words.endswith("more of them in the query events: 2")
    assert told([]) == ()


def drawn_with(*events: dict[str, object]) -> list[dict[str, Any]]:
    rows = [
        {"domain": "A", "period": f"2025-{month:02}", "value": 1.0, "how": "published for the domain"}
        for month in range(1, 13)
    ]
    beside = {"events": answer("events", *events)}
    drawn = charts.draw("domain-curves", answer("domain-curves", *rows), Look(beside=beside))
    return [value for value in all_values(drawn) if "short" in value]


def event(date: str, text: str) -> dict[str, object]:
    return {"date": date, "subject": "o/r", "event": text}


def test_an_event_has_its_name_written_from_the_width_on_at_which_it_has_room() -> None:
    names = {
        value["short"]: value["room"]
        for value in drawn_with(event("2025-02-01", "launched"), event("2025-08-01", "x" * 60))
    }
    assert names["r: launched"] < 400
    assert max(len(name) for name in names) == LETTERS


def test_where_events_crowd_some_are_written_and_all_can_be_read() -> None:
    found = drawn_with(*(event("2025-06-01", text) for text in ("launched", "renamed", "ended")))
    assert sorted(value["room"] == NEVER for value in found) == [False, False, True]
    assert {value["event"] for value in found} == {"launched", "renamed", "ended"}
