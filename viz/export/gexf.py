"""A drawing as GEXF 1.2, with places, colours and sizes, so that Gephi shows what the page shows."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from viz.export.graph import graph

if TYPE_CHECKING:
    from viz.drawing import Drawing

UNDATED = "1970-01-01"
SHAPES = {"square": "square", "diamond": "diamond", "triangle": "triangle"}
"""The shapes that the format knows; all else is a disc."""


def gexf(drawing: Drawing, as_of: str = "") -> bytes:
    """The file, dated `as_of` as the data are and not as the clock is: the same for the same drawing."""
    from networkx.readwrite.gexf import GEXFWriter  # noqa: PLC0415  slow to import

    made = graph(drawing)
    groups = {group.id: group for group in drawing.groups}
    for node, mark in zip(list(made), drawing.marks, strict=True):
        group = groups[mark.group]
        made.nodes[node]["viz"] = _look(group.color, group.shape, mark.radius, (mark.x, mark.y))
    writer = GEXFWriter(made, encoding="utf-8", prettyprint=True, version="1.2draft")
    _date(writer.xml, as_of or UNDATED)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def _date(xml: Any, day: str) -> None:  # noqa: ANN401  an element of networkx's choice
    for meta in xml.iter("meta"):
        meta.set("lastmodifieddate", day)


def _look(color: str, shape: str, radius: float, at: tuple[float, float]) -> dict[str, object]:
    red, green, blue = (int(color[start : start + 2], 16) for start in (1, 3, 5))
    return {
        "color": {"r": red, "g": green, "b": blue, "a": 1.0},
        "size": float(radius),
        "shape": SHAPES.get(shape, "disc"),
        # Pages measure downwards, Gephi upwards.
        "position": {"x": float(at[0]), "y": -float(at[1]), "z": 0.0},
    }
