"""Where labels can stand without covering each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import log10

GAP = 15.0
"""Pixels from one line of text to the next."""
LETTER, LINE = 6.6, 14.0
"""Pixels of a letter and of a line of the small type."""
WIDTHS = (340, 560, 800, 1100)
"""Widths of a plot for which labels are chosen: what fits at one of them fits at all wider ones."""

Place = tuple[float, float]


def spread(heights: Sequence[float], gap: float) -> list[float]:
    """The heights (0..1), in their order, moved apart as little as is needed for `gap` between any two."""
    order = sorted(range(len(heights)), key=lambda at: heights[at])
    gap = min(gap, 1.0 / max(len(heights) - 1, 1))
    moved = [0.0] * len(heights)
    floor = 0.0
    for at in order:
        moved[at] = floor = max(heights[at], floor)
        floor += gap
    ceiling = 1.0
    for at in reversed(order):
        moved[at] = ceiling = min(moved[at], ceiling)
        ceiling -= gap
    return moved


def beside_lines(
    ends: Mapping[str, float], lowest: float, highest: float, *, logarithmic: bool, height: float
) -> dict[str, float]:
    """For each line the value at which its label stands, so that none covers another on a plot of that height."""
    low, high = (log10(lowest), log10(highest)) if logarithmic else (lowest, highest)
    span = (high - low) or 1.0
    shares = [((log10(value) if logarithmic else value) - low) / span for value in ends.values()]
    found = spread(shares, GAP / height)
    values = (low + share * span for share in found)
    return {name: 10**value if logarithmic else value for name, value in zip(ends, values, strict=True)}


def from_widths(places: Sequence[Place], texts: Sequence[str], *, ratio: float = 0.62) -> list[int | None]:
    """For each mark (places 0..1, weightiest first) the width of the plot from which on its label has room, or None."""
    found: list[int | None] = [None] * len(places)
    for width in reversed(WIDTHS):
        for at in _fitting(places, texts, width, max(width * ratio, 320.0)):
            found[at] = width
    return found


def _fitting(places: Sequence[Place], texts: Sequence[str], width: float, height: float) -> Iterable[int]:
    taken: list[tuple[float, float, float, float]] = []
    for at, ((x, y), text) in enumerate(zip(places, texts, strict=True)):
        left, top = x * width + 7, y * height - LINE / 2
        box = (left, top, left + LETTER * len(text), top + LINE)
        if box[2] <= width + 60 and not any(_meet(box, other) for other in taken):
            taken.append(box)
            yield at


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
