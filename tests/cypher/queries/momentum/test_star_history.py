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


def test_where_only_gains_are_told_they_are_added_up_and_the_first_month_is_named(series: Database) -> None:
    rows = asked(series, "star-history", repositories=["s/gains"])
    assert column(rows, "month", "stars", "gained", "age", "summed_since") == [
        ("2025-01", 4, 4, 7, "2025-01"), ("2025-02", 10, 6, 8, "2025-01"), ("2025-04", 23, 13, 10, "2025-01"),
    ]  # fmt: skip
    assert asked(series, "star-history", repositories=["s/gains"], metric="stars_gained") == rows


def test_totals_go_before_gains(series: Database) -> None:
    rows = asked(series, "star-history", repositories=["s/both"])
    assert column(rows, "stars", "gained", "summed_since") == [(500, None, None), (505, 5, None)]
