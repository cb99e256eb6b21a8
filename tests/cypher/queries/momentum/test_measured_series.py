from __future__ import annotations

from graph.database import Database
from tests.cypher.queries.told import asked, column


def test_any_measure_is_told_by_month_within_the_window(series: Database) -> None:
    rows = asked(series, "measured-series", repository="t/hype", metric="stars", from_="2024-12")
    assert column(rows, "month", "value") == [("2024-12", 8100), ("2025-02", 8000)]
    assert asked(series, "measured-series", repository="t/hype", metric="no-such") == []


def test_the_measures_of_a_repository_are_listed_with_their_months(series: Database) -> None:
    rows = asked(series, "measured-metrics", repository="t/hype")
    (stars,) = [row for row in rows if row["metric"] == "stars"]
    assert (stars["first"], stars["last"], stars["months"]) == ("2024-11", "2025-02", 3)
