"""The most frequent origins are named, and the unknown stay."""

from __future__ import annotations

from tests.viz.charts.answers import all_values, answer
from viz import charts


def test_the_most_frequent_nine_are_named_the_others_added_up_and_the_unknown_stay() -> None:
    rows = [
        {"repository": "o/a", "name": f"E{at}", "developers": 20 - at, "share": 0.05, "all_developers": 200}
        for at in range(12)
    ]
    rows.append({"repository": "o/a", "name": "unknown", "developers": 90, "share": 0.45, "all_developers": 200})
    drawn = charts.draw("project-origins", answer("project-origins", *rows))
    assert [group.title for group in drawn.groups] == [
        *(f"E{at}" for at in (0, 1, 10, 11, 2, 3, 4, 5, 6)),
        "others",
        "unknown",
    ]
    parts = {value["group"]: value["developers"] for value in all_values(drawn)}
    assert sum(parts.values()) == sum(int(str(row["developers"])) for row in rows)
