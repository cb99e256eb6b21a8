"""The places of a whole network: pieces laid out one by one and set beside each other."""

from __future__ import annotations

from collections import OrderedDict
from math import pi, sqrt
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from graph.model import Network
from viz.drawing import Place
from viz.layout.forces import settle
from viz.layout.packing import pack
from viz.layout.parting import GAP, GOLDEN, part
from viz.layout.web import Web, web_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

WORK = 12_000_000
"""Rounds times squared nodes: what half a second allows where each pair pushes."""
FEWEST, MOST = 60, 300
ROOM = 2.1
"""How much wider the picture is than its marks laid side by side."""
KEPT_NODES = 500_000
"""So many nodes' places are kept in memory, of the networks that were asked for last."""

_kept: OrderedDict[str, dict[str, Place]] = OrderedDict()
_lock = Lock()


def layout(network: Network, *, seed: int = 0) -> dict[str, Place]:
    """The place of each node in pixels at scale 1, by key; always finite. The order of nodes does not matter.

    A `seed` other than 0 begins from another order. Kept in memory by the hash of the data. Between two months the
    page itself keeps places.
    """
    web = web_of(network)
    name = f"{web.digest} {seed}"
    with _lock:
        if name in _kept:
            _kept.move_to_end(name)
            return dict(_kept[name])
    places = _laid(web, seed)
    _keep(name, places)
    return dict(places)


def _keep(name: str, places: dict[str, Place]) -> None:
    with _lock:
        _kept[name] = places
        while len(_kept) > 1 and sum(map(len, _kept.values())) > KEPT_NODES:
            _kept.popitem(last=False)


def _laid(web: Web, seed: int) -> dict[str, Place]:
    pieces = [_piece(web.piece(members), seed) for members in web.pieces()]
    packed = pack(pieces, dict(zip(web.keys, web.radius.tolist(), strict=True)))
    return {key: (round(x, 2), round(y, 2)) for key, (x, y) in packed.items()}


def _piece(web: Web, seed: int) -> dict[str, Place]:
    """The places of a connected piece around its own middle."""
    if len(web.keys) == 1:
        return {web.keys[0]: (0.0, 0.0)}
    points = level(_forced(web, seed))
    points = part(_scaled(points, float(((web.radius + GAP) ** 2).sum())), web.radius)
    return {key: (float(x), float(y)) for key, (x, y) in zip(web.keys, points.tolist(), strict=True)}


def _forced(web: Web, seed: int) -> Floats:
    begin = beginning(web.community, seed)
    rounds = max(FEWEST, min(MOST, WORK // len(web.keys) ** 2))
    with np.errstate(all="ignore"):
        found = settle(web, begin, rounds)
    return found if np.isfinite(found).all() else begin


def beginning(community: Ints, seed: int = 0) -> Floats:
    """Where the nodes begin: each community in a disc of its own, the discs on a circle, the largest first."""
    count = len(community)
    order = np.random.default_rng(seed).permutation(count) if seed else np.arange(count)
    names, label, sizes = np.unique(community[order], return_inverse=True, return_counts=True)
    ranked = np.lexsort((names, -sizes))
    points = np.empty((count, 2))
    for number, at in enumerate(ranked):
        angle = 2 * pi * number / len(ranked)
        centre = sqrt(count) * (len(ranked) > 1) * np.array([np.cos(angle), np.sin(angle)])
        points[order[label == at]] = centre + _disc(int(sizes[at]))
    return points


def _disc(count: int) -> Floats:
    """Points of a sunflower: even, and no two at the same place."""
    turn = np.arange(count)
    away = 0.5 * np.sqrt(turn + 0.5)
    return np.stack([away * np.cos(turn * GOLDEN), away * np.sin(turn * GOLDEN)], axis=1)


def _scaled(points: Floats, marks: float) -> Floats:
    """`points` around the origin, spread so that marks of that squared radius have room for edges and labels."""
    centred = points - points.mean(axis=0)
    spread = float(np.sqrt((centred**2).sum(axis=1).mean())) or 1.0
    return np.asarray(centred * (ROOM * sqrt(marks) / spread), dtype=float)


def level(points: Floats) -> Floats:
    """`points` turned so that their longest direction lies flat: screens are wider than high."""
    centred = points - points.mean(axis=0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    along = axes[:, 1] * (1.0 if axes[0, 1] >= 0 else -1.0)
    return np.stack([centred @ along, centred @ np.array([-along[1], along[0]])], axis=1)
