"""What a node's number stands for, and how pairs become edges."""

from __future__ import annotations

import numpy as np
import pytest

from graph.openrank.global_network import global_network
from graph.openrank.networks import Network, Tied, padded, past_of, present
from graph.openrank.presets import GLOBAL_2023_DOCS, GLOBAL_2026
from tests.graph.openrank.worlds import issues, month

ROWS = (("ann", "x", issues()), ("bob", "y", issues()))


@pytest.fixture
def made() -> Network:
    """Two developers, two repositories and the background."""
    return global_network(GLOBAL_2026, month(*ROWS), {})


def test_numbers_and_names_go_both_ways(made: Network) -> None:
    names = [made.name_of(number) for number in range(made.graph.size)]
    assert names == [
        ("Developer", "ann"),
        ("Developer", "bob"),
        ("Repository", "x"),
        ("Repository", "y"),
        ("Background", ""),
    ]
    assert [made.number_of(*name) for name in names[:4]] == [0, 1, 2, 3]


@pytest.mark.parametrize(("kind", "key"), [("Developer", "x"), ("Repository", "ann"), ("Planet", "mars")])
def test_what_is_not_there_has_no_number(made: Network, kind: str, key: str) -> None:
    assert made.number_of(kind, key) is None


def test_without_a_background_nothing_is_added_on_publication() -> None:
    plain = global_network(GLOBAL_2023_DOCS, month(*ROWS), {})
    assert (plain.named, plain.surplus(np.ones(4))) == (4, 0.0)
    assert plain.published(np.array([1.0, 2, 3, 4])) == {
        "Developer": {"ann": 1, "bob": 2},
        "Repository": {"x": 3, "y": 4},
    }


def test_a_key_may_be_that_of_a_developer_and_of_a_repository() -> None:
    both = global_network(GLOBAL_2026, month(("github:1", "github:1", issues())), {"Developer": {"github:1": 9.0}})
    assert both.inherited.tolist() == pytest.approx([0.85 * 9, 0, 0])


def test_ties_are_edges_both_ways_by_share_of_the_total() -> None:
    tied = Tied(np.array([0, 0], np.int32), np.array([1, 2], np.int32), np.array([1.0, 3.0]), 3)
    givers, takers, shares = tied.edges(1.0)
    assert list(zip(givers.tolist(), takers.tolist(), shares.tolist(), strict=True)) == [
        (0, 1, 0.25),
        (0, 2, 0.75),
        (1, 0, 1.0),
        (2, 0, 1.0),
    ]
    assert tied.activity().tolist() == [4, 1, 3]


def test_small_tools() -> None:
    assert padded(np.ones(1), 3).tolist() == [1, 0, 0]
    assert np.isnan(past_of(["a", "b"], {"a": 1.0})).tolist() == [False, True]
    keys, numbers = present(("a", "b", "c"), np.array([2, 0, 2], np.int32))
    assert (keys, numbers.tolist()) == (("a", "c"), [1, 0, 1])
