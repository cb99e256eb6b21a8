from __future__ import annotations

import numpy as np
import pytest

from viz.layout import GAP, part, separate
from viz.layout.parting import ENOUGH, near


def _lacks(points: np.ndarray[tuple[int, int], np.dtype[np.float64]], size: float) -> float:
    apart = np.linalg.norm(points[:, None] - points[None], axis=2)
    np.fill_diagonal(apart, np.inf)
    return float((2 * size + GAP - apart).max())


def test_parting_moves_nothing_that_is_apart() -> None:
    points = np.array([[0.0, 0.0], [100.0, 0.0]])
    assert (part(points, [5.0, 5.0]) == points).all()


def test_marks_at_one_place_are_parted() -> None:
    assert _lacks(part(np.zeros((12, 2)), [5.0] * 12, rounds=300), 5.0) < ENOUGH


@pytest.mark.parametrize("seed", range(3))
def test_all_pairs_that_overlap_are_found_once(seed: int) -> None:
    rng = np.random.default_rng(seed)
    points, size = rng.uniform(0, 400, (200, 2)), rng.uniform(5, 30, 200)
    found = [tuple(sorted(pair)) for pair in zip(*(part.tolist() for part in near(points, size)), strict=True)]
    apart = np.linalg.norm(points[:, None] - points[None], axis=2) - size[:, None] - size[None] - GAP
    wanted = {(int(a), int(b)) for a, b in np.argwhere(apart < 0) if a < b}
    assert len(found) == len(set(found))
    assert wanted <= set(found)


def test_separating_nothing_gives_nothing() -> None:
    assert separate({}, {}) == {}
