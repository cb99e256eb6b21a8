"""A network as arrays: who is tied to whom and how strongly, in the order of keys."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import coo_array, csr_array  # type: ignore[import-untyped]
from scipy.sparse.csgraph import connected_components  # type: ignore[import-untyped]

from graph.model import Network
from viz.drawing import radii

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

UNKNOWN = -1
INSIDE, BETWEEN = 1.8, 0.5
"""How much an edge's pull counts inside a community and between two, so that communities stand apart."""


@dataclass(frozen=True)
class Web:
    """Nodes by number: key, radius in pixels, community (-1: unknown); the pulls between them, (n, n), symmetric."""

    keys: tuple[str, ...]
    radius: Floats
    community: Ints
    pulls: csr_array

    @cached_property
    def mass(self) -> Floats:
        """How much each node pushes and is pushed: more with more neighbours."""
        return np.asarray(1 + np.sqrt(np.diff(self.pulls.indptr)))

    @property
    def digest(self) -> str:
        """A hash of all of it."""
        found = blake2b("\0".join(self.keys).encode(), digest_size=16)
        for part in (self.radius, self.community, self.pulls.indptr, self.pulls.indices, self.pulls.data):
            found.update(np.ascontiguousarray(part).tobytes())
        return found.hexdigest()

    def piece(self, members: Ints) -> Web:
        """The part of it that consists of `members`, in their order."""
        keys = tuple(self.keys[at] for at in members)
        return Web(keys, self.radius[members], self.community[members], self.pulls[members][:, members])

    def pieces(self) -> list[Ints]:
        """The members of each connected piece, the largest first."""
        if not self.keys:
            return []
        _, label = connected_components(self.pulls, directed=False)
        order = np.argsort(label, kind="stable")
        parts = np.split(order, np.cumsum(np.bincount(label))[:-1])
        return sorted(parts, key=lambda part: (-len(part), int(part[0])))


def web_of(network: Network) -> Web:
    """The web of `network`: edges between the same two are one, and edges to nowhere and loops are none."""
    radius = radii(network)
    nodes = sorted(network.nodes, key=lambda node: node.key)
    keys = tuple(node.key for node in nodes)
    community = np.array([UNKNOWN if node.community is None else node.community for node in nodes], dtype=np.int64)
    return Web(keys, np.array([radius[key] for key in keys], dtype=float), community, _pulls(network, keys, community))


def _pulls(network: Network, keys: tuple[str, ...], community: Ints) -> csr_array:
    number = {key: at for at, key in enumerate(keys)}
    edges = [
        (number[edge.source], number[edge.target], max(edge.weight, 0.0))
        for edge in network.edges
        if edge.source != edge.target and edge.source in number and edge.target in number
    ]
    ends = np.array([edge[:2] for edge in edges], dtype=np.int64).reshape(-1, 2)
    low, high = ends.min(axis=1, initial=len(keys)), ends.max(axis=1, initial=0)
    weight = np.array([edge[2] for edge in edges], dtype=float)
    order = np.lexsort((weight, high, low))  # sums do not depend on the order of edges
    half = csr_array(coo_array((weight[order], (low[order], high[order])), shape=(len(keys), len(keys))))
    ends_of = half.tocoo()
    half.data = (1 + np.log1p(half.data)) * _counted(community[ends_of.row], community[ends_of.col])
    return csr_array(half + half.T)


def _counted(one: Ints, other: Ints) -> Floats:
    """How much each edge's pull counts, by the communities of its ends."""
    known = (one != UNKNOWN) & (other != UNKNOWN)
    return np.where(known, np.where(one == other, INSIDE, BETWEEN), 1.0)
