"""Betweenness from a sample of sources, with its error, for networks that are too large for all sources.

Brandes and Pich (2007): the part that shortest paths from a source contribute to a node is averaged over sources. They
are drawn evenly and without repetition here, so that the mean over all draws is the true value; drawn by degree, as GDS
does it, values come out a quarter too low and more.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy.sparse import csr_array  # type: ignore[import-untyped]

    Floats = NDArray[np.float64]

_AT_ONCE = 64
"""Sources followed together: more need more memory, and are hardly quicker."""
_DOUBT = 0.05
"""How likely it may be that some value is further off than the bound."""


@dataclass(frozen=True, slots=True)
class Betweenness:
    """Values (share of the shortest paths between two others, 0..1) with their standard errors, by node.

    With 95 in 100 no value of all is further off than `bound` (Hoeffding 1963, over all nodes).
    """

    values: Floats
    errors: Floats
    bound: float
    sources: int


def sampled(network: csr_array, samples: int, seed: int) -> Betweenness:
    """The betweenness of each node of a symmetric network, from `samples` sources; of all, exact with errors of 0."""
    import numpy as np  # noqa: PLC0415 - slow to import

    many = network.shape[0]
    drawn = np.random.default_rng(seed).permutation(many)[:samples]
    sums, squares = np.zeros(many), np.zeros(many)
    for at in range(0, len(drawn), _AT_ONCE):
        part = _dependencies(network, drawn[at : at + _AT_ONCE])
        sums += part.sum(axis=1)
        squares += (part**2).sum(axis=1)
    return _estimated(sums, squares, len(drawn))


def _estimated(sums: Floats, squares: Floats, drawn: int) -> Betweenness:
    import numpy as np  # noqa: PLC0415 - slow to import

    many = len(sums)
    if many <= 2:  # noqa: PLR2004 - there is nobody between two
        return Betweenness(np.zeros(many), np.zeros(many), 0.0, drawn)
    scale = many / ((many - 1) * (many - 2))  # of the mean over sources, of which the node itself is none
    mean = sums / drawn
    spread = np.maximum(squares / drawn - mean**2, 0) * drawn / max(drawn - 1, 1)
    left = (many - drawn) / many  # what is drawn without repetition errs by what is left
    return Betweenness(scale * mean, scale * np.sqrt(spread * left / drawn), bound_of(many, drawn), drawn)


def bound_of(many: int, drawn: int) -> float:
    """What no value of `many` nodes is further off than, with 95 in 100, from `drawn` sources; 0 where it is exact."""
    if drawn >= many or many <= 2:  # noqa: PLR2004 - there is nobody between two
        return 0.0
    return min(many / (many - 1) * math.sqrt(math.log(2 * many / _DOUBT) / (2 * drawn)), 1.0)


def network_of(ties: Sequence[tuple[str, str]]) -> tuple[list[str], csr_array]:
    """The nodes of these ties in order, and their network: symmetric, each tie once."""
    import numpy as np  # noqa: PLC0415 - slow to import
    from scipy.sparse import coo_array  # noqa: PLC0415 - slow to import

    keys = sorted({key for tie in ties for key in tie})
    at = {key: number for number, key in enumerate(keys)}
    ends = sorted({(at[a], at[b]) for one, two in ties for a, b in ((one, two), (two, one)) if a != b})
    rows, columns = np.array(ends, dtype=np.int64).reshape(-1, 2).T
    return keys, coo_array((np.ones(len(ends)), (rows, columns)), shape=(len(keys), len(keys))).tocsr()


def _dependencies(network: csr_array, sources: Sequence[int] | NDArray[np.int64]) -> Floats:
    """What shortest paths from each source (a column) contribute to each node (a row), by Brandes (2001)."""
    import numpy as np  # noqa: PLC0415 - slow to import

    columns = np.arange(len(sources))
    paths = np.zeros((network.shape[0], len(sources)))
    paths[sources, columns] = 1
    levels = [paths > 0]
    seen, front = levels[0].copy(), paths.copy()
    while (front := np.where(seen, 0, network @ front)).any():
        paths += front
        levels.append(front > 0)
        seen |= levels[-1]
    given = np.zeros_like(paths)
    whole = np.where(paths > 0, paths, 1)
    for nearer, further in zip(levels[-2::-1], levels[:0:-1], strict=True):
        given += np.where(nearer, paths * (network @ np.where(further, (1 + given) / whole, 0)), 0)
    given[sources, columns] = 0
    return given
