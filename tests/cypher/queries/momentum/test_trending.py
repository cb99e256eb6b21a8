from __future__ import annotations

import pytest

from graph.database import Database
from tests.cypher.queries.told import asked, column


def test_stars_gained_in_the_window_with_the_shares_of_domains_and_of_the_young(series: Database) -> None:
    rows = asked(series, "trending", since="2024-06")
    assert column(rows, "repository", "gained", "domain") == [
        ("t/hype", 8000, "Watched"), ("t/new", 450, None), ("t/old", 50, "Watched"), ("s/gains", 23, None),
        ("s/both", 5, None),
    ]  # fmt: skip
    assert column(rows, "domain_share") == [
        pytest.approx(8050 / 8528), None, pytest.approx(8050 / 8528), None, None,
    ]  # fmt: skip
    assert column(rows, "young_share") == [pytest.approx(3 / 5)] * 5


@pytest.mark.parametrize(
    ("from_", "to", "found"),
    [
        ("2025-01", "2025-01", [("t/new", 300), ("t/old", 10), ("s/both", 5), ("s/gains", 4)]),
        ("2025-02", None, [("t/new", 150), ("t/old", 40), ("s/gains", 19)]),
    ],
)
def test_the_window_begins_at_the_end_of_the_month_before_or_with_the_project(
    series: Database, from_: str, to: str | None, found: list[tuple[str, int]]
) -> None:
    more = {"to": to} if to else {}
    assert column(asked(series, "trending", from_=from_, **more), "repository", "gained") == found


def test_gains_are_added_up_where_no_totals_are_told_and_said_to_be(series: Database) -> None:
    rows = asked(series, "trending", to="2025-02")
    assert {row["repository"]: row["summed"] for row in rows if row["summed"]} == {"s/gains": True}
    only = asked(series, "trending", metric="stars_gained", from_="2025-02", to="2025-02")
    assert column(only, "repository", "gained") == [("s/both", 6), ("s/gains", 6)]
