from __future__ import annotations

from graph.database import Database
from tests.cypher.queries.told import asked, column


def test_days_from_announcement_to_completion_by_who_takes_in(series: Database) -> None:
    rows = asked(series, "integration-speed")
    assert column(rows, "repository", "announced", "completed", "median_days") == [
        ("e/fast", 2, 2, 2.0), ("e/slow", 1, 1, 30.0), ("e/never", 1, 0, None),
    ]  # fmt: skip
    assert rows[0]["partners"] == ["e/taken", "e/other"]


def test_and_by_who_is_taken_in(series: Database) -> None:
    rows = asked(series, "integration-speed", by="taken")
    assert column(rows, "repository", "announced", "completed", "median_days") == [
        ("e/taken", 3, 2, 16.0), ("e/other", 1, 1, None),
    ]  # fmt: skip
