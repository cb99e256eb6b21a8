"""PageRank beside networkx and published figures, by any weight of the ties."""

from __future__ import annotations

import networkx as nx
import pytest

from graph.database import Database
from graph.errors import BadInputError
from tests.cypher.queries.famous_networks import karate, les_miserables, named, scores, tied

NETWORKS = {
    "karate": karate(),
    "karate, weighted": karate(weighted=True),
    "les miserables": les_miserables(),
    "two parts": named([("o/a", "o/b", 1.0), ("o/b", "o/c", 2.0), ("o/a", "o/c", 1.0), ("o/x", "o/y", 1.0)]),
}


def pageranks(database: Database, **values: object) -> dict[str, float]:
    return {key: row["pagerank"] for key, row in scores(database, "pagerank", **values).items()}


def of_networkx(ties: nx.Graph[str], weight: str | None = "weight") -> dict[str, float]:
    shares = nx.pagerank(ties, tol=1e-13, max_iter=1000, weight=weight)
    return {key: value * len(ties) for key, value in shares.items()}


@pytest.mark.parametrize("network", NETWORKS.values(), ids=NETWORKS)
def test_pagerank_is_that_of_networkx(database: Database, network: nx.Graph[str]) -> None:
    tied(database, network)
    assert pageranks(database) == pytest.approx(of_networkx(network), rel=1e-6)


def test_published_figures_of_the_karate_club(database: Database) -> None:
    tied(database, karate())
    found = pageranks(database)
    assert (found["o/00"] / 34, found["o/33"] / 34) == pytest.approx((0.096997, 0.100919), abs=1e-5)


def test_another_weight_gives_another_rank(database: Database) -> None:
    network = les_miserables()
    tied(database, network)
    assert pageranks(database, weight="developers") == pytest.approx(of_networkx(network), rel=1e-6)
    assert pageranks(database, weight="jaccard") == pytest.approx(of_networkx(network, None), rel=1e-6)  # all alike


def test_ties_whose_weight_no_source_tells_are_left_out_and_none_left_is_said(database: Database) -> None:
    tied(database, karate())
    with pytest.raises(BadInputError, match="the graph has no SHARES_DEVELOPERS with collaboration"):
        pageranks(database, weight="collaboration")
    database.write(
        "MATCH (:Repository {key: 'o/00'})-[t:SHARES_DEVELOPERS]->(:Repository {key: 'o/01'}) SET t.collaboration = 2.0"
    )
    assert set(pageranks(database, weight="collaboration")) == {"o/00", "o/01"}
