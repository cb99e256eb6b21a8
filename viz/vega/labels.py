"""Where labels can stand without covering each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log10
from typing import Literal

GAP = 15.0
"""Pixels from one line of text to the next."""
LETTER, LINE = 6.6, 14.0
"""Pixels of a letter and of a line of the small type."""
MARK = 6.0
"""Half the width of a mark."""
SIZES = ((290, 240), (500, 240), (740, 300), (1040, 320))
"""Plots (width and height) for which labels are chosen: what fits at one of them fits at larger ones."""

Place = tuple[float, float]
Box = tuple[float, float, float, float]


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


def shares(values: Sequence[float], among: Sequence[float]) -> list[float]:
    """Where each value lies between the least and the largest of `among`: 0 there, 1 here."""
    low, high = min(among, default=0.0), max(among, default=1.0)
    return [(value - low) / ((high - low) or 1.0) for value in values]


@dataclass(frozen=True, slots=True)
class Label:
    """Where a mark's label has room: from which width of the plot on, and on which side of the mark."""

    width: int
    side: Literal["left", "right"]


def labels(
    places: Sequence[Place], texts: Sequence[str], across: Sequence[float] = (), down: Sequence[float] = ()
) -> list[Label | None]:
    """For each mark (places 0..1, weightiest first) where its label has room, None where it never has.

    `across` and `down` are lines (0..1) that part the plot from left to right and from top to bottom: a label lies on
    one only where it has no other place.
    """
    found: list[Label | None] = [None] * len(places)
    crossing: set[int] = set()
    for width, height in reversed(SIZES):
        upright = [(x * width, 0.0, x * width, height) for x in across]
        level = [(0.0, y * height, width, y * height) for y in down]
        for at, side, crossed in _fitting(places, texts, [*upright, *level], width, height):
            if not crossed or found[at] is None or at in crossing:
                found[at] = Label(width, side)
                crossing = crossing | {at} if crossed else crossing - {at}
    return found


def _fitting(
    places: Sequence[Place], texts: Sequence[str], lines: Sequence[Box], width: float, height: float
) -> Iterator[tuple[int, Literal["left", "right"], bool]]:
    marks = [(x * width, y * height) for x, y in places]
    taken = [(x - MARK, y - MARK, x + MARK, y + MARK) for x, y in marks]
    sides: tuple[Literal["left", "right"], ...] = ("right", "left")
    for at, ((x, y), text) in enumerate(zip(marks, texts, strict=True)):
        boxes = {side: _box(x, y, LETTER * len(text), side) for side in sides}
        crossed = {side: any(_meet(box, line) for line in lines) for side, box in boxes.items()}
        for side in sorted(sides, key=crossed.__getitem__):
            box = boxes[side]
            free = not any(_meet(box, other) for number, other in enumerate(taken) if number != at)
            if free and box[0] >= 0 and box[2] <= width:
                taken.append(box)
                yield at, side, crossed[side]
                break


def _box(x: float, y: float, length: float, side: str) -> Box:
    left = x + MARK + 2 if side == "right" else x - MARK - 2 - length
    return (left, y - LINE / 2, left + length, y + LINE / 2)


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
