"""Measures written with their run, in place of the last one; projections that never stay."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.database import Database
from graph.errors import AtlasError, BadInputError
from graph.load import load
from graph.measure import Measure, compute, has_run, stale_runs, write
from graph.projection import Projection, projected
from tests.graph.worlds import at, lines, origin, project

TIES = Measure(
    "ties",
    "Ties",
    "MATCH (a:Repository), (b:Repository) WHERE a.key < b.key AND $least <= 1 "
    "RETURN a.key AS start, b.key AS end, 1 AS developers, 0.5 AS jaccard, 1.0 AS lift, 1.0 AS strength",
    "SHARES_DEVELOPERS",
    ("developers", "jaccard", "lift", "strength"),
)
RANK = Measure(
    "rank",
    "Rank",
    "CALL gds.pageRank.stream($graph) YIELD nodeId, score RETURN gds.util.asNode(nodeId).key AS key, score AS pagerank",
    "Repository",
    ("pagerank",),
    Projection(("Repository",), ("SHARES_DEVELOPERS",), properties=("strength",)),
    needs=("ties",),
)
LEAST = {"least": 1}


@pytest.fixture
def world(graph: Database) -> Database:
    """Four projects."""
    load(graph, origin("list"), [project(f"o/{name}", where=at(line)) for line, name in enumerate("abcd", 1)])
    return graph


def projections(database: Database) -> object:
    return database.read("CALL gds.graph.list() YIELD graphName RETURN count(*)").rows[0][0]


def runs(database: Database) -> list[str]:
    rows = database.read("MATCH (s:Snapshot {source: 'measure'}) RETURN s.dataset ORDER BY s.dataset").rows
    return [str(name) for (name,) in rows]


def test_a_measure_writes_edges_that_name_their_run(world: Database) -> None:
    done = write(world, TIES, LEAST)
    rows = world.read("MATCH (a)-[r:SHARES_DEVELOPERS]->(b) RETURN r.key, a.key + '|' + b.key, r.run, r.jaccard").rows
    assert len(rows) == done.rows == 6
    assert all(key == ends and (run, jaccard) == (done.run, 0.5) for key, ends, run, jaccard in rows)


def test_nothing_changed_keeps_the_run(world: Database) -> None:
    first = write(world, TIES, LEAST)
    assert write(world, TIES, LEAST) == replace(first, already=True)


def test_other_parameters_replace_what_the_last_run_wrote(world: Database) -> None:
    write(world, TIES, LEAST)
    assert write(world, TIES, {"least": 2}).rows == 0
    assert world.read("MATCH ()-[r:SHARES_DEVELOPERS]->() RETURN count(r)").rows == [[0]]
    assert runs(world) == ["ties"]


def test_a_run_bears_the_months_and_the_gaps_of_what_it_was_made_of(world: Database) -> None:
    world.write("MATCH (s:Snapshot) SET s.covers_from = '2024-01', s.covers_to = '2024-06', s.gaps = ['no reviews']")
    for measure in (TIES, RANK):
        write(world, measure, LEAST)
    told = "MATCH (s:Snapshot {source: 'measure'}) RETURN DISTINCT s.covers_from, s.covers_to, s.gaps"
    assert world.read(told).rows == [["2024-01", "2024-06", ["no reviews"]]]


def test_a_load_makes_a_run_out_of_date(world: Database) -> None:
    first = write(world, TIES, LEAST)
    assert stale_runs(world, ["ties"]) == []
    load(world, origin("more"), lines(3))
    assert stale_runs(world, ["ties"]) == ["ties"]
    again = write(world, TIES, LEAST)
    assert not again.already
    assert again.run != first.run


def test_a_run_of_what_it_started_from_takes_a_run_with_it(world: Database) -> None:
    write(world, TIES, LEAST)
    write(world, RANK, {})
    assert runs(world) == ["rank", "ties"]
    write(world, TIES, {"least": 0})
    assert runs(world) == ["ties"]
    assert not has_run(world, "rank")
    assert not write(world, RANK, {}).already


def test_values_on_nodes_are_replaced_as_a_whole(world: Database) -> None:
    write(world, TIES, LEAST)
    assert write(world, RANK, {}).rows == 4
    nobody = replace(RANK, text=RANK.text.replace("RETURN", "WITH nodeId, score WHERE score < 0 RETURN"))
    assert write(world, nobody, {}).rows == 0
    assert world.read("MATCH (r:Repository) WHERE r.pagerank IS NOT NULL RETURN count(r)").rows == [[0]]


def test_computing_alone_writes_nothing(world: Database) -> None:
    assert len(compute(world, TIES, LEAST).rows) == 6
    assert compute(world, TIES, LEAST, limit=2).cut
    assert runs(world) == []


def test_a_projection_goes_when_the_query_fails(world: Database) -> None:
    write(world, TIES, LEAST)
    with pytest.raises(BadInputError):
        compute(world, replace(RANK, text="CALL gds.pageRank.stream($graph) YIELD nothing RETURN nothing"), {})
    assert projections(world) == 0


def test_a_projection_goes_when_python_fails(world: Database) -> None:
    write(world, TIES, LEAST)
    assert RANK.projection is not None
    around = projected(world, RANK.projection)
    around.__enter__()
    assert projections(world) == 1
    assert not around.__exit__(AtlasError, AtlasError("half way"), None)
    assert projections(world) == 0


def test_a_projection_of_what_is_not_there_is_bad_input(world: Database) -> None:
    with (
        pytest.raises(BadInputError, match="does not take the statement"),
        projected(world, Projection(("Planet",), ())),
    ):
        pass
    assert projections(world) == 0


@pytest.mark.parametrize("kind", ["CONTRIBUTED_TO", "Planet"])
def test_a_measure_writes_nothing_that_is_loaded(world: Database, kind: str) -> None:
    with pytest.raises(AtlasError, match=f"writes {kind}, which no measure may write"):
        write(world, replace(TIES, writes=kind), LEAST)
