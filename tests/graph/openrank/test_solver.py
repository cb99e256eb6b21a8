"""The solver against a dense solve, networkx and the published example, on any graph."""

from __future__ import annotations

import subprocess
import sys
from itertools import permutations

import networkx as nx
import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from graph.errors import BadInputError
from graph.openrank.solver import BALANCED, EXACT, Graph, Options, Result, residual, shares_of, solve
from tests.graph.openrank.worlds import SIX_OWN, SIX_VALUES, Edges, dense, edges, six

PLAIN = Options(way="scipy")
WAYS = pytest.mark.parametrize("options", [EXACT, PLAIN], ids=["compiled", "scipy"])
FROZEN = Options(tolerance=0.01, rounds=100, freeze=True)


def near(found: Result, expected: object, within: float = 1e-9) -> None:
    np.testing.assert_allclose(found.values, np.asarray(expected), rtol=1e-12, atol=within)


@WAYS
def test_the_published_example_comes_out(options: Options) -> None:
    found = solve(six(), SIX_OWN, options)
    near(found, SIX_VALUES, within=0.001)
    assert found.settled
    assert found.change <= options.tolerance


@pytest.mark.parametrize("order", list(permutations(range(6)))[::97])
def test_the_published_example_does_not_depend_on_the_order(order: tuple[int, ...]) -> None:
    found = solve(six(order), [SIX_OWN[node] for node in order])
    near(found, [SIX_VALUES[node] for node in order], within=0.001)


@settings(max_examples=200, deadline=None)
@given(edges())
def test_both_ways_agree_with_a_dense_solve(made: Edges) -> None:
    graph = made.graph()
    expected = dense(graph, made.own)
    compiled, plain = solve(graph, made.own), solve(graph, made.own, PLAIN)
    assert compiled.settled
    near(compiled, expected)
    near(plain, expected)
    near(compiled, plain.values)


@settings(max_examples=100, deadline=None)
@given(edges(), st.randoms(use_true_random=False))
def test_the_order_of_nodes_and_edges_does_not_matter(made: Edges, chance: object) -> None:
    order = np.arange(len(made.own))
    chance.shuffle(order)  # type: ignore[attr-defined]
    np.testing.assert_allclose(
        solve(made.renumbered(order).graph(), made.renumbered(order).own).values[order],
        solve(made.graph(), made.own).values,
        rtol=1e-12,
        atol=1e-9,
    )


@settings(max_examples=100, deadline=None)
@given(edges(), st.floats(0.05, 1))
def test_mass_is_conserved_where_all_is_passed_on_and_all_keep_alike(made: Edges, kept: float) -> None:
    loops = np.arange(len(made.own), dtype=np.int32)  # so that nobody dangles
    whole = Edges(
        np.concatenate([made.givers, loops]),
        np.concatenate([made.takers, loops]),
        np.concatenate([made.weights, np.ones(len(loops))]),
        np.full(len(loops), kept),
        made.own,
    )
    values = solve(whole.graph(), whole.own).values
    assert values.sum() == pytest.approx(whole.own.sum(), rel=1e-9, abs=1e-9)
    assert values.min() >= 0


@settings(max_examples=100, deadline=None)
@given(edges(), st.floats(1e-3, 1e3))
def test_values_are_counted_in_the_unit_of_the_own_values(made: Edges, unit: float) -> None:
    graph = made.graph()
    near(solve(graph, made.own * unit), solve(graph, made.own).values * unit, within=1e-6)


@settings(max_examples=100, deadline=None)
@given(edges())
def test_nothing_is_left_to_do_at_the_fixed_point(made: Edges) -> None:
    graph = made.graph()
    found = solve(graph, made.own)
    assert np.abs(residual(graph, made.own, found.values)).max() < 1e-9


@WAYS
def test_pagerank_is_the_special_case(options: Options) -> None:
    clubs = nx.gnm_random_graph(200, 900, seed=3, directed=True)
    clubs.add_edges_from((node, (node + 1) % 200) for node in range(200))  # networkx gives what dangles to all
    expected = nx.pagerank(clubs, alpha=0.85, tol=1e-14, max_iter=1000)
    ends = np.array(list(clubs.edges), np.int32)
    shares = shares_of(ends[:, 0], np.ones(len(ends)), 200)
    graph = Graph.from_edges(ends[:, 0], ends[:, 1], shares, np.full(200, 0.15))
    near(solve(graph, np.full(200, 1 / 200), options), [expected[node] for node in range(200)])


