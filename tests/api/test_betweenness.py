"""Betweenness from a sample, written in place of the exact one, and said with its error."""

from __future__ import annotations

import networkx as nx
import pytest

from api.asking import ask
from api.betweenness import sampled_betweenness
from graph.database import Database
from tests.api.conftest import Command
from tests.cypher.queries.famous_networks import karate, stored, tied

LISTED = {"by": "betweenness", "limit": 40}
TIES_RUN = "CREATE (:Snapshot {key: 'x', source: 'measure', dataset: 'shared-ties', state: 'complete'})"


@pytest.fixture
def club(database: Database) -> Database:
    """The karate club, as if its ties came from a run."""
    tied(database, karate())
    database.write(TIES_RUN)
    stored(database, "pagerank")
    return database


def errors(database: Database) -> dict[str, tuple[float, float]]:
    rows = ask(database, "centrality", LISTED).table.records()
    return {
        str(row["repository"]): (float(str(row["betweenness"])), float(str(row["betweenness_error"]))) for row in rows
    }


def test_a_sample_stands_with_its_error_and_all_are_exact(club: Database) -> None:
    assert [name for name, _ in sampled_betweenness(club, "repositories", 10, 1)] == [
        "repository-centrality",
        "repository-betweenness",
    ]
    assert any(error > 0 for _, error in errors(club).values())
    ((name, done),) = sampled_betweenness(club, "repositories", 34, 1)
    assert (name, done.rows, done.already) == ("repository-betweenness", 34, False)
    found = errors(club)
    assert {key: value for key, (value, _) in found.items()} == pytest.approx(nx.betweenness_centrality(karate()))
    assert {error for _, error in found.values()} == {0.0}


def test_the_same_sample_is_kept_and_the_other_centralities_take_it_with_them(club: Database) -> None:
    first, second = (list(sampled_betweenness(club, "repositories", 10, 1))[-1][1] for _ in range(2))
    assert (first.already, second.already) == (False, True)
    stored(club, "repository-centrality", exact_up_to=10)
    assert club.read("MATCH (r:Repository) RETURN count(r.betweenness), count(r.article_rank)").rows == [[0, 34]]
    assert not list(sampled_betweenness(club, "repositories", 10, 1))[-1][1].already


def test_the_command_says_how_far_off_a_value_may_be(club: Database, command: Command) -> None:
    assert club
    said = command("measure", "betweenness", "--samples", "17")
    assert said.code == 0
    assert "repository-betweenness written: 34 rows" in said.out
    assert "with 95 in 100, no value is further off than" in said.out
    assert "--samples" in command("measure", "betweenness", "--help").out
