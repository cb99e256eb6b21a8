"""How stable communities are: runs that lose ties, made as the stored communities were."""

from __future__ import annotations

import pytest

from graph.database import Database
from tests.cypher.queries.famous_networks import karate, les_miserables, stored, tied
from tests.cypher.queries.told import asked, column

TIES_RUN = "CREATE (:Snapshot {key: 'x', source: 'measure', dataset: 'shared-ties', state: 'complete'})"


@pytest.fixture
def club(database: Database) -> Database:
    """The karate club with its communities."""
    tied(database, karate())
    database.write(TIES_RUN)
    stored(database, "leiden", "pagerank")
    return database


def test_runs_that_lose_nothing_agree_with_what_is_stored_where_it_is_the_best(club: Database) -> None:
    rows = asked(club, "cluster-stability", lost=0, runs=3)
    assert {row["runs"] for row in rows} == {3}
    assert all(0.5 < float(str(row["mean_jaccard"])) <= 1 for row in rows)
    assert float(str(rows[0]["least_ari"])) <= float(str(rows[0]["mean_ari"])) <= 1


def test_communities_are_less_stable_the_more_ties_are_lost(club: Database) -> None:
    few, many = (asked(club, "cluster-stability", lost=lost) for lost in (0.05, 0.5))
    assert float(str(few[0]["mean_ari"])) > float(str(many[0]["mean_ari"]))
    assert many == asked(club, "cluster-stability", lost=0.5)
    assert many != asked(club, "cluster-stability", lost=0.5, seed=99)


@pytest.mark.parametrize("made", [{"gamma": 3.0}, {"weight": "jaccard"}, {"gamma": 2.0, "weight": "jaccard"}])
def test_runs_are_made_as_the_stored_communities_were(database: Database, made: dict[str, object]) -> None:
    tied(database, les_miserables())
    database.write(TIES_RUN)
    stored(database, "pagerank")
    stored(database, "leiden", **made)
    rows = asked(database, "cluster-stability", lost=0, runs=2, seed=42)
    assert set(column(rows, "weight", "gamma")) == {(made.get("weight", "strength"), made.get("gamma", 1.0))}
    assert rows == asked(database, "cluster-stability", lost=0, runs=2, seed=42, **made)
    other = asked(database, "cluster-stability", lost=0, runs=2, seed=42, weight="strength", gamma=1.0)
    assert mean(rows) > mean(other)


def mean(rows: list[dict[str, object]]) -> float:
    return sum(float(str(row["mean_jaccard"])) for row in rows) / len(rows)


def test_communities_of_developers_come_back_where_nothing_is_lost(groups: Database) -> None:
    stored_ones = groups.read(
        "MATCH (d:Developer) WHERE d.community > 0 RETURN count(DISTINCT d.community), count(*)"
    ).rows
    rows = asked(groups, "developer-stability", lost=0, runs=3)
    assert [[len(rows), sum(int(str(row["developers"])) for row in rows)]] == stored_ones
    assert {row["mean_jaccard"] for row in rows} == {1.0}
    assert {(row["mean_ari"], row["returned"]) for row in rows} == {(1.0, 3)}
    lossy = asked(groups, "developer-stability", lost=0.6)
    assert float(str(lossy[0]["mean_ari"])) < 1
