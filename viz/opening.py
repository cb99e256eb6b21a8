"""Where the members of an opened part stand: in its place, and all others as they were, moved outwards to make room."""

from __future__ import annotations

from dataclasses import replace
from math import hypot
from typing import TYPE_CHECKING

from graph.model import Network
from viz.aggregate import MORE, parts
from viz.drawing import Drawing, Mark, Place
from viz.layout import GAP, layout

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def opened(network: Network, seen: Network, drawing: Drawing, closed: Drawing, centre: str = "") -> Drawing:
    """`drawing`, of the nodes `seen` of `network`, with the places of `closed`, the same picture with nothing open."""
    places = {mark.id: (mark.x, mark.y) for mark in closed.marks}
    shut = {mark.id: mark for mark in closed.marks}
    known = {key: name for name, keys in parts(network, centre).items() for key in keys}
    part = {mark.id: known.get(mark.id, mark.id.rstrip(MORE)) for mark in drawing.marks if mark.id not in shut}
    for name in sorted(set(part.values())):
        inner = _inner(seen, {key for key, of in part.items() if of == name})
        places = _with_room(places, shut[name], inner, drawing.marks)
    marks = (_moved(mark, places[mark.id], part.get(mark.id, "")) for mark in drawing.marks)
    return replace(drawing, marks=tuple(marks))


def _moved(mark: Mark, place: Place, part: str) -> Mark:
    return replace(mark, x=round(place[0], 2), y=round(place[1], 2), part=part)


def _inner(seen: Network, keys: set[str]) -> dict[str, Place]:
    """The places of the members of a part among themselves."""
    nodes = tuple(node for node in seen.nodes if node.key in keys)
    edges = tuple(edge for edge in seen.edges if edge.source in keys and edge.target in keys)
    return layout(Network(nodes, edges))


def _with_room(
    places: Mapping[str, Place], mark: Mark, inner: Mapping[str, Place], marks: Sequence[Mark]
) -> dict[str, Place]:
    """`places` with `inner` in the place of `mark`, and all others so much farther from there."""
    radius = {other.id: other.radius for other in marks if other.id in inner}
    reach = max(hypot(x, y) + radius[key] for key, (x, y) in inner.items()) + GAP
    x0, y0 = places[mark.id]
    step = max(0.0, reach - mark.radius)
    moved = {key: _away(place, (x0, y0), step) for key, place in places.items() if key != mark.id}
    return moved | {key: (x0 + x, y0 + y) for key, (x, y) in inner.items()}


def _away(place: Place, middle: Place, step: float) -> Place:
    x, y = place[0] - middle[0], place[1] - middle[1]
    far = hypot(x, y) or 1.0
    return place[0] + x / far * step, place[1] + y / far * step
