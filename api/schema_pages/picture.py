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
    middle_x, middle_y = (start.x + end.x) / 2, (start.y + end.y) / 2
    bend_x, bend_y = middle_x - BOW * (end.y - start.y), middle_y + BOW * (end.x - start.x)
    path = f"M{start.x:.0f},{start.y:.0f} Q{bend_x:.0f},{bend_y:.0f} {end.x:.0f},{end.y:.0f}"
    return Tie(tuple(names), path, round((middle_x + bend_x) / 2, 1), round((middle_y + bend_y) / 2, 1), derived)


def _loop(mark: Mark, names: list[str], derived: bool) -> Tie:  # noqa: FBT001 - a part of the key
    side = 1 if derived else -1
    top = mark.y + side * 110
    left, right = f"{mark.x - 20:.0f},{mark.y:.0f}", f"{mark.x + 20:.0f},{mark.y:.0f}"
    path = f"M{left} C{mark.x - 70:.0f},{top:.0f} {mark.x + 70:.0f},{top:.0f} {right}"
    return Tie(tuple(names), path, mark.x, round(mark.y + side * 88, 1), derived)
