"""The network of one repository: its developers, issues and pull requests, and what they bring along."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from graph.errors import BadInputError
from graph.openrank.community_network import community_network
from graph.openrank.networks import Network, Values
from graph.openrank.pairs import pairs_of
from graph.openrank.presets import COMMUNITY
from graph.openrank.solver import solve

COUNTED = ("opened_issues", "issue_comments", "opened_prs", "closed_prs")
ROWS = (
    ("ann", "i1", (1, 0, 0, 0)),
    ("bob", "i1", (0, 2, 0, 0)),
    ("bob", "p2", (0, 0, 1, 0)),
    ("ann", "p2", (0, 0, 0, 1)),
)


def made(*inherited: Values, merged: Sequence[str] = ()) -> Network:
    return community_network(COMMUNITY, pairs_of(ROWS, COUNTED, merged=merged, repository="o/r"), inherited)


def test_nodes_are_developers_items_and_the_repository() -> None:
    assert made().nodes == {"Developer": ("ann", "bob"), "Item": ("i1", "p2"), "Repository": ("o/r",)}
    assert made().graph.retention.tolist() == [0.15] * 5


def test_all_own_one_at_first_and_a_merged_pull_request_half_more() -> None:
    assert made(merged=["p2"]).own.tolist() == [1, 1, 1, 1.5, 1]


def test_the_newest_value_of_three_months_is_inherited() -> None:
    months: list[Values] = [
        {"Developer": {"ann": 2.0}},
        {"Developer": {"ann": 9.0, "bob": 3.0}, "Repository": {"o/r": 4.0}},
        {"Item": {"p2": 2.0}},
        {"Item": {"i1": 7.0}},
    ]
    found = made(*months, merged=["p2"])
    assert found.inherited.tolist() == pytest.approx([2.0, 3.0 * 0.85, 0, 2.0 * 0.85**2, 4.0 * 0.85])
    assert found.own.tolist() == pytest.approx([2.0, 2.55, 1.0, 1.5 * 2.0 * 0.85**2, 3.4])


def test_the_repository_takes_a_twentieth_and_hands_out_alike() -> None:
    graph = made().graph
    totals = np.bincount(graph.givers, graph.shares)
    assert totals.tolist() == pytest.approx([1.0] * 5)
    assert graph.shares[graph.givers == 4].tolist() == pytest.approx([0.25] * 4)
    assert graph.shares[graph.starts[4] : graph.starts[5]].tolist() == pytest.approx([0.05] * 4)


def test_a_closed_pull_request_weighs_what_a_push_does_elsewhere() -> None:
    activity = made().activity.tolist()
    assert activity == pytest.approx([22.235 + 14.695, 2 * 5.252 + 40.679, 22.235 + 2 * 5.252, 40.679 + 14.695, 0])


def test_mass_is_conserved() -> None:
    found = made(merged=["p2"])
    assert solve(found.graph, found.own).values.sum() == pytest.approx(5.5, abs=1e-9)


def test_a_month_without_activity_leaves_the_repository_alone() -> None:
    found = community_network(COMMUNITY, pairs_of([], COUNTED, repository="o/r"), ())
    assert found.published(solve(found.graph, found.own).values) == {
        "Developer": {},
        "Item": {},
        "Repository": {"o/r": pytest.approx(0.15)},
    }


def test_without_a_repository_it_is_refused() -> None:
    with pytest.raises(BadInputError, match="the preset community needs the repository"):
        community_network(COMMUNITY, pairs_of(ROWS, COUNTED), ())
