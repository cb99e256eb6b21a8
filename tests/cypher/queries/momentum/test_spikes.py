from __future__ import annotations

import pytest

from graph.database import Database
from tests.cypher.queries.told import asked, column


def test_a_jump_of_34_times_is_found_with_its_month(series: Database) -> None:
    rows = asked(series, "spikes", repositories=["k/jump"], metric="spiking")
    assert column(rows, "month", "value", "expected", "times")[0] == ("2025-02", 68.0, 2.0, pytest.approx(34))
    assert all(row["score"] > 0 for row in rows)  # type: ignore[operator] # a number


def test_a_decline_of_41_percent_is_found(series: Database) -> None:
    rows = asked(series, "spikes", repositories=["k/fall"], metric="spiking")
    (worst,) = [row for row in rows if row["month"] == "2025-02"]
    assert (worst["expected"], worst["times"]) == (100.0, pytest.approx(0.59))
    assert worst["score"] < -3  # type: ignore[operator] # a number


def test_usual_ups_and_downs_are_no_spikes(series: Database) -> None:
    assert asked(series, "spikes", repositories=["k/calm"], metric="spiking") == []


def test_a_small_change_counts_where_it_is_asked_for(series: Database) -> None:
    rows = asked(series, "spikes", repositories=["k/calm"], metric="spiking", change=0, least=1)
    assert rows
    assert asked(series, "spikes", repositories=["k/calm"], metric="spiking", change=0.2, least=1) == []
