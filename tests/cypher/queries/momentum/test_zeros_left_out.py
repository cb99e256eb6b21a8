"""What a source leaves out because it is zero counts as zero within its series; elsewhere it is unknown."""

from __future__ import annotations

import pytest

from graph.database import Database
from tests.cypher.queries.told import Told, asked, build, column

HOLED = {"repositories": ["z/holed"], "metric": "sparse"}


def test_an_event_study_counts_months_of_zero(series: Database) -> None:
    (row,) = asked(series, "event-study", **HOLED)
    assert (row["before"], row["after"]) == (pytest.approx(20 / 3), pytest.approx(20 / 3))
    assert (row["months_before"], row["months_after"]) == (3, 3)


def test_growth_to_zero_is_a_loss_of_all(series: Database) -> None:
    (row,) = asked(series, "growth", month="2025-02", **HOLED)
    assert (row["value"], row["before"], row["relative"]) == (0.0, 10.0, -1.0)


def test_momentum_spikes_and_ranks_see_the_zeros(series: Database) -> None:
    (row,) = asked(series, "momentum", **HOLED)
    assert (row["size"], row["earlier"]) == (pytest.approx(20 / 3), pytest.approx(70 / 9))
    assert column(asked(series, "spikes", **HOLED), "month") == ["2024-11", "2025-02", "2025-04"]
    ranks = asked(series, "rank-race", repositories=["z/holed", "z/short"], metric="sparse", from_="2025-02")
    assert column(ranks, "month", "repository", "value")[:4] == [
        ("2025-02", "z/short", 10.0), ("2025-02", "z/holed", 0.0),
        ("2025-03", "z/holed", 10.0), ("2025-03", "z/short", 0.0),
    ]  # fmt: skip


def test_the_mean_month_of_a_year_is_over_all_of_its_months(series: Database) -> None:
    rows = asked(series, "domain-curves", domains=["Sparse"], by="year", metric="sparse")
    assert column(rows, "period", "value") == [("2024", pytest.approx(110 / 12)), ("2025", pytest.approx(40 / 6))]


def test_a_domain_that_opendigger_publishes_has_its_zeros(series: Database) -> None:
    rows = asked(series, "domain-curves", domains=["labels/company"], metric="sparse")
    assert column(rows, "period", "value") == [("2024-01", 8.0), ("2024-02", 0.0), ("2024-03", 0.0), ("2024-04", 8.0)]


def test_compare_takes_the_mean_and_the_growth_of_all_months(series: Database) -> None:
    rows = asked(series, "compare", repositories=["z/holed", "z/short"], metric="sparse")
    assert column(rows, "repository", "openrank", "growth") == [("z/holed", 7.5, 0.0), ("z/short", 7.5, None)]


def test_a_month_without_stars_gained_is_in_their_history(database: Database) -> None:
    told = Told("opendigger", "reference", counted=("stars_gained",))
    told.covers("z/stars")
    told.series("z/stars", "stars_gained", "2024-01", [4.0, None, 6.0], preset="opendigger")
    rows = asked(build(database, told), "star-history", repositories=["z/stars"])
    assert column(rows, "month", "stars", "gained") == [("2024-01", 4, 4), ("2024-02", 4, 0), ("2024-03", 10, 6)]


def test_what_is_not_covered_stays_unknown(series: Database) -> None:
    (row,) = asked(series, "growth", month="2025-02", repositories=["z/bare"], metric="sparse")
    assert (row["value"], row["before"]) == (None, 10.0)


def test_a_month_without_a_case_has_no_duration(series: Database) -> None:
    (row,) = asked(series, "growth", month="2025-02", repositories=["z/days"], metric="issue_age.avg")
    assert (row["value"], row["before"]) == (None, 10.0)


def test_what_is_before_the_first_and_after_the_last_value_stays_unknown(series: Database) -> None:
    rows = asked(series, "growth", month="2025-05", repositories=["z/short"], metric="sparse")
    assert column(rows, "value", "before") == [(None, 10.0)]
