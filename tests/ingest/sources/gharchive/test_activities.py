"""Which events are which activity: words that the schema of the graph knows."""

from __future__ import annotations

from graph.edge_kinds import ACTIVITIES
from ingest.sources.gharchive.activities import COUNTED, OF_PULLS, SINGLE, TYPES, covered


def test_all_activities_are_of_the_schema_in_its_order() -> None:
    assert {*COUNTED} == {*SINGLE, *OF_PULLS}
    assert [prop.name for prop in ACTIVITIES if prop.name in COUNTED] == [*COUNTED]
    assert "commits" not in COUNTED


def test_an_event_is_no_two_activities() -> None:
    told = [(kind, action) for kind, actions in SINGLE.values() for action in actions]
    assert len(told) == len(set(told))
    assert {kind for kind, _ in told} == {*TYPES}


def test_reviews_are_covered_from_the_first_month_that_has_them_from_its_beginning() -> None:
    assert {*covered("2021-01")} - {*covered("2020-12")} == {"reviews"}
    assert covered("2026-01") == COUNTED
