from __future__ import annotations

from graph.database import Database
from tests.cypher.queries.told import asked, column


def test_stars_by_month_and_age_with_what_was_gained_where_the_month_before_is_known(series: Database) -> None:
    rows = asked(series, "star-history", repositories=["t/hype"])
    assert column(rows, "month", "stars", "gained", "age") == [
        ("2024-11", 8000, None, 0), ("2024-12", 8100, 100, 1), ("2025-02", 8000, None, 3),
    ]  # fmt: skip


def test_a_window_keeps_what_was_gained_since_before_it(series: Database) -> None:
    rows = asked(series, "star-history", repositories=["t/old"], from_="2025-01", to="2025-01")
    assert column(rows, "month", "gained") == [("2025-01", 10)]
