"""Sampled betweenness: exact from all sources, right on average, and within its own error."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.betweenness import Betweenness, bound_of, network_of, sampled

TIES = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")), min_size=1, max_size=20)


def betweenness(ties: list[tuple[str, str]], samples: int, seed: int = 1) -> tuple[list[str], Betweenness]:
    keys, network = network_of(ties)
    return keys, sampled(network, samples, seed)


def people(network: nx.Graph[int]) -> list[tuple[str, str]]:
    return [(f"{a}", f"{b}") for a, b in network.edges]


@given(TIES)
@settings(deadline=None)
def test_all_sources_give_the_value_of_networkx(ties: list[tuple[str, str]]) -> None:
    plain: nx.Graph[str] = nx.Graph(ties)
    plain.remove_edges_from(nx.selfloop_edges(plain))
    keys, found = betweenness(ties, 100)
    expected = nx.betweenness_centrality(plain)
    np.testing.assert_allclose(found.values, [expected[key] for key in keys], atol=1e-12)
    assert not found.errors.any()
    assert found.bound == 0


def test_a_sample_is_right_on_average_and_mostly_within_two_errors() -> None:
    club = nx.karate_club_graph()
    keys, exact = betweenness(people(club), 34)
    found = [betweenness(people(club), 17, seed)[1] for seed in range(300)]
    assert sorted(keys) == keys
    np.testing.assert_allclose(np.mean([one.values for one in found], axis=0), exact.values, atol=0.01)
    within = np.mean([np.abs(one.values - exact.values) <= 2 * one.errors + 1e-12 for one in found])
    assert within > 0.85
    assert all(np.abs(one.values - exact.values).max() <= one.bound for one in found)


def test_a_seed_draws_the_same_sources_again() -> None:
    club = people(nx.karate_club_graph())
    one, again, other = (betweenness(club, 10, seed)[1].values for seed in (7, 7, 8))
    assert (one == again).all()
    assert (one != other).any()


def test_more_sources_than_are_followed_at_once_give_the_same() -> None:
    network = nx.gnm_random_graph(150, 300, seed=1)
    network.remove_nodes_from(list(nx.isolates(network)))
    keys, found = betweenness(people(network), 150)
    expected = nx.betweenness_centrality(network)
    np.testing.assert_allclose(found.values, [expected[int(key)] for key in keys], atol=1e-12)
    assert found.sources == len(keys)


@pytest.mark.parametrize(
    ("many", "drawn", "bound"), [(2, 1, 0.0), (10, 10, 0.0), (10, 1, 1.0), (100_000, 1000, 0.0872)]
)
def test_the_bound_falls_with_the_root_of_the_sources(many: int, drawn: int, bound: float) -> None:
    assert bound_of(many, drawn) == pytest.approx(bound, abs=1e-4)


def test_between_two_there_is_nobody() -> None:
    keys, found = betweenness([("a", "b"), ("b", "a")], 1)
    assert keys == ["a", "b"]
    assert found.values.tolist() == found.errors.tolist() == [0, 0]
