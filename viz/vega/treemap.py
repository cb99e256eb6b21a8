"""Areas within areas, each as near to a square as can be (Bruls, Huizing and van Wijk 2000, squarified treemaps)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by two corners; y grows downwards."""

    x: float
    y: float
    x2: float
    y2: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.x2 - self.x

    @property
    def height(self) -> float:
        """How high it is."""
        return self.y2 - self.y

    def within(self, edge: float, head: float = 0.0) -> Box:
        """What is left inside of an edge on all sides and a head above; its middle where nothing is."""
        x, x2 = (self.x + edge, self.x2 - edge) if self.width > 2 * edge else (self._middle[0],) * 2
        y, y2 = self.y + head + edge, self.y2 - edge
        return Box(x, y, x2, y2) if y2 > y else Box(x, self._middle[1], x2, self._middle[1])

    @property
    def _middle(self) -> tuple[float, float]:
        return (self.x + self.x2) / 2, (self.y + self.y2) / 2


def squarified(weights: Sequence[float], box: Box) -> list[Box]:
    """A part of `box` for each weight (> 0), in their order, with areas in their proportion."""
    order = sorted(range(len(weights)), key=lambda at: -weights[at])
    scale = box.width * box.height / (sum(weights) or 1.0)
    areas = [weights[at] * scale for at in order]
    found: dict[int, Box] = {}
    start = 0
    while start < len(areas):
        end = _row(areas, start, min(box.width, box.height))
        parts, box = _laid(areas[start:end], box)
        found |= dict(zip(order[start:end], parts, strict=True))
        start = end
    return [found[at] for at in range(len(weights))]


def _row(areas: Sequence[float], start: int, side: float) -> int:
    """Where the row that begins at `start` ends: as long as its worst part grows no longer."""
    end = start + 1
    while end < len(areas) and _worst(areas[start : end + 1], side) <= _worst(areas[start:end], side):
        end += 1
    return end


def _worst(areas: Sequence[float], side: float) -> float:
    total = sum(areas)
    if not total or not side:
        return 0.0
    return max(side**2 * max(areas) / total**2, total**2 / (side**2 * min(areas)))


def _laid(areas: Sequence[float], box: Box) -> tuple[list[Box], Box]:
    """The row's boxes along the shorter side of `box`, and what is left of it."""
    total = sum(areas)
    upright = box.width >= box.height
    depth = total / (box.height if upright else box.width) if total else 0.0
    parts, at = [], box.y if upright else box.x
    for area in areas:
        length = area / depth if depth else 0.0
        parts.append(
            Box(box.x, at, box.x + depth, at + length) if upright else Box(at, box.y, at + length, box.y + depth)
        )
        at += length
    left = Box(box.x + depth, box.y, box.x2, box.y2) if upright else Box(box.x, box.y + depth, box.x2, box.y2)
    return parts, left
