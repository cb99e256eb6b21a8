from __future__ import annotations

import math
import time

from viz.drawing import Place
from viz.layout import pack


def _apart(places: dict[str, Place], radius: dict[str, float]) -> bool:
    items = list(places.items())
    return all(
        math.dist(one, two) >= radius[a] + radius[b]
        for at, (a, one) in enumerate(items)
        for b, two in items[at + 1 :]
    )  # fmt: skip


def _singles(count: int) -> tuple[list[dict[str, Place]], dict[str, float]]:
    radius = {f"n{at}": 5.0 + at % 13 for at in range(count)}
    return [{key: (0.0, 0.0)} for key in radius], radius


def test_packing_nothing_gives_nothing() -> None:
    assert pack([], {}) == {}


def test_a_few_pieces_stand_near_the_middle() -> None:
    pieces, radius = _singles(20)
    places = pack(pieces, radius)
    assert places["n0"] == (0.0, 0.0)
    assert _apart(places, radius)
    assert max(math.hypot(*place) for place in places.values()) < 250


def test_many_pieces_stand_around_a_large_one_and_take_no_time() -> None:
    pieces, radius = _singles(600)
    broad = {"left": (-3000.0, 0.0), "right": (3000.0, 0.0)}
    began = time.process_time()
    places = pack([broad, *pieces], radius | {"left": 5.0, "right": 5.0})
    assert time.process_time() - began < 2
    assert _apart(places, radius | {"left": 5.0, "right": 5.0})
    assert max(math.hypot(*place) for place in places.values()) < 3600
