from __future__ import annotations

from itertools import pairwise

import networkx as nx
import numpy as np
import pytest
from scipy.sparse import csr_array  # type: ignore[import-untyped]

from viz.layout.forces import EXACT, each, meshed, pushing, settle
from viz.layout.places import beginning
from viz.layout.web import Web

RNG = np.random.default_rng(1)


def _web(graph: nx.Graph[int]) -> Web:
    count = len(graph)
    pulls = csr_array(nx.to_scipy_sparse_array(graph, weight="weight", dtype=np.dtype(float)))
    return Web(tuple(map(str, graph)), np.full(count, 5.0), np.full(count, -1), pulls)


def test_places_are_those_of_networkx() -> None:
    graph = nx.barabasi_albert_graph(80, 3, seed=1)
    nx.set_edge_attributes(graph, {edge: 1.0 + sum(edge) % 3 for edge in graph.edges}, "weight")
    web = _web(graph)
    begin = beginning(web.community)
    mass = dict(zip(graph, web.mass.tolist(), strict=True))
    theirs = nx.forceatlas2_layout(
        graph, pos={at: begin[at].copy() for at in graph}, max_iter=60, scaling_ratio=2.0, gravity=4.0,
        weight="weight", node_mass=mass,
    )  # fmt: skip
    ours = settle(web, begin, 60)
    assert np.allclose(ours, [theirs[at] for at in graph], atol=0.01)


@pytest.mark.parametrize(("cells", "off"), [(64, 0.06), (256, 0.02)])
def test_a_mesh_pushes_like_each_against_each(cells: int, off: float) -> None:
    points, mass = RNG.normal(0, 100, (2000, 2)), 1 + RNG.random(2000)
    exact, found = each(points, mass), meshed(points, mass, cells=cells)
    error = np.linalg.norm(found - exact, axis=1) / np.linalg.norm(exact, axis=1)
    assert np.median(error) < off


def test_pushes_cancel_each_other_out() -> None:
    points, mass = RNG.normal(0, 100, (500, 2)), 1 + RNG.random(500)
    for found in (each(points, mass), meshed(points, mass, cells=64)):
        assert np.abs(found.sum(axis=0)).max() < 1e-6 * np.abs(found).sum()


def test_two_at_one_place_push_nowhere_and_break_nothing() -> None:
    points = np.zeros((2, 2))
    assert (each(points, np.ones(2)) == 0).all()
    assert np.isfinite(meshed(points, np.ones(2), cells=64)).all()


def test_few_nodes_push_one_by_one_and_the_mesh_grows_with_many() -> None:
    assert pushing(EXACT) is each
    cells = [pushing(count).keywords["cells"] for count in (EXACT + 1, 5000, 50_000)]  # type: ignore[attr-defined]
    assert cells == [64, 128, 256]
    assert all(low < high for low, high in pairwise(cells))


def test_ends_of_a_path_settle_far_apart() -> None:
    places = settle(_web(nx.path_graph(20)), beginning(np.full(20, -1)), 200)
    steps = np.linalg.norm(np.diff(places, axis=0), axis=1)
    assert np.linalg.norm(places[0] - places[-1]) > 5 * steps.mean()
