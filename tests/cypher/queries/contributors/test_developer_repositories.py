from __future__ import annotations

from graph.database import Database
from tests.cypher.queries.told import asked, column


def test_what_is_only_starred_is_no_place_where_a_developer_contributes(people: Database) -> None:
    rows = asked(people, "developer-repositories", developer="ann2")
    assert column(rows, "repository", "first_month", "merged_prs") == [
        ("z/one", "2025-06", 1), ("z/three", "2025-06", 1),
    ]  # fmt: skip
    (profile,) = asked(people, "developer-profile", developer="ann2")
    assert (profile["repositories"], profile["first_month"]) == (2, "2025-06")


def test_what_a_source_does_not_count_is_unknown_and_what_it_counts_may_be_0(people: Database) -> None:
    (ended,) = [row for row in asked(people, "developer-repositories", developer="u7") if row["source"] == "git"]
    assert (ended["merged_prs"], ended["commits"]) == (None, 3)
    (kept,) = asked(people, "developer-repositories", developer="lee")
    assert (kept["merged_prs"], kept["commits"]) == (0, None)
