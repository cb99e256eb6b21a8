"""Graphs and months for the tests of OpenRank, with a dense solve as their judge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from hypothesis import strategies as st

from graph.openrank.pairs import Pairs, Row, pairs_of
from graph.openrank.solver import Floats, Graph, shares_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

ACTIVITIES = ("opened_issues", "issue_comments", "closed_issues", "review_comments", "opened_prs", "pushes")
NAMES = ("u1", "u2", "u3", "r1", "r2", "r3")
SIX_OWN = (1.0, 1.5, 0.5, 0.3, 0.7, 2.0)
SIX_VALUES = (1.072, 1.291, 0.478, 0.293, 1.118, 1.398)
_SIX = """u1>u2 .05, u1>u3 .05, u3>u2 .1, r1>r2 .1, r3>r2 .1, u1>r1 .27, r1>u1 .9, u1>r3 .63, r3>u1 .63, u2>r2 .54,
r2>u2 .54, u2>r3 .36, r3>u2 .27, u3>r2 .9, r2>u3 .36"""


def six(order: Sequence[int] = range(6)) -> Graph:
    """The published example of six nodes, numbered in another order where one is given."""
    at = {NAMES[node]: number for number, node in enumerate(order)}
    edges = [(pair.split(">"), float(share)) for pair, share in (edge.split() for edge in _SIX.split(","))]
    givers, takers = [at[ends[0]] for ends, _ in edges], [at[ends[1]] for ends, _ in edges]
    retention = [0.5 if NAMES[node].startswith("u") else 0.3 for node in order]
    return Graph.from_edges(givers, takers, [share for _, share in edges], retention)


@dataclass(frozen=True)
class Edges:
    """A graph as its edges, before it is put in rows."""

    givers: NDArray[np.int32]
    takers: NDArray[np.int32]
    weights: Floats
    retention: Floats
    own: Floats

    def graph(self) -> Graph:
        """In rows; shares by weight."""
        shares = shares_of(self.givers, self.weights, len(self.own))
        return Graph.from_edges(self.givers, self.takers, shares, self.retention)

    def renumbered(self, order: NDArray[np.int64]) -> Edges:
        """The same graph, node i now being order[i]."""
        back = np.argsort(order)
        ends = (order[self.givers].astype(np.int32), order[self.takers].astype(np.int32))
        return Edges(*ends, self.weights, self.retention[back], self.own[back])


@st.composite
def edges(draw: st.DrawFn, least_retention: float = 0.05) -> Edges:
    """Any graph of one to twelve nodes: dangling, disconnected, with loops and parallel edges, weights 0 to 1e12."""
    size = draw(st.integers(1, 12))
    nodes = st.integers(0, size - 1)
    weights = st.one_of(st.just(0.0), st.floats(1e-9, 1.0), st.floats(1.0, 1e12))
    found = draw(st.lists(st.tuples(nodes, nodes, weights), max_size=40))
    values = st.lists(st.floats(0, 1000), min_size=size, max_size=size)
    kept = st.lists(st.floats(least_retention, 1), min_size=size, max_size=size)
    return Edges(
        np.array([giver for giver, _, _ in found], np.int32),
        np.array([taker for _, taker, _ in found], np.int32),
        np.array([weight for _, _, weight in found], np.float64),
        np.array(draw(kept)),
        np.array(draw(values)),
    )


def dense(graph: Graph, own: Floats) -> Floats:
    """The fixed point by elimination: (1 - (1 - R)·S) v = R·c."""
    shares = np.zeros((graph.size, graph.size))
    takers = np.repeat(np.arange(graph.size), np.diff(graph.starts))
    np.add.at(shares, (takers, graph.givers), graph.shares)
    passing = (1 - graph.retention)[:, None] * shares
    return np.linalg.solve(np.eye(graph.size) - passing, graph.retention * np.asarray(own)).astype(np.float64)


def month(*rows: Row, bots: Sequence[str] = (), activities: Sequence[str] = ACTIVITIES) -> Pairs:
    """The pairs of rows (developer, repository, counts)."""
    return pairs_of(rows, activities, bots=bots)


def issues(count: float = 1) -> tuple[float, ...]:
    """Counts of someone who opened issues alone."""
    return (count, 0, 0, 0, 0, 0)


def pushes(count: float = 1) -> tuple[float, ...]:
    """Counts of someone who pushed alone."""
    return (0, 0, 0, 0, 0, count)
