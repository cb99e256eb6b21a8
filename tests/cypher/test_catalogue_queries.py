"""Every query of the catalogue on the bundled atlas: the server takes it, its examples answer, its answer is stable."""

from __future__ import annotations

import pytest

from cypher.catalogue import catalogue
from cypher.check import verify
from cypher.query import Query
from cypher.run import run
from graph.database import Database
from graph.model import Network, Table
from graph.node_kinds import REPOSITORY

QUERIES = list(catalogue())


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_the_server_takes_each_query_and_its_examples_answer(atlas: Database, query: Query) -> None:
    assert [str(problem) for problem in verify(atlas, query)] == []


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_an_answer_comes_twice_the_same(atlas: Database, query: Query) -> None:
    first, second = (run(atlas, query, query.examples[0]) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_an_answer_names_the_snapshots_that_it_rests_on(atlas: Database, query: Query) -> None:
    answer = run(atlas, query, query.examples[0])
    if query.load and isinstance(answer, Table) and not answer.rows:
        command = query.load.partition("OWNER/NAME")[0]  # with the names of the example in its place
        assert any(command in gap for gap in answer.coverage.gaps)
        return
    assert answer.coverage.snapshots
    assert all(snapshot["content_hash"] and snapshot["as_of"] for snapshot in answer.coverage.snapshots)


@pytest.mark.parametrize("query", [q for q in QUERIES if q.kind == "graph"], ids=lambda query: query.name)
def test_the_edges_of_a_network_join_nodes_that_it_has(atlas: Database, query: Query) -> None:
    network = run(atlas, query, query.examples[0])
    assert isinstance(network, Network)
    keys = {node.key for node in network.nodes}
    assert len(keys) == len(network.nodes)
    assert all(edge.source in keys and edge.target in keys for edge in network.edges)


@pytest.mark.parametrize("query", [q for q in QUERIES if q.kind == "graph"], ids=lambda query: query.name)
def test_each_repository_of_a_network_tells_its_domain_known_or_not(atlas: Database, query: Query) -> None:
    network = run(atlas, query, query.examples[0])
    assert isinstance(network, Network)
    projects = [node for node in network.nodes if node.label == REPOSITORY.label]
    assert projects
    assert [node.title for node in projects if "domain" not in node.facts] == []


@pytest.mark.parametrize("query", [q for q in QUERIES if q.kind != "graph"], ids=lambda query: query.name)
def test_the_values_of_a_table_are_of_their_columns_types(atlas: Database, query: Query) -> None:
    table = run(atlas, query, query.examples[0])
    assert isinstance(table, Table)
    kinds: dict[str, tuple[type, ...]] = {"int": (int,), "float": (float, int), "bool": (bool,), "str": (str,)}
    for record in table.records():
        for column in table.columns:
            value = record[column.name]
            expected = list if column.type.startswith("list") else kinds.get(column.type, (str, dict))
            assert value is None or isinstance(value, expected), (column, value)


def test_what_a_query_needs_is_a_metric_of_the_catalogue() -> None:
    metrics = {query.name for query in QUERIES if query.kind == "metric"}
    assert all(metrics.issuperset(query.needs) for query in QUERIES)
