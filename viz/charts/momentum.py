"""Momentum against size: which projects are large and rising, and which are small and falling."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from statistics import median

from graph.model import Table
from viz.cells import tip
from viz.language import say, translated
from viz.legend import coloured
from viz.vega.drawn import Drawn, Look
from viz.vega.scatter import CORNER_COLORS, Plane, Spot, scatter
from viz.vega.values import number, page, shorts, some, sure

CORNERS = ("small and rising", "large and rising", "small and falling", "large and falling")
COLORS = dict(zip(CORNERS, CORNER_COLORS, strict=True))
NAMED = 8
"""So many projects are named in a line."""
Row = Mapping[str, object]


def draw(table: Table, look: Look) -> Drawn:
    """The plane of an answer of `momentum`, parted at momentum 0 and at the median size."""
    rows = table.records()
    known = [row for row in rows if number(row["momentum"]) is not None and sure(row["size"]) > 0]
    names = shorts([str(row["repository"]) for row in known])
    spots = [_spot(row, names[str(row["repository"])]) for row in known]
    metric = "OpenRank" if look.asked.get("metric", "openrank") == "openrank" else str(look.asked["metric"])
    plane = Plane(
        say("chart.size", metric=metric), say("chart.momentum"), x_kind="log", y_form="+.0%", y_parts=0.0,
        corners=tuple(translated(corner) for corner in CORNERS),
        x_parts=median(sure(row["size"]) for row in known) if known else None,
    )  # fmt: skip
    groups = coloured(Counter(spot.group for spot in spots), COLORS, "dot")
    return Drawn(scatter(spots, plane, COLORS), groups=groups, notes=_notes(rows, known))


def _spot(row: Row, name: str) -> Spot:
    kept = ("repository", "month", "size", "earlier", "momentum", "quadrant", "source")
    told = tip(row, kept)
    return Spot(
        name,
        sure(row["size"]),
        sure(row["momentum"]),
        sure(row["size"]),
        str(row["quadrant"]),
        told,
        page(row["repository"]),
    )


def _notes(rows: Sequence[Row], known: Sequence[Row]) -> tuple[str, ...]:
    shown = {str(row["repository"]) for row in known}
    missing = [str(row["repository"]) for row in rows if str(row["repository"]) not in shown]
    if not missing:
        return ()
    return (say("chart.momentumUnknown", n=len(missing), all=len(rows), names=some(missing, NAMED)),)
