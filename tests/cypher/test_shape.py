"""Rows of the database into tables and networks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cypher import shape
from cypher.query import Budget
from graph.database import Rows
from graph.errors import BadInputError
from graph.model import Network
from tests.cypher.sample import NETWORK, sample

QUERY = sample(NETWORK)
A: dict[str, object] = {"key": "a", "label": "Repository", "title": "A", "size": 3, "community": 1, "facts": {"x": 1}}
B: dict[str, object] = {"key": "b", "label": "Developer", "title": "B"}
EDGE: dict[str, object] = {"source": "b", "target": "a", "type": "CONTRIBUTED_TO", "weight": 2, "evidence": [{"n": 1}]}


def drawn(nodes: object, edges: object, *left_out: object) -> Network:
    columns = ("nodes", "edges", "left_out")[: 2 + len(left_out)]
    return shape.network(QUERY, Rows(columns, [[nodes, edges, *left_out]]))


def refusal(nodes: object, edges: object) -> str:
    with pytest.raises(BadInputError) as caught:
        drawn(nodes, edges)
    return str(caught.value)


def test_a_table_has_the_declared_columns_and_tells_a_cut() -> None:
    answer = shape.table(sample(), Rows(("repository", "license"), [["a/b", "MIT"]], cut=True))
    assert answer.records() == [{"repository": "a/b", "license": "MIT"}]
    assert (answer.columns, answer.cut) == (sample().returns, True)


def test_maps_become_nodes_and_edges_with_what_their_looks_mean() -> None:
    network = drawn([A, B], [EDGE])
    first, second = network.nodes
    assert (first.key, first.label, first.title, first.size, first.community, first.facts) == (
        "a", "Repository", "A", 3.0, 1, {"x": 1},
    )  # fmt: skip
    assert (second.size, second.community, second.facts) == (None, None, {})
    (edge,) = network.edges
    assert (edge.source, edge.target, edge.type, edge.weight, edge.evidence) == (
        "b", "a", "CONTRIBUTED_TO", 2.0, ({"n": 1},),
    )  # fmt: skip
    assert (network.size_means, network.weight_means, network.cut) == ("stars", "developers", False)


def test_no_row_is_an_empty_network() -> None:
    network = shape.network(QUERY, Rows(("nodes", "edges"), []))
    assert (network.nodes, network.edges) == ((), ())


def test_a_node_that_comes_twice_is_one() -> None:
    assert len(drawn([A, B, A], []).nodes) == 2


def test_an_edge_without_weight_weighs_one() -> None:
    assert drawn([A, B], [{**EDGE, "weight": None}]).edges[0].weight == 1.0


def test_what_the_query_left_out_is_a_cut() -> None:
    assert (drawn([A], [], 3).cut, drawn([A], [], 3).left_out) == (True, 3)
    assert (drawn([A], [], 0).cut, drawn([A], [], 0).left_out) == (False, 0)
    assert not drawn([A], [], None).cut


@given(st.integers(1, 6), st.integers(0, 8), st.integers(1, 8))
def test_no_more_nodes_and_edges_than_the_budget_and_none_without_ends(nodes: int, edges: int, most: int) -> None:
    small = replace(QUERY, budget=Budget(1, most))
    maps = [{**B, "key": str(at)} for at in range(nodes)]
    ties = [{**EDGE, "source": str(at % nodes), "target": "0"} for at in range(edges)]
    network = shape.network(small, Rows(("nodes", "edges"), [[maps, ties]]))
    keys = {node.key for node in network.nodes}
    assert len(network.nodes) == min(nodes, most)
    assert len(network.edges) <= most
    assert all({edge.source, edge.target} <= keys for edge in network.edges)
    assert network.cut == (len(network.nodes) < nodes or len(network.edges) < edges)


def test_what_cannot_be_drawn_is_named_with_the_file() -> None:
    start = "q/by_language.cypher: by-language answers what cannot be drawn: "
    assert refusal([A], [EDGE]) == f"{start}an edge CONTRIBUTED_TO ends at 'b', which is not among its nodes"
    assert refusal([{**A, "label": "Repo"}], []) == f"{start}a node has label 'Repo', which the schema does not have"
    assert refusal([{**A, "communty": 1}], []).endswith(
        "node has unknown 'communty'; known are community, facts, key, label, size, title"
    )
    assert refusal([{**A, "title": None}], []).endswith("found title None, expected text")
    assert refusal([{**A, "size": "big"}], []).endswith("found size 'big', expected a number or nothing")
    assert refusal([{**A, "facts": [1]}], []).endswith("found facts [1], expected a map")
    assert refusal("x", []).endswith("found nodes 'x', expected a list of maps")
    assert refusal([A, B], [{**EDGE, "evidence": [1]}]).endswith("found evidence [1], expected a list of maps")
