"""Repositories on two axes of the reader's choice, parted in four."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from graph.model import Table
from viz.cells import tip
from viz.language import named, say, translated
from viz.legend import coloured
from viz.vega.drawn import Drawn, Look, Option
from viz.vega.scatter import CORNER_COLORS, Plane, Spot, scatter
from viz.vega.values import number, page, shorts, some, sure

FITTING, LINEAR, LOG = "fitting", "linear", "log"
OPTIONS = (Option("scale", "Scale", (FITTING, LINEAR, LOG)),)
WIDE = 50
"""An axis on which the largest value is more than so many times the smallest is logarithmic, where it may be."""
NAMED = 8
"""So many repositories without a place are named."""
AXES = ("x", "y")
Row = Mapping[str, object]


def draw(table: Table, look: Look) -> Drawn:
    """The plane of an answer of `quadrants`."""
    rows, axes = table.records(), (str(look.asked.get("x", "x")), str(look.asked.get("y", "y")))
    known = [row for row in rows if _is_known(row)]
    kinds = tuple(_kind(look.options.get("scale", FITTING), [sure(row[axis]) for row in known]) for axis in AXES)
    placed = [row for row in known if _has_place(row, kinds)]
    colors = dict(zip(_corners(*axes), CORNER_COLORS, strict=True))
    names = shorts([str(row["repository"]) for row in placed])
    spots = [_spot(row, names[str(row["repository"])]) for row in placed]
    plane = Plane(
        named(axes[0]), named(axes[1]), kinds[0], kinds[1], x_parts=_parts(placed, "x"), y_parts=_parts(placed, "y"),
        corners=tuple(translated(corner) for corner in colors),
    )  # fmt: skip
    groups = coloured(Counter(spot.group for spot in spots), colors, "dot")
    return Drawn(
        scatter(spots, plane, colors), groups=groups, notes=_notes(rows, known, placed), empty=_empty(rows, known, axes)
    )


def _corners(x: str, y: str) -> tuple[str, ...]:
    """The quadrants as the query names them: top left, top right, bottom left, bottom right."""
    return tuple(f"{across} {x} and {up} {y}" for up in ("high", "low") for across in ("low", "high"))


def _kind(asked: str, values: Sequence[float]) -> str:
    if asked != FITTING:
        return asked
    return LOG if values and min(values) > 0 and max(values) > WIDE * min(values) else LINEAR


def _is_known(row: Row) -> bool:
    return all(number(row[axis]) is not None for axis in AXES)


def _has_place(row: Row, kinds: Sequence[str]) -> bool:
    return all(kind == LINEAR or sure(row[axis]) > 0 for kind, axis in zip(kinds, AXES, strict=True))


def _parts(rows: Sequence[Row], axis: str) -> float | None:
    return number(rows[0][f"{axis}_parts"]) if rows else None


def _spot(row: Row, name: str) -> Spot:
    kept = ("repository", "x", "x_month", "y", "y_month", "quadrant", "sources")
    told = tip(row, kept)
    x, y = sure(row["x"]), sure(row["y"])
    return Spot(name, x, y, abs(x) + abs(y), str(row["quadrant"]), told, page(row["repository"]))


def _empty(rows: Sequence[Row], known: Sequence[Row], axes: Sequence[str]) -> str:
    """That no project has both measures, and which of the two nobody has."""
    if known or not rows:
        return ""
    lacking = [name for name, axis in zip(axes, AXES, strict=True) if all(number(row[axis]) is None for row in rows)]
    return say("chart.noPlace", names=say("page.comma").join(lacking or axes))


def _notes(rows: Sequence[Row], known: Sequence[Row], placed: Sequence[Row]) -> tuple[str, ...]:
    notes = []
    lacking = [str(row["repository"]) for row in rows if not _is_known(row)]
    if lacking:
        notes.append(say("chart.oneUnknown", n=len(lacking), all=len(rows), names=some(lacking, NAMED)))
    if len(known) > len(placed):
        notes.append(say("chart.zeroOrBelow", n=len(known) - len(placed)))
    return tuple(notes)
