from __future__ import annotations

from graph.database import Database
from tests.cypher.queries.told import asked, column


def test_each_month_has_what_was_done_in_all_repositories_and_by_how_many_without_machines(people: Database) -> None:
    rows = asked(people, "activity-by-month", repositories=["s/one", "s/two", "s/three"])
    assert column(rows, "month", "contributions", "developers", "sources") == [
        ("2024-01", 20, 3, ["gharchive"]), ("2024-02", 8, 3, ["gharchive"]), ("2024-03", 5, 2, ["gharchive"]),
    ]  # fmt: skip


def test_machines_count_where_asked_for(people: Database) -> None:
    rows = asked(people, "activity-by-month", repositories=["s/one"], bots=True)
    assert column(rows, "month", "contributions", "developers") == [("2024-01", 70, 4)]


def test_a_window_cuts_the_months(people: Database) -> None:
    rows = asked(people, "activity-by-month", repositories=["s/one", "s/two", "s/three"], from_="2024-02", to="2024-02")
    assert column(rows, "month") == ["2024-02"]


def test_a_developer_has_months_over_all_repositories(people: Database) -> None:
    rows = asked(people, "activity-by-month", developer="cid")
    assert column(rows, "month", "contributions", "developers") == [("2024-02", 3, 1), ("2024-03", 3, 1)]


def test_totals_without_months_are_no_months(atlas: Database) -> None:
    rows = asked(atlas, "activity-by-month", repositories=["deepseek-ai/DeepGEMM"])
    assert all(len(str(row["month"])) == len("2025-02") for row in rows)
