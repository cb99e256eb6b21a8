"""Marks moved apart until none lies on another, found by trees: the cost is that of the pairs that are near."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import pi, sqrt
from typing import TYPE_CHECKING

import numpy as np
from scipy.spatial import KDTree  # type: ignore[import-untyped]

from viz.drawing import Place

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

GAP = 7.0
"""Free pixels between two marks, at scale 1."""
ENOUGH = 0.5
"""Pixels that may lack."""
GOLDEN = pi * (3 - sqrt(5))


def part(points: Floats, radius: Sequence[float] | Floats, rounds: int = 60) -> Floats:
    """`points` moved as little as needed so that no two marks of these radii overlap."""
    size = np.asarray(radius, dtype=float)
    for _ in range(rounds):
        one, other, push = _lacking(points, size)
        if not len(one) or _length(push).max() < ENOUGH:
            break
        points = points + _sums(one, push / 2, len(points)) - _sums(other, push / 2, len(points))
    return points


def _sums(at: Ints, moves: Floats, count: int) -> Floats:
    return np.stack([np.bincount(at, moves[:, axis], count) for axis in (0, 1)], axis=1)


def _lacking(points: Floats, size: Floats) -> tuple[Ints, Ints, Floats]:
    """The pairs that are too near, and by how much and in which direction the first has to leave the second."""
    one, other = near(points, size)
    apart = points[one] - points[other]
    same = ~apart.any(axis=1)
    if same.any():  # two at one place part in a direction of their own
        apart[same] = 1e-9 * np.stack([np.cos(one[same] * GOLDEN), np.sin(one[same] * GOLDEN)], axis=1)
    distance = _length(apart)
    lacks = size[one] + size[other] + GAP - distance
    close = lacks > 0
    push = apart[close] * (lacks[close] / distance[close])[:, None]
    return one[close], other[close], push


def near(points: Floats, size: Floats) -> tuple[Ints, Ints]:
    """Pairs of marks, each once, among them all whose free room overlaps."""
    steps = np.floor(2 * np.log2(np.maximum(size, 1.0)))  # marks of like size are looked up together
    groups = [np.flatnonzero(steps == step) for step in np.unique(steps)]
    trees = [KDTree(points[group]) for group in groups]
    found = [np.empty((0, 2), dtype=np.int64)]
    for at, (group, tree) in enumerate(zip(groups, trees, strict=True)):
        largest = float(size[group].max())
        found.append(group[tree.query_pairs(2 * largest + GAP, output_type="ndarray")])
        for others, tree_of_others in zip(groups[at + 1 :], trees[at + 1 :], strict=True):
            reach = largest + float(size[others].max()) + GAP
            pairs = tree.sparse_distance_matrix(tree_of_others, reach, output_type="ndarray")
            found.append(np.stack([group[pairs["i"]], others[pairs["j"]]], axis=1))
    one, other = np.concatenate(found).T
    return one, other


def _length(vectors: Floats) -> Floats:
    return np.asarray(np.sqrt((vectors**2).sum(axis=1)))


def separate(places: Mapping[str, Place], radius: Mapping[str, float]) -> dict[str, Place]:
    """`places` moved as little as needed so that no two marks overlap."""
    if not places:
        return {}
    points = part(np.array(list(places.values()), dtype=float), [radius[key] for key in places])
    return {key: (round(float(x), 2), round(float(y), 2)) for key, (x, y) in zip(places, points, strict=True)}
