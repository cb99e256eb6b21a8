"""One compiled round of the solver: a single signature, kept on disk between processes.

Without fastmath, so that the same graph gives the same bits on each machine of a kind. Import it only where a graph
is solved: numba takes a while to load, and the first use of all compiles for a second.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias, cast

import numba
from numba import types

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from graph.openrank.solver import Floats

Sweep: TypeAlias = "Callable[[NDArray[np.uint64], NDArray[np.uint32], Floats, Floats, Floats, Floats], float]"

_FLOATS = types.Array(types.float64, 1, "C", readonly=True)
_ROWS = (types.Array(types.uint64, 1, "C", readonly=True), types.Array(types.uint32, 1, "C", readonly=True), _FLOATS)
_SIGNATURE = types.float64(*_ROWS, _FLOATS, _FLOATS, types.float64[::1])


def compiled(work: Sweep) -> Sweep:
    """`work` in machine code, kept for the next process where there is a folder that can be written."""
    options: dict[str, Any] = {"nogil": True, "error_model": "numpy"}
    try:
        return cast("Sweep", numba.njit(_SIGNATURE, cache=True, **options)(work))
    except RuntimeError:  # neither beside the code nor in the user's cache folder
        return cast("Sweep", numba.njit(_SIGNATURE, **options)(work))


def _sweep(
    starts: NDArray[np.uint64],
    givers: NDArray[np.uint32],
    shares: Floats,
    base: Floats,
    keep: Floats,
    values: Floats,
) -> float:
    change = 0.0
    for node in range(len(base)):
        total = 0.0
        for at in range(starts[node], starts[node + 1]):
            total += shares[at] * values[givers[at]]
        value = base[node] + keep[node] * total
        change = max(change, abs(value - values[node]))
        values[node] = value
    return change


sweep = compiled(_sweep)
"""One round of Gauss-Seidel, in which each value is taken over at once: changes `values`; returns the largest change.

starts (n + 1,) and givers, shares (m,) as in a Graph, unsigned; base: (n,) R·c; keep: (n,) 1 - R; values: (n,).
"""
