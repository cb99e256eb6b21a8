from __future__ import annotations

from graph.database import Database
from tests.cypher.queries.told import asked, column


def test_what_is_watched_more_than_worked_on_comes_first(series: Database) -> None:
    rows = asked(series, "attention-and-collaboration")
    assert column(rows, "repository", "stars", "openrank", "stars_rank", "openrank_rank", "lead") == [
        ("t/hype", 8000, 2.0, 1, 3, 2), ("t/new", 450, 30.0, 3, 2, -1), ("t/old", 1050, 90.0, 2, 1, -1),
    ]  # fmt: skip


def test_the_first_day_week_and_month_are_told_where_they_are_known(series: Database) -> None:
    rows = asked(series, "attention-and-collaboration")
    assert column(rows, "first_day_stars", "first_week_stars", "first_month_stars") == [
        (6000, 7500, 8000), (None, None, 300), (None, None, None),
    ]  # fmt: skip


def test_a_domain_ranks_its_own(series: Database) -> None:
    rows = asked(series, "attention-and-collaboration", domain="Watched")
    assert column(rows, "repository", "openrank_rank") == [("t/hype", 2), ("t/old", 1)]
