from __future__ import annotations

from graph.database import Database
from tests.cypher.queries.told import asked, column


def test_the_share_who_are_still_there_after_30_90_and_180_days(people: Database) -> None:
    rows = asked(people, "retention", repository="r/club")
    assert column(rows, "quarter", "newcomers", "after_30_days", "after_90_days", "after_180_days") == [
        ("2024 Q1", 4, 0.75, 0.5, 0.25), ("2025 Q1", 1, 1.0, 0.0, None),
    ]  # fmt: skip


def test_a_window_holds_those_who_came_in_it(people: Database) -> None:
    rows = asked(people, "retention", repository="r/club", from_="2024-02", to="2024-12")
    assert column(rows, "quarter", "newcomers", "after_180_days") == [("2024 Q1", 2, 0.5)]
