"""A drawing laid into a rectangle: marks, lines and labels in pixels of the picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import cos, hypot, pi, sin, sqrt
from statistics import median_high

from viz.drawing import Drawing, Group, Line, Mark
from viz.export.labels import Box, Label, Wish, place
from viz.export.sheet import Sheet
from viz.export.text import shown
from viz.vega.theme import mixed

CLOSEST = 1.4
"""The scale up to which a small network is enlarged, in a picture of the usual width."""
USUAL = 1200
SEEN = 2.5
"""The smallest radius in pixels."""
AIR_X, AIR_Y = 64.0, 22.0
TALL = 1.15
FAINT, CROWD = 0.5, 160
CORNERS: Mapping[str, tuple[int, float, float]] = {
    "hexagon": (6, 1.1, 0.0),
    "diamond": (4, 1.2533, 0.0),
    "triangle": (3, 1.45, -pi / 2),
}
"""Shapes with corners: how many, how much farther out than a circle of the same area, turned by."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A drawn mark: its outline as an SVG path, its fill, and the title to read."""

    path: str
    fill: str
    title: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """A drawn edge."""

    path: str
    width: float
    opacity: float


@dataclass(frozen=True, slots=True)
class Scene:
    """All that is drawn, lines first, then shapes, then labels."""

    strokes: tuple[Stroke, ...]
    shapes: tuple[Shape, ...]
    labels: tuple[Label, ...]


Spot = tuple[float, float, float]
"""The middle of a mark and its radius, in pixels."""


def scene(drawing: Drawing, frame: Box, sheet: Sheet) -> Scene:
    """`drawing` as large as it can be in `frame`, turned by a quarter where that is higher than wide."""
    spots = _spots(drawing, frame, sheet)
    groups = {group.id: group for group in drawing.groups}
    ordered = sorted(drawing.marks, key=lambda mark: mark.rank)
    return Scene(
        _strokes(drawing, spots, groups, _scale(drawing, spots)),
        tuple(_shape(mark, spots[mark.id], groups[mark.group], sheet) for mark in reversed(ordered)),
        tuple(place([_wish(mark, drawing, spots[mark.id], groups[mark.group]) for mark in ordered], frame)),
    )


def _spots(drawing: Drawing, frame: Box, sheet: Sheet) -> dict[str, Spot]:
    turned = frame[3] - frame[1] > (frame[2] - frame[0]) * TALL
    places = {m.id: ((-m.y, m.x) if turned else (m.x, m.y)) for m in drawing.marks}
    reach = [(*places[m.id], m.radius) for m in drawing.marks]
    left, right = min((x - r for x, _, r in reach), default=0.0), max((x + r for x, _, r in reach), default=1.0)
    top, bottom = min((y - r for _, y, r in reach), default=0.0), max((y + r for _, y, r in reach), default=1.0)
    wide, high = frame[2] - frame[0], frame[3] - frame[1]
    across, down = max(wide - 2 * min(AIR_X, wide / 8), 40.0), max(high - 2 * min(AIR_Y, high / 8), 40.0)
    closest = CLOSEST * max(1.0, sheet.width / USUAL)
    scale = min(across / max(right - left, 1.0), down / max(bottom - top, 1.0), closest)
    x0 = (frame[0] + frame[2]) / 2 - (left + right) / 2 * scale
    y0 = (frame[1] + frame[3]) / 2 - (top + bottom) / 2 * scale
    return {m.id: _spot(places[m.id], m.radius, (x0, y0, scale)) for m in drawing.marks}


def _spot(at: tuple[float, float], radius: float, view: Spot) -> Spot:
    return view[0] + at[0] * view[2], view[1] + at[1] * view[2], max(radius * view[2], SEEN)


def _scale(drawing: Drawing, spots: Mapping[str, Spot]) -> float:
    """How much the marks were enlarged, and with them the widths of lines."""
    mark = max(drawing.marks, key=lambda m: m.radius, default=None)
    return spots[mark.id][2] / mark.radius if mark and mark.radius else 1.0


def _strokes(
    drawing: Drawing, spots: Mapping[str, Spot], groups: Mapping[str, Group], scale: float
) -> tuple[Stroke, ...]:
    lengths = {line.id: _length(line, spots) for line in drawing.lines}
    reach = median_high(lengths.values()) if lengths else 1.0
    faint = {mark.id for mark in drawing.marks if groups[mark.group].faint}
    crowd = min(1.0, sqrt(CROWD / max(len(drawing.lines), 1)))

    def stroke(line: Line) -> Stroke:
        near = min(1.25, max(0.3, reach / (lengths[line.id] or 1.0)))
        full = 0.3 if line.source in faint or line.target in faint else 0.6
        (x1, y1, _), (x2, y2, _) = spots[line.source], spots[line.target]
        opacity = min(0.8, max(0.05, full * crowd * near))
        return Stroke(f"M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}", round(line.width * scale, 2), round(opacity, 3))

    return tuple(stroke(line) for line in drawing.lines)


def _length(line: Line, spots: Mapping[str, Spot]) -> float:
    (x1, y1, _), (x2, y2, _) = spots[line.source], spots[line.target]
    return hypot(x1 - x2, y1 - y2)


def _shape(mark: Mark, spot: Spot, group: Group, sheet: Sheet) -> Shape:
    fill = mixed(group.color, sheet.colors.paper, FAINT) if group.faint else group.color
    return Shape(outline(group.shape, *spot), fill, shown(mark.title)[:200])


def _wish(mark: Mark, drawing: Drawing, spot: Spot, group: Group) -> Wish:
    leftwards = drawing.view == "ego" and mark.x < -1
    return Wish(shown(mark.label), *spot, soft=group.faint, leftwards=leftwards)


def outline(shape: str, x: float, y: float, r: float) -> str:
    """The SVG path of a shape whose area is that of a circle of radius `r`."""
    if shape == "square":
        return _square(x, y, r * 1.7725)
    if shape in CORNERS:
        count, out, turn = CORNERS[shape]
        corners = [
            (x + r * out * cos(a), y + r * out * sin(a)) for a in (turn + 2 * pi * i / count for i in range(count))
        ]
        return "M" + "L".join(f"{cx:.1f} {cy:.1f}" for cx, cy in corners) + "Z"
    across, down = (r * 1.25, r * 0.8) if shape == "ellipse" else (r, r)
    wide, high = round(across, 1), round(down, 1)  # twice what is written, else the arc is drawn as an oval
    arc = f"a{wide:.1f} {high:.1f} 0 1 0"
    return f"M{x - wide:.1f} {y:.1f}{arc}{2 * wide:.1f} 0{arc}{-2 * wide:.1f} 0Z"


def _square(x: float, y: float, side: float) -> str:
    """A square with round corners."""
    c = side * 0.24
    flat, corner = side - 2 * c, f"a{c:.1f} {c:.1f} 0 0 1"
    return (
        f"M{x - flat / 2:.1f} {y - side / 2:.1f}h{flat:.1f}{corner} {c:.1f} {c:.1f}v{flat:.1f}"
        f"{corner} {-c:.1f} {c:.1f}h{-flat:.1f}{corner} {-c:.1f} {-c:.1f}v{-flat:.1f}{corner} {c:.1f} {-c:.1f}Z"
    )
