from __future__ import annotations

from dataclasses import replace

import numpy as np

from graph.model import Edge, Network, Node
from tests.viz.worlds import communities
from viz.layout.web import BETWEEN, INSIDE, web_of


def _nodes(*communities: int | None) -> tuple[Node, ...]:
    return tuple(Node(f"n{at}", "Repository", f"o/n{at}", 1.0, found) for at, found in enumerate(communities))


def test_edges_between_the_same_two_are_one_whose_weights_are_added() -> None:
    edges = (Edge("n0", "n1", "A", 2.0), Edge("n1", "n0", "B", 3.0))
    pulls = web_of(Network(_nodes(None, None), edges)).pulls.toarray()
    assert np.allclose(pulls, [[0, 1 + np.log1p(5)], [1 + np.log1p(5), 0]])


def test_an_edge_pulls_more_inside_a_community_than_between_two() -> None:
    edges = (Edge("n0", "n1", "A", 0.0), Edge("n1", "n2", "A", 0.0), Edge("n2", "n3", "A", -4.0))
    pulls = web_of(Network(_nodes(1, 1, 2, None), edges)).pulls.toarray()
    assert [pulls[0, 1], pulls[1, 2], pulls[2, 3]] == [INSIDE, BETWEEN, 1.0]


def test_pieces_come_largest_first_and_then_by_key() -> None:
    edges = (Edge("n1", "n3", "A"), Edge("n1", "n4", "A"))
    pieces = web_of(Network(_nodes(*[None] * 5), edges)).pieces()
    assert [piece.tolist() for piece in pieces] == [[1, 3, 4], [0], [2]]
    assert web_of(Network((), ())).pieces() == []


def test_the_hash_is_that_of_the_data_and_of_nothing_else() -> None:
    network = communities()
    turned = replace(network, nodes=network.nodes[::-1], edges=network.edges[::-1], size_means="something else")
    other = replace(network, edges=network.edges[1:])
    assert web_of(network).digest == web_of(turned).digest != web_of(other).digest