def test_pagerank_of_the_karate_club_is_the_published_one() -> None:
    club = nx.karate_club_graph()
    ends = np.array([pair for edge in club.edges for pair in (edge, edge[::-1])], np.int32)
    shares = shares_of(ends[:, 0], np.ones(len(ends)), 34)
    graph = Graph.from_edges(ends[:, 0], ends[:, 1], shares, np.full(34, 0.15))
    assert solve(graph, np.full(34, 1 / 34)).values[33] == pytest.approx(0.100919, abs=1e-6)


@WAYS
def test_a_million_parallel_edges_are_one(options: Options) -> None:
    many = 1_000_000
    givers, takers = np.zeros(many, np.int32), np.ones(many, np.int32)
    graph = Graph.from_edges(givers, takers, shares_of(givers, np.ones(many), 2), [0.15, 0.15])
    assert len(graph.givers) == 1
    near(solve(graph, [1.0, 1.0], options), [0.15, 0.15 + 0.85 * 0.15])


@WAYS
@pytest.mark.parametrize(
    ("retention", "share", "value"),
    [(1.0, 1.0, 3.0), (0.3, 0.0, 0.9), (0.3, 1.0, 3.0), (0.5, 0.5, 2.0)],
)
def test_a_single_node_is_solved(options: Options, retention: float, share: float, value: float) -> None:
    near(solve(Graph.from_edges([0], [0], [share], [retention]), [3.0], options), [value])


@WAYS
@pytest.mark.parametrize("freeze", [False, True])
def test_no_node_and_no_edge_are_fine(options: Options, freeze: bool) -> None:  # noqa: FBT001 - a parameter of the test
    how = Options(way=options.way, freeze=freeze)
    assert solve(Graph.from_edges([], [], [], []), [], how).values.shape == (0,)
    near(solve(Graph.from_edges([], [], [], [0.5, 0.3]), [2.0, 1.0], how), [1.0, 0.3])


@WAYS
def test_huge_own_values_settle_as_far_as_numbers_tell(options: Options) -> None:
    graph = six()
    found = solve(graph, np.array(SIX_OWN) * 1e15, options)
    assert found.settled
    np.testing.assert_allclose(found.values, dense(graph, np.array(SIX_OWN) * 1e15), rtol=1e-12)


@WAYS
def test_rounds_that_do_not_suffice_are_told(options: Options) -> None:
    found = solve(six(), SIX_OWN, Options(rounds=3, way=options.way))
    assert (found.rounds, found.settled) == (3, False)
    assert found.change > EXACT.tolerance


def test_where_nothing_is_kept_it_says_that_it_does_not_settle() -> None:
    ring = Graph.from_edges([0, 1], [1, 0], [1.0, 1.0], [0.0, 0.0])
    assert not solve(ring, [0.0, 1.0], Options(way="scipy", rounds=50)).settled


@WAYS
def test_nodes_that_rest_too_early_end_elsewhere(options: Options) -> None:
    frozen = solve(six(), SIX_OWN, Options(tolerance=0.01, rounds=100, freeze=True, way=options.way))
    assert frozen.settled
    assert 0.001 < np.abs(frozen.values - solve(six(), SIX_OWN).values).max() < 0.1


def test_a_node_rests_after_the_first_small_change() -> None:
    # Node 0 gives to 1, 1 to 2. In round 1 node 2 moves by nothing and rests, before node 1's value arrives.
    chain = Graph.from_edges([0, 1], [1, 2], [1.0, 1.0], [1.0, 0.5, 0.5])
    assert solve(chain, [4.0, 0.0, 0.0], FROZEN).values.tolist() == [4.0, 2.0, 0.0]
    near(solve(chain, [4.0, 0.0, 0.0]), [4.0, 2.0, 1.0])


@settings(max_examples=100, deadline=None)
@given(edges())
def test_with_a_tolerance_of_nothing_no_node_rests(made: Edges) -> None:
    graph = made.graph()
    near(solve(graph, made.own, Options(tolerance=0.0, rounds=1000, freeze=True)), solve(graph, made.own).values)


def test_own_values_are_left_as_they_are() -> None:
    own = np.array(SIX_OWN)
    solve(six(), own)
    assert own.tolist() == list(SIX_OWN)


def test_the_same_graph_gives_the_same_bits() -> None:
    assert solve(six(), SIX_OWN).values.tobytes() == solve(six(), SIX_OWN).values.tobytes()


