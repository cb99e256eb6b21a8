"""Communities of two windows are matched by their projects."""

from __future__ import annotations

from itertools import combinations

import networkx as nx
import pytest

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


@pytest.mark.parametrize("gamma", [1.0, 2.0])
def test_modularity_of_the_later_window_is_that_of_networkx(groups: Database, gamma: float) -> None:
    rows = asked(groups, "cluster-history", split="2025-01", gamma=gamma)
    ties: nx.Graph[str] = nx.Graph()
    for names, strength in ((("a/one", "a/two", "a/three"), 1.0), (("d/1", "d/2", "d/3"), 0.5), (("d/4", "d/5"), 1.0),
                            (("n/one", "n/two"), 1.0)):  # fmt: skip
        ties.add_weighted_edges_from((one, other, strength) for one, other in combinations(names, 2))
    later = [set(str(row["top"])[2:-2].split("', '")) for row in rows if row["after"] is not None]
    expected = nx.community.modularity(ties, later, weight="weight", resolution=gamma)
    assert [row["modularity_after"] for row in rows] == [pytest.approx(expected)] * len(rows)


def test_a_window_without_ties_has_no_modularity(groups: Database) -> None:
    rows = asked(groups, "cluster-history", from_="2025-01", split="2025-01")
    assert {row["modularity_before"] for row in rows} == {None}
    assert None not in {row["modularity_after"] for row in rows}
