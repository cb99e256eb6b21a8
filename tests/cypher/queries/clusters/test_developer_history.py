"""Communities of developers in two windows are matched by their members."""

from __future__ import annotations

from graph.database import Database
from tests.cypher.queries.told import asked


def test_communities_of_people_continue_begin_and_end(groups: Database) -> None:
    rows = asked(groups, "developer-history", split="2025-01")
    told = {(row["what"], frozenset(str(row["top"])[2:-2].split("', '")), row["jaccard"]) for row in rows}
    assert told == {
        ("continues", frozenset({"ann", "amy"}), 2 / 3),
        ("ended", frozenset({"bob", "ben", "bea", "eve"}), None),
        ("ended", frozenset({"dan", "dot"}), None),
    }


def test_ties_of_few_common_repositories_can_be_left_out(groups: Database) -> None:
    rows = asked(groups, "developer-history", split="2025-01", min_repositories=3)
    assert {(row["what"], str(row["top"])) for row in rows} == {
        ("continues", "['amy', 'ann']"), ("ended", "['dan', 'dot']"),
    }  # fmt: skip


def test_a_window_in_which_nobody_meets_has_no_communities(groups: Database) -> None:
    assert asked(groups, "developer-history", from_="2024-06", split="2024-08", to="2024-09") == []


def test_a_single_community_has_no_more_ties_inside_than_chance_gives(groups: Database) -> None:
    rows = asked(groups, "developer-history", split="2025-01")
    assert {row["modularity_after"] for row in rows} == {0.0}
    assert all(0 < float(str(row["modularity_before"])) < 1 for row in rows)
