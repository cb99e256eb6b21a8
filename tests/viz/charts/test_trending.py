"""Trending projects are told apart by age, and counted beyond fifty."""

from __future__ import annotations

from tests.viz.charts.answers import all_values, answer
from viz import charts
from viz.vega.drawn import Look


def test_young_projects_are_told_apart_and_those_without_a_date_are_neither() -> None:
    rows = [
        {"repository": f"o/{name}", "gained": gained, "created": created}
        for name, gained, created in (("a", 9, "2024-05"), ("b", 8, "2019"), ("c", 7, None))
    ]
    drawn = charts.draw("trending", answer("trending", *rows), Look(asked={"since": "2024"}))
    assert [(group.title, group.count) for group in drawn.groups] == [
        ("created since then", 1), ("older", 1), ("date unknown", 1),
    ]  # fmt: skip
    assert drawn.means == ("Young: created since 2024",)


def test_more_bars_than_one_can_read_are_counted() -> None:
    rows = [{"repository": f"o/r{at}", "gained": 99 - at} for at in range(60)]
    assert charts.draw("trending", answer("trending", *rows)).notes == (
        "The first 50 of 60 are drawn; the table has all",
    )


def test_the_axis_names_what_was_gained_and_numbers_are_written_as_on_pages() -> None:
    table = answer("trending", {"repository": "o/a", "gained": 12_345}, {"repository": "o/b", "gained": 1234})
    for metric, title in (("stars", "stars gained"), ("openrank", "gained: OpenRank")):
        drawn = charts.draw("trending", table, Look(asked={"metric": metric}))
        assert f'"title": "{title}"' in drawn.chart.to_json()
        assert [value["words"] for value in all_values(drawn)] == ["12\u202f345", "1234"]
