from __future__ import annotations

from graph.database import Database
from tests.cypher.queries.told import asked, column


def test_mean_and_median_days_are_told_as_the_source_has_them(series: Database) -> None:
    rows = asked(series, "response-times", repositories=["e/repo"])
    assert column(rows, "month", "metric", "of", "days", "preset") == [
        ("2025-01", "issue_response_time", "avg", 2.5, "days"),
        ("2025-01", "issue_response_time", "quantile_2", 0.5, "days"),
    ]


def test_a_window_without_a_month_has_no_rows(series: Database) -> None:
    assert asked(series, "response-times", repositories=["e/repo"], from_="2025-02") == []
