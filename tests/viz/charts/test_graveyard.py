"""What ended, with dates as precise as they are known."""

from __future__ import annotations

from tests.viz.charts.answers import all_values, answer
from viz import charts


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
    assert first["words"] == "discontinued, 12\u202f000 stars"
    assert drawn.notes == ("Creation unknown, so not drawn: o/c", "Last commit unknown, so without an end: o/b")
