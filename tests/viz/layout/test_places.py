from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import replace

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model import Edge, Network, Node
from tests.viz.worlds import communities, overlap
from viz.drawing import radii
from viz.layout import layout, level
from viz.layout.forces import each
from viz.layout.parting import near


def _network(graph: nx.Graph[int], *, sizes: bool = True) -> Network:
    nodes = tuple(Node(f"n{i}", "Repository", f"o/n{i}", float(i % 17) if sizes else None) for i in graph)
    edges = tuple(Edge(f"n{a}", f"n{b}", "SHARES_DEVELOPERS", float(1 + (a + b) % 5)) for a, b in graph.edges)
    return Network(nodes, edges)


def _cpu_seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _overlapping(network: Network, places: dict[str, tuple[float, float]]) -> list[tuple[str, str]]:
    radius, keys = radii(network), sorted(places)
    return [
        (a, b)
        for i, a in enumerate(keys)
        for b in keys[i + 1 :]
        if math.dist(places[a], places[b]) < radius[a] + radius[b]
    ]


def test_every_node_has_a_finite_place() -> None:
    network = communities()
    places = layout(network)
    assert places.keys() == {node.key for node in network.nodes}
    assert all(math.isfinite(value) for place in places.values() for value in place)


def test_the_order_of_nodes_and_edges_does_not_matter() -> None:
    network = communities()
    turned = replace(network, nodes=network.nodes[::-1], edges=network.edges[::-1])
    assert layout(network) == layout(turned)


def test_the_same_seed_gives_the_same_places_and_another_seed_may_not_break_them() -> None:
    network = overlap()
    assert layout(network, seed=1) == layout(network, seed=1)
    assert layout(network, seed=2).keys() == layout(network).keys()


def test_no_mark_lies_on_another() -> None:
    for network in (overlap(), communities(), _network(nx.complete_graph(30)), _network(nx.star_graph(60))):
        assert _overlapping(network, layout(network)) == []


def test_the_members_of_a_community_stand_nearer_to_each_other_than_to_others() -> None:
    network = communities(count=3, members=8)
    places = layout(network)
    groups: dict[int | None, list[tuple[float, float]]] = {}
    for node in network.nodes:
        groups.setdefault(node.community, []).append(places[node.key])
    middles = {c: (sum(x for x, _ in g) / len(g), sum(y for _, y in g) / len(g)) for c, g in groups.items()}
    for community, members in groups.items():
        for place in members:
            assert min(middles, key=lambda c, p=place: math.dist(middles[c], p)) == community  # type: ignore[misc]


def test_disconnected_pieces_are_packed_near_and_apart() -> None:
    network = _network(nx.disjoint_union_all([nx.path_graph(5), nx.path_graph(3), nx.empty_graph(12)]))
    places = layout(network)
    assert _overlapping(network, places) == []
    assert max(math.hypot(x, y) for x, y in places.values()) < 900


def test_a_picture_is_wider_than_high() -> None:
    places = layout(_network(nx.path_graph(12)))
    width = max(x for x, _ in places.values()) - min(x for x, _ in places.values())
    height = max(y for _, y in places.values()) - min(y for _, y in places.values())
    assert width > height


@pytest.mark.parametrize("count", [0, 1, 2])
def test_the_smallest_networks_have_places(count: int) -> None:
    assert len(layout(_network(nx.path_graph(count)))) == count


def test_edges_to_nodes_that_are_not_there_and_loops_are_left_out() -> None:
    network = overlap()
    odd = (
        Edge("github:deepseek-ai/deepep", "github:nobody", "SHARES_DEVELOPERS"),
        Edge("github:@fzyzcjy", "github:@fzyzcjy", "COLLABORATES_WITH"),
    )
    assert layout(replace(network, edges=network.edges + odd)) == layout(network)


def test_five_thousand_nodes_cost_less_than_three_rounds_of_each_against_each() -> None:
    network = _network(nx.barabasi_albert_graph(5000, 2, seed=7))
    points = np.random.default_rng(1).normal(0, 100, (5000, 2))
    round_of_squares = min(_cpu_seconds(lambda: each(points, np.ones(5000))) for _ in range(2))
    assert _cpu_seconds(lambda: layout(network)) < 3 * round_of_squares + 1  # it makes 60 rounds and parts all marks


def test_five_thousand_marks_do_not_lie_on_each_other() -> None:
    network = _network(nx.barabasi_albert_graph(5000, 2, seed=7))
    places, radius = layout(network), radii(network)
    points, size = np.array(list(places.values())), np.array([radius[key] for key in places])
    one, other = near(points, size)
    distance = np.linalg.norm(points[one] - points[other], axis=1)
    assert (distance < size[one] + size[other]).sum() <= 5


def test_a_second_drawing_comes_from_the_cache() -> None:
    network = _network(nx.barabasi_albert_graph(200, 3, seed=8))
    layout(network)
    began = time.perf_counter()
    layout(network)
    assert time.perf_counter() - began < 0.1


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 40), st.floats(0, 0.4), st.integers(0, 1000))
def test_any_graph_has_finite_places_without_overlap(count: int, density: float, seed: int) -> None:
    network = _network(nx.gnp_random_graph(count, density, seed=seed))
    places = layout(network)
    assert all(math.isfinite(value) for place in places.values() for value in place)
    assert len(_overlapping(network, places)) <= count // 10


def test_levelling_keeps_distances() -> None:
    points = np.array([[0.0, 0.0], [0.0, 10.0], [1.0, 20.0]])
    flat = level(points)
    assert np.ptp(flat[:, 0]) > np.ptp(flat[:, 1])
    assert np.isclose(np.linalg.norm(flat[0] - flat[2]), np.linalg.norm(points[0] - points[2]))
