"""A newer reading takes the place of the older ones; an empty history that of none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.database import Database
from graph.load import load
from graph.model import Origin
from graph.refresh import age, newer, refresh
from tests.graph.worlds import lines, origin


def read(as_of: str, last: str | None = "2025-01", method: str = "git") -> Origin:
    """A reading of one repository on a day, with months up to `last` or none."""
    return replace(origin("git", as_of, method, "o/r"), covers_to=last, content_hash=f"{as_of}{last}" * 4)


def test_a_reading_that_stands_for_a_later_day_is_newer(graph: Database) -> None:
    load(graph, read("2025-04-01"), lines(2))
    assert newer(graph, read("2025-03-01")) == "2025-04-01"
    assert newer(graph, read("2025-04-01")) == ""
    assert newer(graph, replace(read("2025-03-01"), dataset="o/other")) == ""


def test_an_empty_history_is_older_than_one_with_commits_whatever_their_days(graph: Database) -> None:
    load(graph, read("2025-04-01"), lines(2))
    empty = read("2026-11-22", None)
    assert newer(graph, empty) == "2025-04-01"
    load(graph, empty, [])
    assert newer(graph, read("2025-05-01")) == ""
    assert newer(graph, read("2026-11-01", None)) == "2026-11-22"


def test_of_two_empty_readings_the_later_is_newer(graph: Database) -> None:
    load(graph, read("2026-11-22", None), [])
    assert newer(graph, read("2026-11-21", None)) == "2026-11-22"
    assert newer(graph, read("2026-11-23", None)) == ""


@pytest.mark.parametrize("method", ["api", "reference"])
def test_other_sources_without_months_go_by_their_day(graph: Database, method: str) -> None:
    load(graph, read("2025-04-01", method=method), lines(2))
    assert newer(graph, read("2026-11-22", None, method)) == ""


def test_readings_are_ordered_by_day_behind_those_that_are_empty() -> None:
    readings = [read("2025-04-01"), read("2026-11-22", None), read("2025-03-01"), read("2026-11-21", None)]
    assert [one.as_of for one in sorted(readings, key=age)] == ["2026-11-21", "2026-11-22", "2025-03-01", "2025-04-01"]


def test_all_other_readings_are_taken_back(graph: Database) -> None:
    old, new = read("2025-03-01"), read("2025-04-01")
    for one in (old, new):
        load(graph, one, lines(2))
    assert refresh(graph, new) == [old.key]
    assert graph.read("MATCH (s:Snapshot) RETURN s.key").rows == [[new.key]]
