"""Communities of two windows are matched by their projects."""

from __future__ import annotations

from graph.database import Database
from tests.cypher.queries.told import asked, column


def test_communities_continue_split_begin_and_end(groups: Database) -> None:
    rows = asked(groups, "cluster-history", split="2025-01")
    told = {(row["what"], frozenset(str(row["top"])[2:-2].split("', '")), row["jaccard"]) for row in rows}
    assert told == {
        ("continues", frozenset({"a/one", "a/two", "a/three"}), 1.0),
        ("continues", frozenset({"d/1", "d/2", "d/3"}), 0.6),
        ("split", frozenset({"d/4", "d/5"}), 0.4),
        ("new", frozenset({"n/one", "n/two"}), None),
        ("ended", frozenset({"b/one", "b/two"}), None),
    }
    assert column(rows, "after")[-1] is None
    assert {tuple(str(row["sources"])) for row in rows} == {tuple("['gharchive']")}


def test_what_came_and_what_left_is_named(groups: Database) -> None:
    rows = {str(row["top"]): row for row in asked(groups, "cluster-history", split="2025-01")}
    assert sorted(str(rows["['d/4', 'd/5']"]["left"])[2:-2].split("', '")) == ["d/1", "d/2", "d/3"]
    assert rows["['d/4', 'd/5']"]["came"] == []
    assert rows["['n/one', 'n/two']"]["came"] == ["n/one", "n/two"]


def test_a_window_without_ties_has_no_communities(groups: Database) -> None:
    rows = asked(groups, "cluster-history", from_="2025-01", split="2025-01")
    assert {row["what"] for row in rows} == {"new"}
    assert {row["ari"] for row in rows} == {None}
    assert asked(groups, "cluster-history", from_="2024-06", split="2024-08", to="2024-09") == []
