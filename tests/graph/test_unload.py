"""A snapshot taken back: what it alone claimed goes, the rest is as if it had never been loaded."""

from __future__ import annotations

import pytest

from graph.canonical import graph_hash
from graph.database import Database
from graph.errors import NotFoundError
from graph.keys import coded
from graph.load import load
from graph.model import EdgeRecord, NodeRecord, Props
from graph.unload import unload
from tests.graph.worlds import at, lines, names, origin, person, project, wipe, work


def test_a_value_that_others_claim_too_falls_back_to_theirs(graph: Database) -> None:
    load(graph, origin("old", "2024-01-01"), [project("o/a", where=at(1), language="C", license="MIT")])
    load(graph, origin("new", "2025-01-01"), [project("o/a", where=at(1), language="Rust", project="A")])
    unload(graph, "new")
    found = graph.read("MATCH (r:Repository) RETURN r.language, r.license, r.project, r.claims").rows
    assert found == [["C", "MIT", None, None]]


def test_a_source_takes_all_its_snapshots_with_it(graph: Database) -> None:
    load(graph, origin("other"), [project("o/other", where=at(1))])
    alone = graph_hash(graph)
    for dataset in ("one", "two"):
        load(graph, origin("git", dataset=dataset), [project(f"o/{dataset}", where=at(1))])
    gone = unload(graph, "git")
    assert gone == sorted(origin("git", dataset=dataset).key for dataset in ("one", "two"))
    assert graph_hash(graph) == alone


def test_an_unknown_name_is_answered_with_the_known_ones(graph: Database) -> None:
    with pytest.raises(NotFoundError, match="no snapshot or source 'gti' is loaded; loaded are: none"):
        unload(graph, "gti")
    load(graph, origin("git"), [])
    with pytest.raises(NotFoundError, match=r"loaded are: git$"):
        unload(graph, "gti")


def test_two_nodes_that_a_source_made_one_are_two_again(graph: Database) -> None:
    load(graph, origin("names"), [project("o/a", where=at(1)), work(person("ann"), project("o/b"), at(2), stars=1)])
    apart = graph_hash(graph)
    load(graph, origin("renames"), [project("o/b", 7, former=["o/a"], where=at(1))])
    assert names(graph) == ["github:7"]
    unload(graph, "renames")
    assert names(graph) == ["github:o/a", "github:o/b"]
    assert graph_hash(graph) == apart


def half_unloaded(graph: Database) -> str:
    """A graph whose `git` snapshot is on its way out: its state says so, some of its edges are gone."""
    load(graph, origin("other"), lines(10, "other"))
    others = graph_hash(graph)
    load(graph, origin("git"), lines(30))
    graph.write("MATCH (s:Snapshot {source: 'git'}) SET s.state = 'unloading'")
    graph.write("MATCH ()-[r:CONTRIBUTED_TO {source: 'git'}]->() WHERE r.commits < 9 DELETE r")
    return others


def test_an_interrupted_unload_is_finished_by_the_next(graph: Database) -> None:
    others = half_unloaded(graph)
    unload(graph, "git")
    assert graph_hash(graph) == others


def test_an_interrupted_unload_is_finished_before_the_content_is_loaded_again(graph: Database) -> None:
    half_unloaded(graph)
    done = load(graph, origin("git"), lines(30))
    assert (done.rows_in, done.already) == (30, False)
    again = graph_hash(graph)
    wipe(graph)
    load(graph, origin("git"), lines(30))
    load(graph, origin("other"), lines(10, "other"))
    assert graph_hash(graph) == again


def test_a_half_loaded_snapshot_can_be_taken_back(graph: Database) -> None:
    empty = graph_hash(graph)
    load(graph, origin("git"), lines(10), batch=3)
    graph.write("MATCH (s:Snapshot) SET s.state = 'loading'")
    unload(graph, origin("git").key)
    assert graph_hash(graph) == empty


def test_measured_edges_between_what_stays_are_left_alone(graph: Database) -> None:
    load(graph, origin("stays"), [project("o/a", where=at(1)), project("o/b", where=at(2))])
    load(graph, origin("goes"), [project("o/c", where=at(1))])
    graph.write(
        "MATCH (a {key: 'github:o/a'}), (b {key: 'github:o/b'}) CREATE (a)-[:SHARES_DEVELOPERS {key: 'x'}]->(b)"
    )
    unload(graph, "goes")
    assert graph.read("MATCH ()-[r:SHARES_DEVELOPERS]->() RETURN count(r)").rows == [[1]]


def test_a_month_of_measured_values_stays_without_what_was_claimed(graph: Database) -> None:
    load(graph, origin("stays"), [project("o/a", where=at(1))])
    before = graph_hash(graph)
    for period in ("2025-04", "2025-05"):
        props: Props = {"metric": "stars", "preset": "x", "value": 1.0, "period": period, "source": "goes"}
        month = NodeRecord(coded("Month", period), {"month": period}, at(1))
        edge = EdgeRecord("MEASURED", project("o/a", where=at(1)), month, props, at(1))
        load(graph, origin("goes", dataset=period), [edge])
    graph.write(
        "MATCH (a {key: 'github:o/a'}), (m:Month {key: '2025-04'}) "
        "CREATE (a)-[:MEASURED {key: 'x', source: 'measure'}]->(m)"
    )
    unload(graph, "goes")
    assert graph.read("MATCH (m:Month)<-[r]-() RETURN properties(m), r.source").rows == [
        [{"key": "2025-04", "month": "2025-04"}, "measure"]
    ]
    assert graph.read("MATCH (m:Month) RETURN count(m)").rows == [[1]]
    assert graph_hash(graph) == before
