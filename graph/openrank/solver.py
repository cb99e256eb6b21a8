"""The OpenRank solver: the fixed point v = R·c + (1 - R)·S·v of a graph in compressed rows.

Source: X-lab's OpenRank as OpenDigger documents it. With one R for all, equal c and shares by out-degree this is
PageRank with damping 1 - R. Solved by Gauss-Seidel in compiled code, or by plain iteration with scipy, which is the
reference. Both are deterministic; the order of the nodes changes values by less than the tolerance.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import numpy as np

from graph.errors import BadInputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import ArrayLike, NDArray

Floats: TypeAlias = "NDArray[np.float64]"
Ints: TypeAlias = "NDArray[np.int32]"

SUM_SLACK = 1e-9
"""How far the shares of a node may exceed 1 by rounding."""
NOISE = 2.0**-48
"""A change of less than this part of the largest value is rounding: no further round would settle it."""
BALANCED = 64
"""Rounds of Gauss-Seidel after which values are scaled to the sum that they must have; later ones converge as they are.

The equation summed over all nodes fixes Σ h·v, with h the part of its value that a node's takers do not take over.
A round changes that sum and takes long to mend it. Scaled, a month of OpenRank settles in 13 rounds instead of 28, and
PageRank of a power-law graph in 15 instead of 68 (aggregation and disaggregation with one group: Koury, McAllister and
Stewart, SIAM J. Alg. Disc. Meth. 5, 1984).
"""

EVEN = 1e-11
"""A sum that is this near to what it must be is left: scaling by less would be noise that never settles."""


@dataclass(frozen=True, slots=True, eq=False)
class Graph:
    """Who gives which share of its value to whom, as n rows of takers; make it with `Graph.from_edges`.

    starts: (n + 1,) int64; the givers of node j stand at starts[j] to starts[j + 1]
    givers: (m,) int32, node numbers; shares: (m,) float64, 0..1, without unit; a giver's shares sum to at most 1
    retention: (n,) float64, 0..1: the part of its own value that a node keeps
    """

    starts: NDArray[np.int64]
    givers: Ints
    shares: Floats
    retention: Floats

    @property
    def size(self) -> int:
        """The number of nodes."""
        return len(self.retention)

    @classmethod
    def from_edges(cls, givers: ArrayLike, takers: ArrayLike, shares: ArrayLike, retention: ArrayLike) -> Graph:
        """The graph of m edges in any order; parallel edges are added up.

        givers, takers: (m,) node numbers 0..n - 1; shares: (m,) 0..1; retention: (n,) 0..1.
        BadInputError names the first value out of bounds. Cost: O(n + m) time, about 40 bytes an edge at its peak.
        """
        from scipy.sparse import coo_matrix  # type: ignore[import-untyped]  # noqa: PLC0415 - slow to load

        kept = np.ascontiguousarray(retention, np.float64)
        _check_range("retention", kept)
        given = np.ascontiguousarray(shares, np.float64)
        _check_range("share", given)
        ends = [_ends(name, numbers, len(given), len(kept)) for name, numbers in (("giver", givers), ("taker", takers))]
        _check_sums(np.bincount(ends[0], weights=given, minlength=len(kept)).astype(np.float64))
        rows = coo_matrix((given, (ends[1], ends[0])), shape=(len(kept), len(kept))).tocsr()
        return cls(rows.indptr.astype(np.int64), rows.indices.astype(np.int32, copy=False), rows.data, kept)


@dataclass(frozen=True, slots=True)
class Options:
    """How far to go.

    tolerance: rounds stop when no value changes by more, in the unit of the values (1 is a newcomer's own value)
    rounds: the most rounds; a result that did not settle by then says so
    freeze: a node stops being updated once its own change is under the tolerance, as X-lab's original does; rounds
        are then synchronous, with scipy, whatever the way. Values may be far from the fixed point
    way: `compiled` (numba, Gauss-Seidel) or `scipy` (plain iteration, the reference)
    """

    tolerance: float = 1e-11
    rounds: int = 2000
    freeze: bool = False
    way: Literal["compiled", "scipy"] = "compiled"


EXACT = Options()
"""The true fixed point: within 1e-9 of a dense solve where retention is 0.05 or more."""


@dataclass(frozen=True, slots=True, eq=False)
class Result:
    """values: (n,) float64; rounds made; change: the largest in the last round; settled: whether the tolerance held."""

    values: Floats
    rounds: int
    change: float
    settled: bool


def solve(graph: Graph, own: ArrayLike, options: Options = EXACT) -> Result:
    """The values of all nodes, started from their own values `own`: (n,) finite float64, of any unit.

    Cost: O(m) time per round (2 to 10 ns an edge, compiled), about ln(1 / tolerance) / R rounds at most;
    memory for five arrays of n. BadInputError where `own` does not fit.
    """
    start = np.array(own, np.float64)
    if start.shape != (graph.size,):
        raise BadInputError(f"own values have the shape {start.shape}, expected ({graph.size},): one for each node")
    if not np.isfinite(start).all():
        raise BadInputError(f"the own value of node {_first(~np.isfinite(start))} is not a finite number")
    if options.rounds < 1 or not options.tolerance >= 0:
        raise BadInputError(f"{options.rounds} rounds to {options.tolerance}: expected 1 or more, to 0 or more")
    base, keep = graph.retention * start, 1.0 - graph.retention
    if options.freeze:
        rounds = _frozen(graph, start, base, keep, options.tolerance)
    else:
        rounds = (_iterated if options.way == "scipy" else _swept)(graph, start, base, keep)
    return _until_settled(rounds, options)


def _until_settled(rounds: Iterator[tuple[Floats, float]], options: Options) -> Result:
    for done, (values, change) in enumerate(rounds, start=1):
        settled = change <= max(options.tolerance, NOISE * float(np.abs(values).max(initial=0.0)))
        if settled or done == options.rounds:
            break
    return Result(values, done, change, settled)


def residual(graph: Graph, own: Floats, values: Floats) -> Floats:
    """What each value lacks to the fixed point: (n,) R·c + (1 - R)·S·v - v."""
    moved: Floats = graph.retention * own + (1.0 - graph.retention) * (_matrix(graph) @ values) - values
    return moved


def shares_of(givers: Ints, weights: Floats, size: int, passed_on: float = 1.0) -> Floats:
    """Each weight (m,) as a share of its giver's total, times `passed_on`; 0 where the total is 0."""
    totals = np.bincount(givers, weights=weights, minlength=size)
    if not np.isfinite(totals).all():
        raise BadInputError(f"the weights of node {_first(~np.isfinite(totals))} do not add up to a finite number")
    # Divided after the loop over nodes: a tiny total would overflow as a factor.
    of = totals[givers]
    return np.divide(passed_on * weights, of, out=np.zeros(len(weights)), where=of > 0)


def _swept(graph: Graph, values: Floats, base: Floats, keep: Floats) -> Iterator[tuple[Floats, float]]:
    """Rounds of Gauss-Seidel in compiled code: the values, which change in place, and the largest change."""
    from graph.openrank.kernel import sweep  # noqa: PLC0415 - numba takes a while to load

    # Unsigned numbers spare the compiled loop the test for negative ones; a view costs nothing.
    starts, givers = graph.starts.view(np.uint64), graph.givers.view(np.uint32)
    given, held = float(base.sum()), 1.0 - _matrix(graph).T @ keep
    for done in count(1):
        yield values, sweep(starts, givers, graph.shares, base, keep, values)
        there = float(np.sum(held * values))
        if done < BALANCED and min(given, there) > 0 and abs(given / there - 1) > EVEN:
            values *= given / there


def _iterated(graph: Graph, values: Floats, base: Floats, keep: Floats) -> Iterator[tuple[Floats, float]]:
    """Synchronous rounds with scipy."""
    matrix = _matrix(graph)
    while True:
        moved = base + keep * (matrix @ values)
        change = float(np.abs(moved - values).max(initial=0.0))
        values = moved
        yield values, change


def _frozen(
    graph: Graph, values: Floats, base: Floats, keep: Floats, tolerance: float
) -> Iterator[tuple[Floats, float]]:
    """Synchronous rounds in which a node rests for good once its own change is under the tolerance."""
    matrix, moving = _matrix(graph), np.ones(graph.size, bool)
    while True:
        moved = np.where(moving, base + keep * (matrix @ values), values)
        changes = np.abs(moved - values)
        moving &= changes >= tolerance
        values = moved
        yield values, float(changes.max(initial=0.0))


def _matrix(graph: Graph) -> Any:  # noqa: ANN401 - scipy has no types
    from scipy.sparse import csr_matrix  # noqa: PLC0415 - slow to load

    return csr_matrix((graph.shares, graph.givers, graph.starts), shape=(graph.size, graph.size))


def _check_range(name: str, values: Floats) -> None:
    wrong = ~((values >= 0) & (values <= 1 + SUM_SLACK))
    if values.ndim != 1:
        raise BadInputError(f"{name} has the shape {values.shape}, expected one dimension")
    if wrong.any():
        at = _first(wrong)
        raise BadInputError(f"{name} {values[at]:g} at {at} is out of bounds, expected 0 to 1")


def _check_sums(totals: Floats) -> None:
    over = totals > 1 + SUM_SLACK
    if over.any():
        at = _first(over)
        raise BadInputError(f"node {at} gives away {totals[at]:.12g} times its value, expected at most 1")


def _ends(name: str, numbers: ArrayLike, edges: int, size: int) -> Ints:
    given = np.asarray(numbers)
    if given.shape != (edges,):
        raise BadInputError(f"{name} has the shape {given.shape}, expected ({edges},): one for each share")
    wrong = (given < 0) | (given >= size)
    if wrong.any():
        at = _first(wrong)
        raise BadInputError(f"{name} {given[at]} of edge {at} is not a node, expected 0 to {size - 1}")
    return np.ascontiguousarray(given, np.int32)


def _first(wrong: NDArray[np.bool_]) -> int:
    return int(np.argmax(wrong))
