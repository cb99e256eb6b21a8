"""Places carried over from another month or question: who was there stays, who is new stands beside its ties."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import numpy as np

from viz.drawing import Place
from viz.layout.packing import pack
from viz.layout.parting import GOLDEN, part
from viz.layout.web import Web

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

SWEEPS = 30
"""Rounds of averaging, so that who is tied to the old only through other new ones finds a place too."""


def carried(web: Web, stay: Mapping[str, Place], alone: Callable[[Web], dict[str, Place]]) -> dict[str, Place]:
    """Every node's place, that of `stay` unchanged; `alone` lays out pieces of new nodes, which stand outside."""
    held = np.array([key in stay for key in web.keys])
    pieces = web.pieces()
    tied = np.concatenate([members for members in pieces if held[members].any()])
    old = _beside(web.piece(tied), stay)
    middle = np.array(list(old.values())).mean(axis=0)
    first = {key: (x - middle[0], y - middle[1]) for key, (x, y) in old.items()}
    new = [alone(web.piece(members)) for members in pieces if not held[members].any()]
    packed = pack([first, *new], dict(zip(web.keys, web.radius.tolist(), strict=True)))
    places = {key: (round(x + float(middle[0]), 2), round(y + float(middle[1]), 2)) for key, (x, y) in packed.items()}
    return places | dict(stay)


def _beside(web: Web, stay: Mapping[str, Place]) -> dict[str, Place]:
    """Places of pieces in which some nodes are held: each new node amid its neighbours, freed of overlaps."""
    held = np.array([key in stay for key in web.keys])
    middle = np.array(list(stay.values()), dtype=float).mean(axis=0)
    points = np.array([stay.get(key, middle) for key in web.keys], dtype=float)
    pulled = np.asarray(web.pulls.sum(axis=1)).reshape(-1, 1)
    for _ in range(SWEEPS):
        mean = np.divide(web.pulls @ points, pulled, out=points.copy(), where=pulled > 0)
        points = np.where(held[:, None], points, mean)
    points = part(np.where(held[:, None], points, points + _aside(web.radius)), web.radius, held=held)
    return {key: (float(x), float(y)) for key, (x, y) in zip(web.keys, points.tolist(), strict=True)}


def _aside(radius: Floats) -> Floats:
    """A small step of its own for each node, so that who has the same neighbours does not stand at the same place."""
    turn = np.arange(len(radius)) * GOLDEN
    return np.asarray(radius[:, None] * np.stack([np.cos(turn), np.sin(turn)], axis=1))
