"""Projects and people in one network, beside networkx."""

from __future__ import annotations

import networkx as nx
import pytest

from graph.database import Database
from tests.cypher.queries.clusters.conftest import EARLY, TIES, groups
from tests.cypher.queries.told import asked, column, mapped

__all__ = ["groups"]


def network() -> nx.Graph[str]:
    """The early window of the world of groups, counted one by one."""
    found: nx.Graph[str] = nx.Graph()
    for name, people in TIES.items():
        for number, who in enumerate(people):
            found.add_edge(name, who, weight=5 if who == "bob" and name[0] == "b" else 3 - number % 3)
    for number in range(1, 6):
        found.add_edge("dan", f"d/{number}", weight=1)
        found.add_edge("dot", f"d/{number}", weight=1)
    return found


def test_ranks_degrees_and_contributions_are_those_of_the_whole_network(groups: Database) -> None:
    rows, expected = asked(groups, "bipartite-centrality", from_=EARLY, to=EARLY), network()
    ranks = nx.pagerank(expected, tol=1e-13, max_iter=1000)
    assert mapped(rows, "name", "pagerank") == pytest.approx({n: v * len(expected) for n, v in ranks.items()}, abs=1e-6)
    assert mapped(rows, "name", "degree") == dict(expected.degree())
    assert mapped(rows, "name", "contributions") == dict(expected.degree(weight="weight"))
    assert {(row["kind"] == "repository", "/" in str(row["name"])) for row in rows} == {(True, True), (False, False)}
    assert column(rows, "pagerank") == sorted(column(rows, "pagerank"), reverse=True)  # type: ignore[type-var]


def test_projects_and_people_form_communities_together(groups: Database) -> None:
    found = mapped(asked(groups, "bipartite-centrality", from_=EARLY, to=EARLY), "name", "community")
    assert found["dan"] == found["d/1"] == found["d/5"]
    assert found["ann"] == found["a/one"]
    assert found["ann"] != found["ben"] == found["b/one"]
    sizes = [list(found.values()).count(number) for number in range(1, len(set(found.values())) + 1)]
    assert sizes == sorted(sizes, reverse=True)


def test_it_may_be_the_network_around_one_repository_and_one_kind_alone(groups: Database) -> None:
    around = asked(groups, "bipartite-centrality", repository="b/one", show="repositories", to="2024-12")
    assert set(column(around, "name")) == {"a/three", "b/one", "b/two"}
    assert set(column(around, "kind")) == {"repository"}
    people = asked(groups, "bipartite-centrality", show="developers", by="degree", to="2024-12", limit=2)
    assert column(people, "name", "degree") == [("dan", 5), ("dot", 5)]
    assert {str(row["sources"]) for row in people} == {"['gharchive']"}


def test_one_who_is_everywhere_is_left_out_and_nothing_is_an_answer(groups: Database) -> None:
    assert "bob" not in column(asked(groups, "bipartite-centrality", widest=2), "name")
    assert asked(groups, "bipartite-centrality", from_="2024-08", to="2024-09") == []
