from __future__ import annotations

import pytest

from graph.database import Database
from tests.cypher.queries.told import asked, column


def test_the_months_before_and_those_from_the_event_on(series: Database) -> None:
    (row,) = asked(series, "event-study", repositories=["e/repo"], metric="happening")
    assert (row["event"], row["before"], row["after"]) == ("joined", 20.0, 50.0)
    assert (row["change"], row["months_before"], row["months_after"]) == (pytest.approx(1.5), 3, 2)


def test_a_shorter_window_and_no_event_without_a_month(series: Database) -> None:
    rows = asked(series, "event-study", metric="happening", months=1)
    assert column(rows, "event", "before", "after") == [("joined", 30.0, 40.0)]