@settings(max_examples=100, deadline=None)
@given(edges())
@example(Edges(np.zeros(2, np.int32), np.zeros(2, np.int32), np.zeros(2), np.ones(1), np.ones(1)))
def test_shares_sum_to_one_or_to_nothing(made: Edges) -> None:
    shares = shares_of(made.givers, made.weights, len(made.own), passed_on=0.95)
    totals = np.bincount(made.givers, shares, len(made.own))
    assert all(total == 0 or total == pytest.approx(0.95) for total in totals)


def ring(size: int) -> Graph:
    """Neighbours in a ring, who keep little: a graph in which values travel slowly."""
    nodes = np.arange(size)
    givers, takers = np.concatenate([nodes, nodes]), np.concatenate([(nodes + 1) % size, (nodes - 1) % size])
    return Graph.from_edges(givers, takers, np.full(2 * size, 0.5), np.full(size, 0.02))


def test_rounds_that_keep_the_sum_need_fewer() -> None:
    chance = np.random.default_rng(5)
    givers, takers = np.concatenate([np.arange(500), chance.integers(0, 500, 4500)]), chance.integers(0, 500, 5000)
    graph = Graph.from_edges(givers, takers, shares_of(givers, np.ones(5000), 500), np.full(500, 0.15))
    for unit in (1.0, 1e6):  # where values are large, scaling must not be what keeps them from settling
        found = solve(graph, np.full(500, unit))
        assert found.rounds < 35
        near(found, dense(graph, np.full(500, unit)))


def test_a_graph_that_settles_slowly_settles_after_the_last_scaled_round() -> None:
    own = np.random.default_rng(5).random(300)
    found = solve(ring(300), own)
    assert found.settled
    assert found.rounds > BALANCED
    near(found, dense(ring(300), own))


@settings(max_examples=100, deadline=None)
@given(edges())
def test_own_values_may_be_of_both_signs(made: Edges) -> None:
    graph, own = made.graph(), made.own - made.own.mean()
    near(solve(graph, own), dense(graph, own))


@WAYS
def test_from_nothing_comes_nothing(options: Options) -> None:
    assert solve(six(), np.zeros(6), options).values.tolist() == [0.0] * 6


@pytest.mark.parametrize(
    ("givers", "takers", "shares", "retention", "said"),
    [
        ([0], [0], [0.5], [1.5], "retention 1.5 at 0 is out of bounds, expected 0 to 1"),
        ([0], [0], [0.5], [-0.1], "retention -0.1 at 0 is out of bounds"),
        ([0], [0], [0.5], [float("nan")], "retention nan at 0 is out of bounds"),
        ([0], [0], [-0.5], [0.5], "share -0.5 at 0 is out of bounds"),
        ([0], [0], [float("inf")], [0.5], "share inf at 0 is out of bounds"),
        ([0], [0], [[0.5]], [0.5], "share has the shape"),
        ([1], [0], [0.5], [0.5], "giver 1 of edge 0 is not a node, expected 0 to 0"),
        ([0], [-1], [0.5], [0.5], "taker -1 of edge 0 is not a node, expected 0 to 0"),
        ([0, 0], [0], [0.5], [0.5], r"giver has the shape \(2,\), expected \(1,\)"),
        ([0, 0], [0, 1], [0.6, 0.6], [0.5, 0.5], "node 0 gives away 1.2 times its value, expected at most 1"),
    ],
)
def test_a_graph_that_cannot_be_is_refused_with_the_value(
    givers: list[int], takers: list[int], shares: list[float], retention: list[float], said: str
) -> None:
    with pytest.raises(BadInputError, match=said):
        Graph.from_edges(givers, takers, shares, retention)


@pytest.mark.parametrize(
    ("own", "options", "said"),
    [
        ([1.0], EXACT, r"own values have the shape \(1,\), expected \(6,\)"),
        ([*SIX_OWN[:5], float("inf")], EXACT, "the own value of node 5 is not a finite number"),
        (SIX_OWN, Options(rounds=0), "0 rounds to 1e-11: expected 1 or more"),
        (SIX_OWN, Options(tolerance=float("nan")), "rounds to nan: expected"),
    ],
)
def test_own_values_and_options_that_cannot_be_are_refused(own: list[float], options: Options, said: str) -> None:
    with pytest.raises(BadInputError, match=said):
        solve(six(), own, options)


def test_weights_that_do_not_add_up_are_refused() -> None:
    with pytest.raises(BadInputError, match="weights of node 0 do not add up to a finite number"):
        shares_of(np.zeros(2, np.int32), np.array([1.7e308, 1.7e308]), 1)


def test_definitions_are_known_without_loading_numba_or_scipy() -> None:
    code = "import sys, graph.openrank.solver, graph.openrank.presets; print({'numba', 'scipy'} & {*sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
