"""Centralities of the catalogue beside networkx, a dense solve, and published figures."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

from cypher.catalogue import catalogue
from cypher.run import run
from graph.database import Database
from graph.model import Table
from tests.cypher.queries.famous_networks import karate, les_miserables, named, scores, stored, tied

NETWORKS = {
    "karate": karate(),
    "karate, weighted": karate(weighted=True),
    "les miserables": les_miserables(),
    "two parts": named([("o/a", "o/b", 1.0), ("o/b", "o/c", 2.0), ("o/a", "o/c", 1.0), ("o/x", "o/y", 1.0)]),
}
Scores = dict[str, dict[str, float]]


@pytest.fixture(params=NETWORKS)
def network(request: pytest.FixtureRequest, database: Database) -> tuple[nx.Graph[str], Scores]:
    """A network, and what the metric answers for it."""
    network = NETWORKS[request.param]
    tied(database, network)
    return network, scores(database, "repository-centrality")


def column(found: Scores, name: str) -> dict[str, float]:
    return {key: row[name] for key, row in found.items()}


def test_centralities_are_those_of_networkx(network: tuple[nx.Graph[str], Scores]) -> None:
    ties, found = network
    many = len(ties) - 1
    expected = {
        "degree": dict(ties.degree()),
        "closeness": nx.closeness_centrality(ties),
        "harmonic": {key: value / many for key, value in nx.harmonic_centrality(ties).items()},
        "betweenness": nx.betweenness_centrality(ties),
    }
    for name, values in expected.items():
        assert column(found, name) == pytest.approx(values, abs=1e-6), name
    assert set(column(found, "betweenness_error").values()) == {0.0}


def test_eigenvector_centrality_is_that_of_networkx(network: tuple[nx.Graph[str], Scores]) -> None:
    ties, found = network
    if nx.is_connected(ties):  # of several parts, the strongest takes it all, and no two programs alike
        assert column(found, "eigenvector") == pytest.approx(nx.eigenvector_centrality_numpy(ties), abs=1e-6)


def test_article_rank_is_that_of_a_dense_solve(network: tuple[nx.Graph[str], Scores]) -> None:
    ties, found = network
    keys = sorted(ties)
    weights = (nx.to_numpy_array(ties, nodelist=keys) > 0).astype(float)
    strength = weights.sum(axis=1)
    given = weights.T / (strength + strength.mean())
    solved = np.linalg.solve(np.eye(len(keys)) - 0.85 * given, np.full(len(keys), 0.15))
    assert column(found, "article_rank") == pytest.approx(dict(zip(keys, solved, strict=True)), abs=1e-6)


def test_published_figures_of_the_karate_club(database: Database) -> None:
    tied(database, karate())
    found = scores(database, "repository-centrality")
    teacher, officer = found["o/00"], found["o/33"]
    assert (teacher["degree"], officer["degree"]) == (16, 17)
    assert (teacher["betweenness"], officer["betweenness"]) == pytest.approx((0.437635, 0.304075), abs=1e-6)
    assert (teacher["closeness"], officer["closeness"]) == pytest.approx((0.568966, 0.55), abs=1e-6)
    assert officer["eigenvector"] == pytest.approx(0.373363, abs=1e-5)


def test_published_figures_of_les_miserables(database: Database) -> None:
    tied(database, les_miserables(weighted=False))
    found = scores(database, "repository-centrality")
    assert max(found, key=lambda key: found[key]["betweenness"]) == "o/Valjean"
    assert found["o/Valjean"]["degree"] == 36
    assert found["o/Valjean"]["betweenness"] == pytest.approx(0.569989, abs=1e-6)


def test_core_numbers_are_those_of_networkx(network: tuple[nx.Graph[str], Scores], database: Database) -> None:
    assert column(scores(database, "k-core"), "core") == nx.core_number(network[0])


def test_betweenness_of_a_larger_network_is_left_to_sampling(database: Database) -> None:
    tied(database, karate())
    rows = run_metric(database, exact_up_to=33)
    assert {(row["betweenness"], row["betweenness_error"]) for row in rows} == {(None, None)}
    assert all(row["article_rank"] for row in rows)


def run_metric(database: Database, **values: object) -> list[dict[str, object]]:
    query = catalogue().find("repository-centrality")
    database.write("MERGE (:Snapshot {key: 'x', source: 'measure', dataset: 'shared-ties', state: 'complete'})")
    answer = run(database, query, values)
    assert isinstance(answer, Table)
    return list(answer.records())


def test_bridges_and_cut_points_are_those_of_networkx(
    network: tuple[nx.Graph[str], Scores], database: Database
) -> None:
    ties, _ = network
    database.write("CREATE (:Snapshot {key: 'x', source: 'measure', dataset: 'shared-ties', state: 'complete'})")
    answer = run(database, catalogue().find("bridges-and-cut-points"), {"limit": 1000})
    assert isinstance(answer, Table)
    rows = list(answer.records())
    bridges = {frozenset((row["repository"], row["other"])) for row in rows if row["kind"] == "bridge"}
    assert bridges == {frozenset(pair) for pair in nx.bridges(ties)}
    assert {row["repository"] for row in rows if row["kind"] == "cut point"} == set(nx.articulation_points(ties))
    assert all(row["ties"] == ties.degree(str(row["repository"])) for row in rows)


def test_a_bridge_may_be_one_over_strong_ties_alone(database: Database) -> None:
    tied(database, named([("o/a", "o/b", 5.0), ("o/b", "o/c", 5.0), ("o/a", "o/c", 1.0)]))
    database.write("CREATE (:Snapshot {key: 'x', source: 'measure', dataset: 'shared-ties', state: 'complete'})")
    query = catalogue().find("bridges-and-cut-points")
    found = [run(database, query, {"min_developers": least}) for least in (1, 5, 6)]
    assert [len(answer.rows) for answer in found if isinstance(answer, Table)] == [0, 3, 0]


@pytest.mark.parametrize("metric", ["repository-centrality", "k-core"])
def test_centralities_come_twice_the_same(database: Database, metric: str) -> None:
    tied(database, les_miserables())
    assert scores(database, metric) == scores(database, metric)


def test_stored_centralities_are_listed_by_the_one_asked_for(database: Database) -> None:
    tied(database, karate())
    stored(database, "k-core", "pagerank", "repository-centrality")
    for by in ("betweenness", "closeness", "eigenvector", "article_rank", "harmonic"):
        answer = run(database, catalogue().find("centrality"), {"by": by, "limit": 40})
        assert isinstance(answer, Table)
        told = [float(str(row[by])) for row in answer.records()]
        assert len(told) == 34
        assert told == sorted(told, reverse=True)
