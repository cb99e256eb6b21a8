from __future__ import annotations

from graph.database import Database
from tests.cypher.queries.told import asked, column


def test_months_are_summed_over_the_projects_of_a_domain_and_their_number_is_told(series: Database) -> None:
    rows = asked(series, "domain-curves", metric="racing")
    assert column(rows, "domain", "period", "value", "projects", "members") == [
        ("Fields", "2025-01", 50.0, 2, 3), ("Fields", "2025-02", 60.0, 2, 3), ("Fields", "2025-03", 70.0, 2, 3),
        ("Meadows", "2025-02", 20.0, 1, 2), ("Meadows", "2025-03", 50.0, 1, 2),
    ]  # fmt: skip


def test_what_was_measured_here_is_not_added_to_what_is_published(series: Database) -> None:
    assert {*column(asked(series, "domain-curves", metric="racing"), "preset")} == {"told"}
    rows = asked(series, "domain-curves", metric="racing", preset="global-2026/1")
    assert column(rows, "domain", "period", "value") == [("Fields", "2025-01", 900.0), ("Fields", "2025-02", 950.0)]


def test_a_year_is_its_mean_month(series: Database) -> None:
    rows = asked(series, "domain-curves", metric="racing", by="year", to="2025-02")
    assert column(rows, "domain", "period", "value") == [("Fields", "2025", 55.0), ("Meadows", "2025", 20.0)]
