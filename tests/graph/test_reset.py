"""Emptying the graph."""

from __future__ import annotations

from graph.canonical import graph_hash
from graph.database import Database
from graph.forget import forget
from graph.load import load
from graph.reset import reset
from tests.graph.worlds import at, lines, names, origin, project


def test_what_we_loaded_goes_and_what_others_made_stays(graph: Database) -> None:
    load(graph, origin("git"), lines(5))
    load(graph, origin("names"), [project("org/repo1", 7, former=["org/old"], where=at(1))])
    graph.write("CREATE (:SomeoneElses {key: 'x'})")
    assert reset(graph) > 5
    assert graph_hash(graph) == "0" * 64
    assert names(graph, "Alias") == []
    assert names(graph, "SomeoneElses") == ["x"]


def test_a_request_to_be_forgotten_outlives_an_empty_graph(graph: Database) -> None:
    load(graph, origin("git"), lines(5))
    forget(graph, "dev1")
    reset(graph)
    load(graph, origin("git"), lines(5))
    assert "github:@dev1" not in names(graph, "Developer")
    assert "github:@dev2" in names(graph, "Developer")
