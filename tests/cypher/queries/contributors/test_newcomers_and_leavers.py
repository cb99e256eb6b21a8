from __future__ import annotations

from graph.database import Database
from tests.cypher.queries.told import asked, column


def test_months_tell_who_came_and_who_left_and_not_what_is_too_early_to_tell(people: Database) -> None:
    rows = asked(people, "newcomers-and-leavers", repository="n/team")
    assert column(rows, "month", "developers", "newcomers", "leavers") == [
        ("2024-01", 1, 1, 0), ("2024-02", 2, 1, 2), ("2024-12", 1, 0, 1), ("2025-03", 1, 1, None),
    ]  # fmt: skip


def test_who_comes_back_in_time_has_not_left(people: Database) -> None:
    rows = asked(people, "newcomers-and-leavers", repository="n/team", quiet=10, to="2024-02")
    assert column(rows, "month", "leavers") == [("2024-01", 0), ("2024-02", 1)]
