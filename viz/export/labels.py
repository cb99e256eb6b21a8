"""Which labels a picture has, and where: in order of importance, none over another. As `labels.js` on the screen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from viz.export.text import width

MOST = 160
CELL = 90.0
FIRST, ALWAYS = 6, 20
"""How many labels are large, and how many may lie over a small mark."""
LARGE = 6.0
"""The radius in pixels of marks that no label may lie over."""
LEFTWARDS = (2, 1, 3, 0, 6, 7, 4, 5)
"""The order of places for a mark in the left half of a picture around one node: labels look outwards."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A mark that would like a label, in pixels of the picture."""

    text: str
    x: float
    y: float
    r: float
    soft: bool = False
    leftwards: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """A placed text: its anchor (`start`, `middle`, `end`) at `x`, the middle of its height at `y`."""

    text: str
    x: float
    y: float
    anchor: str
    px: float
    bold: bool
    soft: bool


class Grid:
    """Boxes filed by cell, so that a collision is found without looking at all of them."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[Box]] = defaultdict(list)

    def add(self, box: Box) -> None:
        """File `box`."""
        for cell in _cells(box):
            self._cells[cell].append(box)

    def hits(self, box: Box, own: Box | None = None) -> bool:
        """Whether `box` meets one that is filed; `own` does not count."""
        return any(
            other != own and box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]
            for cell in _cells(box)
            for other in self._cells.get(cell, ())
        )


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    for across in range(int(box[0] // CELL), int(box[2] // CELL) + 1):
        for down in range(int(box[1] // CELL), int(box[3] // CELL) + 1):
            yield across, down


def place(wishes: Sequence[Wish], frame: Box) -> list[Label]:
    """The labels that fit into `frame`; `wishes` come in order of importance."""
    taken, marks, large = Grid(), Grid(), Grid()
    for wish in wishes:
        marks.add(_around(wish))
        if wish.r > LARGE:
            large.add(_around(wish))
    labels: list[Label] = []
    for rank, wish in enumerate(wishes):
        if len(labels) >= MOST:
            break
        found = _best(wish, rank, frame, (taken, marks, large))
        if found:
            taken.add(found[1])
            labels.append(found[0])
    return labels


def _best(wish: Wish, rank: int, frame: Box, grids: tuple[Grid, Grid, Grid]) -> tuple[Label, Box] | None:
    """The first place that meets nothing; of an important label one over a small mark, else over any."""
    taken, marks, large = grids
    own = _around(wish)
    free = [(label, box) for label, box in _sides(wish, rank) if _inside(box, frame) and not taken.hits(box)]
    strict = next((each for each in free if not marks.hits(each[1], own)), None)
    if strict or rank >= ALWAYS:
        return strict
    return next((each for each in free if not large.hits(each[1], own)), free[0] if free else None)


def _inside(box: Box, frame: Box) -> bool:
    return box[0] >= frame[0] and box[1] >= frame[1] and box[2] <= frame[2] and box[3] <= frame[3]


def _around(wish: Wish) -> Box:
    return wish.x - wish.r, wish.y - wish.r, wish.x + wish.r, wish.y + wish.r


def _sides(wish: Wish, rank: int) -> list[tuple[Label, Box]]:
    """The places beside a mark, best first: right, below, left, above, then the corners."""
    px, bold = (14.0 if rank < FIRST else 13.0 if rank < ALWAYS else 12.0), rank < FIRST
    wide, half, away = width(wish.text, px, bold=bold), px * 0.65, wish.r + 4
    near = away * 0.7
    places = (
        ("start", away, 0.0), ("middle", 0.0, away + half), ("end", -away, 0.0), ("middle", 0.0, -away - half),
        ("start", near, -near - half), ("start", near, near + half), ("end", -near, -near - half),
        ("end", -near, near + half),
    )  # fmt: skip
    ordered = [places[at] for at in LEFTWARDS] if wish.leftwards else places
    back = {"start": 0.0, "middle": wide / 2, "end": wide}
    found = []
    for anchor, dx, dy in ordered:
        x, y = wish.x + dx, wish.y + dy
        left = x - back[anchor]
        label = Label(wish.text, round(x, 1), round(y, 1), anchor, px, bold, wish.soft)
        found.append((label, (left, y - half, left + wide, y + half)))
    return found
