"""The schema as an SVG picture: the two busiest labels inside, the others around them on an ellipse."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

from api.schema_pages.mermaid import ends
from graph.schema import EDGES, NODES

WIDTH, HEIGHT = 1280, 860
MARGIN_X, MARGIN_Y = 130, 90
INNER = 2
SPREAD = 210
LINE = 13
BOW = 0.18
ARROW = 0.7
Point = tuple[float, float]
_TEMPLATE = Path(__file__).with_name("picture.svg.jinja")


@dataclass(frozen=True, slots=True)
class Mark:
    """A label in the picture."""

    label: str
    about: str
    color: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Tie:
    """One line between two labels with every relationship type that runs there, in that direction."""

    types: tuple[str, ...]
    path: str
    x: float
    y: float
    derived: bool


def as_svg() -> str:
    """The picture as SVG text: no script, no font and no picture from elsewhere."""
    from jinja2 import Environment  # noqa: PLC0415 - slow to import

    marks = _marks()
    template = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(
        _TEMPLATE.read_text("utf-8")
    )
    return template.render(marks=marks.values(), ties=_ties(marks), width=WIDTH, height=HEIGHT, line=LINE) + "\n"


def _marks() -> dict[str, Mark]:
    busy = Counter(label for edge in EDGES.values() for pair in ends(edge) for label in set(pair))
    inner = sorted(NODES, key=lambda label: -busy[label])[:INNER]
    outer = [label for label in NODES if label not in inner]
    places = {label: _around(at, len(outer)) for at, label in enumerate(outer)}
    places |= {label: (WIDTH / 2 + SPREAD * (2 * at - 1), HEIGHT / 2) for at, label in enumerate(inner)}
    return {label: Mark(label, kind.about, kind.color, *places[label]) for label, kind in NODES.items()}


def _around(at: int, count: int) -> tuple[float, float]:
    angle = 2 * math.pi * at / count - math.pi / 2
    x = WIDTH / 2 + (WIDTH / 2 - MARGIN_X) * math.cos(angle)
    return round(x, 1), round(HEIGHT / 2 + (HEIGHT / 2 - MARGIN_Y) * math.sin(angle), 1)


def _ties(marks: dict[str, Mark]) -> list[Tie]:
    types: dict[tuple[str, str, bool], list[str]] = defaultdict(list)
    for edge in EDGES.values():
        for start, end in ends(edge):
            types[start, end, edge.derived].append(edge.type)
    return [_tie(marks[start], marks[end], names, derived) for (start, end, derived), names in types.items()]


def _tie(start: Mark, end: Mark, names: list[str], derived: bool) -> Tie:  # noqa: FBT001 - a part of the key
    if start is end:
        return _loop(start, names, derived)
    bend = ((start.x + end.x) / 2 - BOW * (end.y - start.y), (start.y + end.y) / 2 + BOW * (end.x - start.x))
    first, last = (start.x, start.y), (end.x, end.y)
    x, y = _between(_between(first, bend, 0.5), _between(bend, last, 0.5), 0.5)
    return Tie(tuple(names), _curve(first, bend, last), round(x, 1), round(y, 1), derived)


def _curve(start: Point, bend: Point, end: Point) -> str:
    """The path of a curve in two parts: its arrow stands where they meet, as labels hide the ends."""
    before, after = _between(start, bend, ARROW), _between(bend, end, ARROW)
    points = (start, before, _between(before, after, ARROW), after, end)
    s, b, m, a, e = (f"{x:.0f},{y:.0f}" for x, y in points)
    return f"M{s} Q{b} {m} Q{a} {e}"


def _between(start: Point, end: Point, share: float) -> Point:
    return start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])


def _loop(mark: Mark, names: list[str], derived: bool) -> Tie:  # noqa: FBT001 - a part of the key
    side = 1 if derived else -1
    top = mark.y + side * 110
    left, right = f"{mark.x - 20:.0f},{mark.y:.0f}", f"{mark.x + 20:.0f},{mark.y:.0f}"
    path = f"M{left} C{mark.x - 70:.0f},{top:.0f} {mark.x + 70:.0f},{top:.0f} {right}"
    return Tie(tuple(names), path, mark.x, round(mark.y + side * 88, 1), derived)
