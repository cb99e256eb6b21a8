"""The canonical hash sees what is loaded, and nothing else."""

from __future__ import annotations

import pytest

from graph.canonical import graph_hash
from graph.database import Database
from graph.load import load
from tests.graph.worlds import at, lines, origin, project, wipe


@pytest.fixture
def loaded(graph: Database) -> Database:
    load(graph, origin("git"), lines(5))
    load(graph, origin("names"), [project("org/repo1", 7, former=["org/old"], where=at(1))])
    return graph


def test_an_empty_graph_has_the_hash_of_nothing(graph: Database) -> None:
    assert graph_hash(graph) == "0" * 64


@pytest.mark.parametrize(
    "change",
    [
        "MATCH (r:Repository {key: 'github:7'}) SET r.language = 'Go'",
        "MATCH ()-[r:CONTRIBUTED_TO {commits: 3}]->() SET r.commits = 4",
        "MATCH ()-[r:CONTRIBUTED_TO {commits: 3}]->() DELETE r",
        "MATCH (a:Alias) WITH a LIMIT 1 DETACH DELETE a",
        "MATCH (s:Snapshot {source: 'git'}) SET s.rows_refused = 1",
        "CREATE (:Topic {key: 'new', name: 'new'})",
        "CREATE (:Month {key: '1999-01', month: '1999-01', snapshots: ['1|2025|git:all:x']})",
    ],
)
def test_every_change_of_what_is_loaded_shows(loaded: Database, change: str) -> None:
    before = graph_hash(loaded)
    loaded.write(change)
    assert graph_hash(loaded) != before


@pytest.mark.parametrize(
    "change",
    [
        "MATCH (s:Snapshot) SET s.loaded_at = '2000-01-01T00:00:00+00:00'",
        "MATCH (r:Repository) SET r.pagerank = 0.5",
        "MATCH (a {key: 'github:7'}), (b {key: 'github:org/repo2'}) CREATE (a)-[:SHARES_DEVELOPERS {key: 'x'}]->(b)",
        "CREATE (:Snapshot {key: 'measure:leiden:1', source: 'measure', state: 'complete'})",
        "MATCH (a {key: 'github:7'}) CREATE (a)-[:MEASURED {key: 'x', value: 1.5}]->(:Month {key: '1999-01'})",
        "MATCH (a {key: 'github:7'}) SET a.openrank = 1.5, a.openrank_month = '1999-01', a.openrank_preset = 'x/1'",
        "CREATE (:SomeoneElses {key: 'x'})",
    ],
)
def test_the_clock_measures_and_other_peoples_labels_do_not_show(loaded: Database, change: str) -> None:
    before = graph_hash(loaded)
    loaded.write(change)
    assert graph_hash(loaded) == before
    wipe(loaded)
