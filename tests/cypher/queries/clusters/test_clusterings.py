"""Modularity of what is stored, with the weight and the resolution it was made with, wherever a clustering is told."""

from __future__ import annotations

import networkx as nx
import pytest

from graph.database import Database
from tests.cypher.queries.famous_networks import les_miserables, scores, stored, tied
from tests.cypher.queries.told import asked

LANDSCAPE = """
MATCH (r:Repository)
MERGE (d:Domain {key: 'x|' + CASE WHEN r.name < 'o/J' THEN 'Serving' ELSE 'Training' END})
ON CREATE SET d.name = substring(d.key, 2), d.level = 'domain', d.taxonomy = 'llm-landscape-2025'
MERGE (r)-[:IN_DOMAIN {key: r.key + d.key, source: 'made'}]->(d)
"""
TIES_RUN = "CREATE (:Snapshot {key: 'x', source: 'measure', dataset: 'shared-ties', state: 'complete'})"
MEASURES = {"leiden": "community", "louvain": "louvain", "label-propagation": "label_propagation"}


@pytest.fixture
def novel(database: Database) -> Database:
    """Les Misérables, with domains."""
    tied(database, les_miserables())
    database.write(LANDSCAPE)
    database.write(TIES_RUN)
    return database


def modularity(database: Database, measure: str, weight: str | None = "weight", gamma: float = 1.0) -> float:
    """What networkx makes of the stored communities."""
    name = MEASURES[measure]
    members: dict[object, set[object]] = {}
    for key, number in database.read(f"MATCH (r:Repository) RETURN r.key, r.{name}").rows:
        members.setdefault(number, set()).add(key)
    return float(nx.community.modularity(les_miserables(), members.values(), weight=weight, resolution=gamma))


def test_each_clustering_is_told_with_its_modularity(novel: Database) -> None:
    stored(novel, *MEASURES)
    rows = {str(row["measure"]): row for row in asked(novel, "clusterings")}
    assert set(rows) == set(MEASURES)
    for measure, row in rows.items():
        assert row["modularity"] == pytest.approx(modularity(novel, measure), abs=1e-9)
        assert (row["members"], row["gamma"], row["weight"]) == (77, 1.0, "strength")
        assert row["communities"] == len({tuple(row.values()) for row in scores(novel, measure).values()})
        assert str(row["run"]).startswith(f"measure:{measure}:")


@pytest.mark.parametrize("gamma", [0.5, 2.0])
def test_a_finer_cut_has_the_modularity_of_its_resolution(novel: Database, gamma: float) -> None:
    stored(novel, "pagerank")
    stored(novel, "leiden", gamma=gamma)
    expected = pytest.approx(modularity(novel, "leiden", gamma=gamma), abs=1e-9)
    assert expected != pytest.approx(modularity(novel, "leiden"), abs=0.01)
    told = [asked(novel, name)[0]["modularity"] for name in ("domain-clusters", "cluster-confusion", "clusterings")]
    assert told == [expected] * 3


def test_the_weight_of_the_run_counts(novel: Database) -> None:
    stored(novel, "pagerank", "louvain")
    stored(novel, "leiden", weight="jaccard")  # all ties alike
    (row,) = [row for row in asked(novel, "clusterings") if row["measure"] == "leiden"]
    assert (row["weight"], row["modularity"]) == ("jaccard", pytest.approx(modularity(novel, "leiden", None), abs=1e-9))
    by_louvain = asked(novel, "cluster-confusion", by="louvain")[0]["modularity"]
    assert by_louvain == pytest.approx(modularity(novel, "louvain"), abs=1e-9)


def test_communities_of_developers_have_theirs(groups: Database) -> None:
    ties: nx.Graph[object] = nx.Graph()
    for a, b, weight in groups.read("MATCH (a)-[t:COLLABORATES_WITH]->(b) RETURN a.key, b.key, t.strength").rows:
        ties.add_edge(a, b, weight=float(str(weight)))
    members: dict[object, set[object]] = {}
    for key, number in groups.read("MATCH (d:Developer) WHERE d.community > 0 RETURN d.key, d.community").rows:
        members.setdefault(number, set()).add(key)
    expected = pytest.approx(nx.community.modularity(ties, members.values()), abs=1e-9)
    (row,) = [row for row in asked(groups, "clusterings") if row["of"] == "developers"]
    assert (row["modularity"], row["communities"]) == (expected, len(members))
    assert asked(groups, "developer-clusters", min_size=1)[0]["modularity"] == expected
    assert asked(groups, "developer-confusion")[0]["modularity"] == expected
