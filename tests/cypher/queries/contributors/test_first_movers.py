from __future__ import annotations

from graph.database import Database
from tests.cypher.queries.told import asked, column


def test_the_first_come_first_with_where_they_were_before_and_not_where_they_went_later(people: Database) -> None:
    rows = asked(people, "first-movers", repository="f/new")
    assert column(rows, "developer", "month", "came_from") == [
        ("q2", "2025-01", []), ("q3", "2025-02", []), ("q1", "2025-02", ["f/old", "f/older"]),
    ]  # fmt: skip


def test_the_first_of_a_window(people: Database) -> None:
    rows = asked(people, "first-movers", repository="f/new", from_="2025-02", limit=1)
    assert column(rows, "developer", "contributions") == [("q3", 9)]


def test_who_only_starred_came_by_no_activity_and_from_nowhere(people: Database) -> None:
    rows = asked(people, "first-movers", repository="z/one", activity="merged_prs")
    assert column(rows, "developer", "month", "came_from") == [("bob2", "2024-09", []), ("ann2", "2025-06", [])]
