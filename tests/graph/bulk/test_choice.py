from __future__ import annotations

from dataclasses import replace

import pytest

from graph.bulk.choice import check, why_not
from graph.database import Database
from graph.engine.importing import BusyError
from graph.forget import forget
from graph.load import load, prepare
from graph.reset import reset
from tests.graph.worlds import origin, person


def test_a_new_graph_may_be_filled_also_with_the_indexes_of_the_schema(graph: Database) -> None:
    assert why_not(graph) == ""
    check(graph.connection)


def test_a_graph_that_was_emptied_may_be_filled(graph: Database) -> None:
    load(graph, origin("git"), [person("ann")])
    assert why_not(graph) == "the graph is not empty"
    reset(graph)
    assert why_not(graph) == ""


def test_those_who_asked_to_be_forgotten_keep_a_graph_from_being_replaced(graph: Database) -> None:
    load(graph, origin("git"), [person("ann")])
    forget(graph, "ann")
    reset(graph)
    assert why_not(graph) == "the graph is not empty"
    with pytest.raises(BusyError, match="cannot be filled at once: the graph is not empty"):
        check(graph.connection)


def test_nodes_and_indexes_of_others_keep_a_graph_from_being_replaced(graph: Database) -> None:
    graph.write("CREATE (:Mine)")
    assert why_not(graph) == "the graph is not empty"
    graph.write("MATCH (n:Mine) DELETE n")
    graph.run_alone("CREATE INDEX mine FOR (n:Mine) ON (n.name)")
    assert why_not(graph) == "the graph has indexes that are not ours"
    graph.run_alone("DROP INDEX mine")
    prepare(graph)


def test_a_neo4j_that_is_not_ours_is_not_stopped(graph: Database) -> None:
    with Database(replace(graph.connection, embedded=False)) as named:
        assert why_not(named) == "Neo4j is not ours to stop"
