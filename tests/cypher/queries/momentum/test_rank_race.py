from __future__ import annotations

from graph.database import Database
from tests.cypher.queries.told import asked, column


def test_ranks_by_month_with_those_that_were_won_and_equals_share_one(series: Database) -> None:
    rows = asked(series, "rank-race", metric="racing")
    assert column(rows, "month", "rank", "repository", "moved", "of") == [
        ("2025-01", 1, "x/one", None, 2), ("2025-01", 2, "x/two", None, 2),
        ("2025-02", 1, "x/two", 1, 3), ("2025-02", 2, "x/late", None, 3), ("2025-02", 2, "x/one", -1, 3),
        ("2025-03", 1, "x/late", 1, 3), ("2025-03", 2, "x/two", -1, 3), ("2025-03", 3, "x/one", -1, 3),
    ]  # fmt: skip


def test_own_values_run_a_race_of_their_own(series: Database) -> None:
    assert {*column(asked(series, "rank-race", metric="racing"), "preset")} == {"told"}
    rows = asked(series, "rank-race", metric="racing", preset="global-2026/1")
    assert column(rows, "repository", "value", "preset")[0] == ("x/own", 900.0, "global-2026/1")


def test_months_and_ranks_can_be_cut_without_losing_the_rank_before(series: Database) -> None:
    rows = asked(series, "rank-race", metric="racing", from_="2025-02", to="2025-02", top=1)
    assert column(rows, "month", "repository", "moved") == [("2025-02", "x/two", 1)]


def test_a_domain_has_its_own_race(series: Database) -> None:
    rows = asked(series, "rank-race", metric="racing", domain="Meadows")
    assert column(rows, "month", "rank", "repository") == [("2025-02", 1, "x/late"), ("2025-03", 1, "x/late")]


def test_who_has_a_value_in_few_of_the_months_is_named_and_takes_no_rank(series: Database) -> None:
    rows = asked(series, "rank-race", metric="racing", least_months=3)
    assert {*column(rows, "repository")} == {"x/late", "x/one", "x/two"}, "of three months two are enough"
    joined = asked(series, "rank-race", metric="racing", least_months=1)
    assert column(joined, "month", "of") == column(rows, "month", "of")
    alone = asked(series, "rank-race", metric="joining")
    assert {*column(alone, "repository", "of", "unranked")} == {("x/one", 1, 1)}
    assert alone[0]["unranked_names"] == ["x/two"]
    both = asked(series, "rank-race", metric="joining", least_months=1)
    assert {*column(both, "repository", "unranked")} == {("x/one", 0), ("x/two", 0)}
