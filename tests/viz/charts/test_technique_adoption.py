"""Techniques with the most projects come first."""

from __future__ import annotations

from tests.viz.charts.answers import all_values, answer
from viz import charts


def test_projects_with_many_techniques_come_first_and_rows_beyond_the_fortieth_are_counted() -> None:
    rows: list[dict[str, object]] = [{"technique": f"T{at:02}", "projects": 1, "names": ["o/a"]} for at in range(42)]
    rows[0] = {"technique": "T00", "projects": 2, "names": ["o/a", "o/b"]}
    drawn = charts.draw("technique-adoption", answer("technique-adoption", *rows))
    assert drawn.notes == ("2 techniques are in the table alone",)
    assert next(value["words"] for value in all_values(drawn) if "words" in value) == "2"
