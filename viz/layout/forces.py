"""ForceAtlas2: pulls along edges, pushes between all, gravity to the middle, and steps that grow and shrink by swing.

Steps and forces are those of networkx's `forceatlas2_layout` (a test compares places with it). What it does in n²
for each round, pushing, is done here on a mesh where there are many nodes: masses are spread over the corners of their
cells, the field of all of them is one convolution (a fast Fourier transform), and each node reads it at its place. The
push of n nodes then costs n, not n². (Hockney, Eastwood, Computer Simulation Using Particles, 1988, chapter 5.)
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial
from math import inf, sqrt
from typing import TYPE_CHECKING

import numpy as np
from scipy import fft  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from viz.layout.web import Web

    Floats = NDArray[np.float64]
    Push = Callable[[Floats, Floats], Floats]

SCALING, GRAVITY = 2.0, 4.0
EXACT = 300
"""Up to so many nodes each pair pushes by itself."""
COARSEST, FINEST = 64, 256
"""Fewest and most cells along a side of the mesh."""
STILL = 1e-10
LEAST, FASTEST = 0.05, 1000.0


def settle(web: Web, points: Floats, rounds: int) -> Floats:
    """Where the nodes are after so many rounds of ForceAtlas2 from `points`, (n, 2)."""
    push = pushing(len(points))
    pulled = np.asarray(web.pulls.sum(axis=1)).reshape(-1, 1)
    speed = efficiency = swing = traction = 1.0
    for _ in range(rounds):
        force = web.pulls @ points - pulled * points + push(points, web.mass) - _gravity(points, web.mass)
        swing += float((web.mass * _length(points - force)).sum())
        traction += float((0.5 * web.mass * _length(points + force)).sum())
        speed, efficiency = _quickened(len(points), swing, traction, speed, efficiency)
        step = force * (speed / (1 + np.sqrt(speed * web.mass * _length(force))))[:, None]
        points = points + step
        if np.abs(step).sum() < STILL:
            break
    return points


def pushing(nodes: int) -> Push:
    """What computes the pushes between so many nodes."""
    if nodes <= EXACT:
        return each
    cells = COARSEST
    while cells < FINEST and cells < sqrt(nodes) * 1.5:
        cells *= 2
    return partial(meshed, cells=cells)


def each(points: Floats, mass: Floats) -> Floats:
    """The push on each node by all others: masses over distance, (n, 2). Cost: n²."""
    x, y = points.T
    squared = (x[:, None] - x) ** 2 + (y[:, None] - y) ** 2
    squared[squared == 0] = inf  # a node and itself
    factor = SCALING * mass[:, None] * mass / squared
    return np.asarray(factor.sum(axis=1)[:, None] * points - factor @ points)


def meshed(points: Floats, mass: Floats, *, cells: int) -> Floats:
    """The push on each node by way of a mesh of cells², (n, 2): as `each`, but for what is near. Cost: n + cells²."""
    width = float(np.ptp(points, axis=0).max()) / (cells - 2) or 1.0
    at = (points - points.min(axis=0)) / width
    corner = at.astype(np.int64)
    x, y = (at - corner).T
    first = corner[:, 0] * cells + corner[:, 1]
    shares = (((1 - x) * (1 - y), 0), ((1 - x) * y, 1), (x * (1 - y), cells), (x * y, cells + 1))
    held = np.zeros(cells**2)
    for share, step in shares:
        held += np.bincount(first + step, mass * share, minlength=cells**2)
    double = (2 * cells, 2 * cells)  # so that nothing wraps around
    spread = fft.rfft2(held.reshape(cells, cells), double)
    field = fft.irfft2(spread * _kernel(cells), double)[:, :cells, :cells].reshape(2, -1).T.copy()
    force = np.zeros_like(points)
    for share, step in shares:
        force += field[first + step] * share[:, None]
    return force * (SCALING * mass[:, None] / width)


@lru_cache(maxsize=4)
def _kernel(cells: int) -> NDArray[np.complex128]:
    """The push of a mass of one, as its transform: (2, 2 cells, cells + 1)."""
    away = np.fft.fftfreq(2 * cells, 1 / (2 * cells))
    x, y = np.meshgrid(away, away, indexing="ij")
    squared = x**2 + y**2
    squared[0, 0] = 1.0
    return np.asarray(fft.rfft2(np.stack([x / squared, y / squared])))


def _gravity(points: Floats, mass: Floats) -> Floats:
    centred = points - points.mean(axis=0)
    away = _length(centred)[:, None]
    outward = np.divide(centred, away, out=np.zeros_like(centred), where=away > 0)
    return np.asarray(GRAVITY * mass[:, None] * outward)


def _length(vectors: Floats) -> Floats:
    return np.asarray(np.sqrt((vectors**2).sum(axis=1)))


def _quickened(nodes: int, swing: float, traction: float, speed: float, efficiency: float) -> tuple[float, float]:
    """Speed and efficiency for the next round: slower where nodes swing, by half faster at most where they travel."""
    jitter = max(sqrt(0.05 * sqrt(nodes)), min(10.0, 0.05 * sqrt(nodes) * traction / nodes**2))
    if swing / traction > 2:  # noqa: PLR2004  as in ForceAtlas2
        efficiency *= 0.5 if efficiency > LEAST else 1.0
        jitter = max(jitter, 1.0)
    target = jitter * efficiency * traction / swing if swing else inf
    if swing > jitter * traction:
        efficiency *= 0.7 if efficiency > LEAST else 1.0
    elif speed < FASTEST:
        efficiency *= 1.3
    return speed + min(target - speed, 0.5 * speed), efficiency
