"""Groups of developers tied by shared repositories: by other measures than Leiden, beside networkx."""

from __future__ import annotations

import networkx as nx
import pytest

from graph.database import Database
from tests.cypher.queries.clusters.conftest import make
from tests.cypher.queries.famous_networks import groups as grouped
from tests.cypher.queries.famous_networks import karate, les_miserables, met, named, scores, stored
from tests.cypher.queries.told import asked, column

TWO_PARTS = named([("a", "b", 3.0), ("b", "c", 1.0), ("x", "y", 3.0)])


def test_louvain_is_near_the_best_modularity_that_is_known(database: Database) -> None:
    met(database, karate())
    found = grouped(database, "developer-louvain")
    assert nx.community.modularity(karate(), found, weight=None) == pytest.approx(0.4198, abs=0.006)


def test_label_propagation_finds_groups_that_hang_together(database: Database) -> None:
    met(database, les_miserables())
    found = grouped(database, "developer-label-propagation")
    assert 1 < len(found) < 20
    assert all(nx.is_connected(les_miserables().subgraph(group)) for group in found)
    names = ("developer-louvain", "developer-label-propagation", "developer-components", "developer-k-core")
    assert all(scores(database, name) == scores(database, name) for name in names)


def test_components_are_those_of_networkx_largest_first(database: Database) -> None:
    met(database, TWO_PARTS)
    assert grouped(database, "developer-components") == [{"a", "b", "c"}, {"x", "y"}]
    assert grouped(database, "developer-components", least=1) == [{"a", "b"}, {"x", "y"}, {"c"}]


@pytest.mark.parametrize("network", [karate(), TWO_PARTS], ids=["karate", "two parts"])
def test_cores_bridges_and_cut_points_are_those_of_networkx(database: Database, network: nx.Graph[str]) -> None:
    met(database, network)
    cores = {key: row["core"] for key, row in scores(database, "developer-k-core").items()}
    assert cores == nx.core_number(network)
    rows = asked(database, "developer-bridges-and-cut-points", limit=1000)
    bridges = {frozenset((row["developer"], row["other"])) for row in rows if row["kind"] == "bridge"}
    assert bridges == {frozenset(pair) for pair in nx.bridges(network)}
    assert {row["developer"] for row in rows if row["kind"] == "cut point"} == set(nx.articulation_points(network))
    assert all(row["ties"] == network.degree(str(row["developer"])) for row in rows)
    strong = asked(database, "developer-bridges-and-cut-points", min_repositories=3)
    many = [weight for weight in nx.get_edge_attributes(network, "weight").values() if weight >= 3]
    assert len([row for row in strong if row["kind"] == "bridge"]) == len(many)


@pytest.mark.parametrize(("by", "likeness"), [("jaccard", 1.0), ("overlap", 1.0), ("cosine", 1.0)])
def test_developers_are_alike_who_work_in_the_same_repositories(groups: Database, by: str, likeness: float) -> None:
    given = {"developer": "ann", "by": by, "to": "2024-12", "top": 1}
    (row,) = asked(groups, "similar-developers", **given)
    assert (row["similar"], row["similarity"]) == ("amy", pytest.approx(likeness, abs=1e-6))
    assert (row["shared"], row["sources"]) == (["a/one", "a/three", "a/two"], ["gharchive"])


def test_only_developers_with_enough_repositories_are_compared(groups: Database) -> None:
    rows = asked(groups, "similar-developers", to="2024-12", min_repositories=5)
    assert set(column(rows, "developer")) == {"dan", "dot"}
    assert asked(groups, "similar-developers", to="2024-12", min_repositories=6) == []


@pytest.mark.parametrize(("by", "likeness"), [("jaccard", 2 / 3), ("cosine", 20 / 408**0.5)])
def test_likeness_weighs_what_it_says(groups: Database, by: str, likeness: float) -> None:
    rows = asked(groups, "similar-developers", developer="bob", to="2024-12", by=by, top=2, min_repositories=2)
    assert sorted(map(str, column(rows, "similar"))) == ["bea", "ben"]
    assert column(rows, "similarity") == [pytest.approx(likeness)] * 2
    assert (rows[0]["organizations"], rows[0]["similar_organizations"]) == (["Works"], [])


def test_stored_groups_of_developers_stand_beside_the_others_and_beside_the_domains(database: Database) -> None:
    groups = make(database)  # one of its own, as it gets more measures than others expect
    names = ("developer-louvain", "developer-components", "developer-label-propagation", "developer-k-core")
    stored(groups, *names)
    told = {row["measure"]: row for row in asked(groups, "clusterings") if row["of"] == "developers"}
    assert set(told) == {"developer-leiden", *names[:3]}
    assert told["developer-components"]["communities"] == 2
    for by, measure in (("louvain", "developer-louvain"), ("component", "developer-components")):
        rows = asked(groups, "developer-confusion", by=by)
        assert rows[0]["modularity"] == told[measure]["modularity"]
        assert rows[0]["counted"] == 6
    assert {row["core"] for row in asked(groups, "central-developers", by="degree")} <= {1, 2, 3, 4}
