"""Communities of the catalogue: on networks of the literature, named, compared, repeated, and followed through time."""

from __future__ import annotations

import networkx as nx
import pytest

from cypher.catalogue import catalogue
from cypher.run import run
from graph.database import Database
from graph.model import Table
from tests.cypher.queries.famous_networks import groups, karate, les_miserables, named, scores, stored, tied

LANDSCAPE = """
MATCH (r:Repository)
MERGE (d:Domain {key: 'x|' + CASE WHEN r.name < 'o/20' THEN 'Serving' ELSE 'Training' END})
ON CREATE SET d.name = substring(d.key, 2), d.level = 'domain', d.taxonomy = 'llm-landscape-2025'
MERGE (r)-[:IN_DOMAIN {key: r.key + d.key, source: 'made'}]->(d)
MERGE (t:Topic {key: 'llm'}) ON CREATE SET t.name = 'llm'
MERGE (r)-[:HAS_TOPIC {key: r.key + 'llm', source: 'made'}]->(t)
"""
SNAPSHOT = "MERGE (s:Snapshot {key: 'x'}) SET s.source = 'measure', s.dataset = 'shared-ties', s.state = 'complete'"


def asked(database: Database, name: str, **values: object) -> list[dict[str, object]]:
    answer = run(database, catalogue().find(name), values)
    assert isinstance(answer, Table)
    return list(answer.records())


@pytest.mark.parametrize("metric", ["leiden", "louvain"])
@pytest.mark.parametrize(
    ("network", "weight", "best"),
    [(karate(), None, 0.4198), (les_miserables(weighted=False), None, 0.5600), (les_miserables(), "weight", 0.5667)],
    ids=["karate", "les miserables", "les miserables, weighted"],
)
def test_modularity_is_near_the_best_that_is_known(
    database: Database, metric: str, network: nx.Graph[str], weight: str | None, best: float
) -> None:
    tied(database, network)
    found = groups(database, metric)
    assert nx.community.modularity(network, found, weight=weight) == pytest.approx(best, abs=0.006)
    assert [len(group) for group in found] == sorted(map(len, found), reverse=True)


@pytest.mark.parametrize("metric", ["leiden", "louvain", "label-propagation", "components"])
def test_communities_come_twice_the_same(database: Database, metric: str) -> None:
    tied(database, les_miserables())
    assert scores(database, metric) == scores(database, metric)


def test_label_propagation_finds_groups_that_hang_together(database: Database) -> None:
    network = les_miserables()
    tied(database, network)
    found = groups(database, "label-propagation")
    assert 1 < len(found) < 20
    assert all(nx.is_connected(network.subgraph(group)) for group in found)


def test_components_are_those_of_networkx_largest_first(database: Database) -> None:
    network = named([("o/a", "o/b", 3.0), ("o/b", "o/c", 1.0), ("o/x", "o/y", 3.0)])
    tied(database, network)
    assert groups(database, "components") == [{"o/a", "o/b", "o/c"}, {"o/x", "o/y"}]
    assert groups(database, "components", least=1) == [{"o/a", "o/b"}, {"o/x", "o/y"}, {"o/c"}]


@pytest.fixture
def club(database: Database) -> Database:
    """The karate club with two domains, one topic, and its measures."""
    tied(database, karate())
    database.write(LANDSCAPE)
    database.write(SNAPSHOT)
    stored(database, "leiden", "louvain", "pagerank")
    return database


def test_a_community_is_named_from_its_domains_and_most_central_projects(club: Database) -> None:
    rows = asked(club, "domain-clusters")
    with_teacher = next(row for row in rows if "o/00" in str(row["top"]))
    with_officer = next(row for row in rows if "o/33" in str(row["top"]))
    assert str(with_teacher["name"]).startswith("Serving: 00, ")
    assert str(with_officer["name"]).endswith(": 33, 32")
    assert all(row["topics"] == ["llm"] for row in rows)
    assert all(row["community"] not in list(str(row["nearest"])) for row in rows)


def test_without_domains_topics_name_a_community_and_without_both_its_projects(club: Database) -> None:
    club.write("MATCH (d:Domain) DETACH DELETE d")
    assert all(str(row["name"]).startswith("llm: ") for row in asked(club, "domain-clusters"))
    club.write("MATCH (t:Topic) DETACH DELETE t")
    assert "33, 32" in {row["name"] for row in asked(club, "domain-clusters")}


@pytest.mark.parametrize("by", ["community", "louvain"])
def test_the_confusion_table_counts_each_repository_once(club: Database, by: str) -> None:
    rows = asked(club, "cluster-confusion", by=by)
    assert sum(int(str(row["repositories"])) for row in rows) == 34
    assert {row["counted"] for row in rows} == {34}
    for side, of in (("community", "of_community"), ("domain", "of_domain")):
        for value in {row[side] for row in rows}:
            assert sum(float(str(row[of])) for row in rows if row[side] == value) == pytest.approx(1)
    most = {row["community"]: 0 for row in rows}
    for row in rows:
        most[row["community"]] = max(most[row["community"]], int(str(row["repositories"])))
    assert rows[0]["purity"] == pytest.approx(sum(most.values()) / 34)
    told = asked(club, "domain-clusters")[0]
    if by == "community":
        assert (rows[0]["nmi"], rows[0]["ari"]) == pytest.approx((told["nmi"], told["ari"]))
