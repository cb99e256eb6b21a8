"""Connected pieces set beside each other: the first in the middle, the others around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import asin, cos, pi, sin, sqrt
from typing import TYPE_CHECKING

import numpy as np

from viz.drawing import Place
from viz.layout.parting import GAP, GOLDEN

if TYPE_CHECKING:
    from numpy.typing import NDArray

Circle = tuple[float, float, float]
SNUG = 60
"""So many pieces are set as near to the middle as they can be; all further ones on rings around these."""


def pack(pieces: Sequence[Mapping[str, Place]], radius: Mapping[str, float]) -> dict[str, Place]:
    """All pieces, each moved as near to the middle as its outer circle allows, the first in the middle."""
    reaches = [max(sqrt(x * x + y * y) + radius[key] for key, (x, y) in piece.items()) + GAP for piece in pieces]
    return {
        key: (x + left, y + top)
        for piece, (left, top, _) in zip(pieces, _circles(reaches), strict=True)
        for key, (x, y) in piece.items()
    }


def _circles(reaches: Sequence[float]) -> list[Circle]:
    placed: list[Circle] = []
    for reach in reaches[:SNUG]:
        placed.append((*_free(reach, placed), reach))
    return placed + _rings(reaches[SNUG:], max((sqrt(x * x + y * y) + reach for x, y, reach in placed), default=0.0))


def _rings(reaches: Sequence[float], inner: float) -> list[Circle]:
    """Circles on rings outside of `inner`, one beside the other."""
    placed: list[Circle] = []
    angle, broadest = 0.0, 0.0
    for reach in reaches:
        turn = 2 * asin(min(1.0, reach / (inner + reach)))
        if angle + turn > 2 * pi:
            inner, angle, broadest = inner + 2 * broadest, 0.0, 0.0
            turn = 2 * asin(min(1.0, reach / (inner + reach)))
        away = inner + reach
        placed.append((away * cos(angle + turn / 2), away * sin(angle + turn / 2), reach))
        angle, broadest = angle + turn, max(broadest, reach)
    return placed


def _free(reach: float, placed: Sequence[Circle]) -> Place:
    """The first point of a spiral where a circle of this radius meets none that is placed."""
    if not placed:
        return 0.0, 0.0
    taken = np.array(placed)
    step = reach * 0.5 + 4
    first = int((max(taken[0, 2] + reach, 0.0) / (1.25 * step)) ** 2)  # nearer it meets the one in the middle
    while True:
        some = _spiral(first, step)
        distance = np.sqrt(((some[:, None] - taken[None, :, :2]) ** 2).sum(axis=2))
        free = (distance >= taken[None, :, 2] + reach).all(axis=1)
        if free.any():
            x, y = some[int(free.argmax())]
            return float(x), float(y)
        first += len(some)


def _spiral(first: int, step: float) -> NDArray[np.float64]:
    turn = np.arange(first, first + 500)
    away = step * np.sqrt(turn)
    return np.stack([away * np.cos(turn * GOLDEN) * 1.25, away * np.sin(turn * GOLDEN)], axis=1)
