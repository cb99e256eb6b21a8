"""Lines over time with their names at their ends, so that no legend is needed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from math import ceil, floor, log10
from typing import TYPE_CHECKING

from viz.drawing import Group
from viz.language import say
from viz.legend import COMMUNITY_COLORS, GREY
from viz.vega.base import hidden, layered, seen, written
from viz.vega.happenings import TOP, Happening, marks
from viz.vega.labels import beside_lines, shares
from viz.vega.theme import INK, SOFT
from viz.vega.values import some

if TYPE_CHECKING:
    import altair

WIDTH, HEIGHT, TALL = 900, 480, 470
FAINT = 0.12
MOST_TICKS = 36
LOWEST = 250
"""Pixels of the lowest plot, on which the names at the ends still stand apart."""
DASH = [6, 4]
TICKS = 6
"""About so many ticks has the axis of values, which ends at one of them: no line leaves it."""
NAMED = 12
NEAR = 0.75
"""Of the width of a plot: a line that ends beyond has its name at the right edge, with those of the others."""

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a line: `x` is a day (`2025-03-01`) or a number; `tip` is what a pointer over it reads."""

    line: str
    x: str | float
    y: float | None
    tip: Mapping[str, object]
    href: str = ""


@dataclass(frozen=True, slots=True)
class Leap:
    """A step of a line, from one point to the next, between which something else changed than the measure: dashed."""

    line: str
    start: tuple[str, float]
    end: tuple[str, float]


@dataclass(frozen=True, slots=True)
class Axes:
    """What the axes are: titles, whether x is time, whether y is logarithmic; `names` are the lines' short names."""

    x: str
    y: str
    time: bool = True
    logarithmic: bool = False
    names: Mapping[str, str] | None = None
    unit: str = ""
    ticks: tuple[float, ...] = ()
    colors: Mapping[str, str] = field(default_factory=dict)
    """Of lines whose colour is not by their order."""
    dashed: frozenset[str] = frozenset()
    periods: tuple[str, ...] = ()
    """The days on which the months or years begin that have a value: the ticks of an axis of time."""


def round_numbers(low: float, high: float) -> list[float]:
    """1, 2 and 5 times powers of ten between two positive numbers: where a logarithmic axis has its ticks."""
    if not 0 < low <= high:
        return []
    powers = range(floor(log10(low)), ceil(log10(high)) + 1)
    return [tick for power in powers for by in (1, 2, 5) if low <= (tick := by * 10.0**power) <= high]


def colors(lines: Sequence[str]) -> dict[str, str]:
    """A colour for each of the lines, the first ones first; grey where there are more lines than colours."""
    return {line: COMMUNITY_COLORS[at] if at < len(COMMUNITY_COLORS) else GREY for at, line in enumerate(lines)}


def _own(lines: Sequence[str], axes: Axes) -> dict[str, str]:
    return {**colors(lines), **{line: axes.colors[line] for line in lines if line in axes.colors}}


def legend(points: Sequence[Point], axes: Axes) -> tuple[Group, ...]:
    """An entry for each of several lines, by which it can be hidden; none for a line alone."""
    found = _own(_order(points, axes), axes)
    names = axes.names or {}
    shown = tuple(Group(line, names.get(line, line), "line", color) for line, color in found.items())
    return shown if len(shown) > 1 else ()


def alone(points: Sequence[Point], axes: Axes) -> tuple[str, ...]:
    """A sentence with the lines that are a single point, for a chart of lines looks empty without a reason."""
    counts = Counter(p.line for p in _drawn(points, axes) if p.y is not None)
    names = [(axes.names or {}).get(line, line) for line, count in counts.items() if count == 1]
    return (say("chart.onePoint", names=some(names, NAMED)),) if names else ()


def _order(points: Sequence[Point], axes: Axes) -> list[str]:
    return list(dict.fromkeys(p.line for p in _drawn(points, axes)))


def _drawn(points: Sequence[Point], axes: Axes) -> list[Point]:
    return [p for p in points if p.y is None or p.y > 0 or not axes.logarithmic]


def lines(
    points: Sequence[Point], axes: Axes, happenings: Sequence[Happening] = (), leaps: Sequence[Leap] = ()
) -> altair.LayerChart:
    """A line for each name, each with its name at its end; the one under the pointer stays, the others fade."""
    import altair as alt  # noqa: PLC0415 - slow to import

    drawn, order = _drawn(points, axes), _order(points, axes)
    if axes.logarithmic:
        known = [p.y for p in drawn if p.y]
        axes = replace(axes, ticks=tuple(round_numbers(min(known, default=1.0) / 2, max(known, default=1.0) * 2)))
    axes = replace(axes, periods=tuple(sorted({str(p.x) for p in drawn if p.y is not None})) if axes.time else ())
    over = alt.selection_point(name="over", fields=["line"], on="pointerover", nearest=True, clear="pointerout")
    values = [_row(p) | {"dashed": p.line in axes.dashed} for p in drawn]
    base = seen(values).encode(x=_x(axes), y=_y(axes), color=_color(order, axes))
    lit = alt.when(over).then(alt.value(1)).otherwise(alt.value(FAINT))
    line = base.mark_line(strokeWidth=2.25, strokeJoin="round").encode(
        detail="line:N",
        opacity=lit,
        strokeDash=alt.when("datum.dashed").then(alt.value(DASH)).otherwise(alt.value([1, 0])),
    )
    hit = base.mark_point(filled=True, size=64).encode(
        tooltip=_tooltip(values), href="href:N",
        opacity=alt.when(over, empty=False).then(alt.value(1)).otherwise(alt.value(0)),
    ).add_params(over)  # fmt: skip
    events = marks(happenings, _places(happenings, drawn, axes), _x(axes), _y(axes))
    # Above the points, each of which answers for all that is nearest to it, so that a pointer reaches the events.
    layers = [*_leaps(leaps, axes, order, lit), line, hit, *events, *_ends(drawn, axes, lit)]
    return layered(layers, WIDTH, HEIGHT, hidden())


def _places(happenings: Sequence[Happening], points: Sequence[Point], axes: Axes) -> list[tuple[float, float]]:
    """Where the events stand on the plot, 0..1 from its left and from its top."""
    across = shares([_at(h.x) for h in happenings], [_at(p.x) for p in points])
    up = shares([_up(h.y, axes) for h in happenings], [_up(p.y, axes) for p in points if p.y is not None])
    return [(x, TOP if h.y is None else 1 - y) for h, x, y in zip(happenings, across, up, strict=True)]


def _at(x: str | float) -> float:
    return float(date.fromisoformat(x).toordinal()) if isinstance(x, str) else x


def _up(y: float | None, axes: Axes) -> float:
    return log10(y) if axes.logarithmic and y else y or 0.0


def _leaps(leaps: Sequence[Leap], axes: Axes, order: Sequence[str], lit: object) -> list[altair.Chart]:
    if not leaps:
        return []
    rows = [
        {"line": p.line, "group": p.line, "x": p.start[0], "y": p.start[1], "x2": p.end[0], "y2": p.end[1]}
        for p in leaps
    ]
    base = seen(rows).mark_rule(strokeWidth=1.75, strokeDash=DASH)
    return [base.encode(x=_x(axes), x2="x2:T", y=_y(axes), y2="y2:Q", color=_color(order, axes), opacity=lit)]


def _row(point: Point) -> dict[str, object]:
    return {"line": point.line, "group": point.line, "x": point.x, "y": point.y, "href": point.href, **point.tip}


def _x(axes: Axes, name: str = "x") -> altair.X:
    import altair as alt  # noqa: PLC0415

    if axes.time:
        return alt.X(f"{name}:T", title=axes.x or None, axis=months(axes.periods), scale=alt.Scale(type="utc"))
    axis = alt.Axis(grid=False, labelFlush=True, tickCount=alt.ExprRef("max(2, width / 110)"), labelOverlap=True)
    return alt.X(f"{name}:Q", title=axes.x or None, axis=axis, scale=alt.Scale(zero=False, nice=False))


def months(periods: Sequence[str] = (), **more: object) -> altair.Axis:
    """An axis of time with a tick for each of the days `periods` that begin a month or year, labels where they fit.

    Where there are many, as many ticks as there is room for.
    """
    import altair as alt  # noqa: PLC0415

    count = alt.ExprRef("max(2, width / 110)")
    days = sorted(set(periods)) if len(set(periods)) <= MOST_TICKS else []
    yearly = len(days) > 1 and all(day.endswith("-01-01") for day in days)
    values = [alt.DateTime(year=int(day[:4]), month=int(day[5:7]), date=1, utc=True) for day in days]
    return alt.Axis(
        format=say("chart.yearFormat" if yearly else "chart.monthFormat"), grid=False, labelFlush=True,
        tickCount=count, labelOverlap=True, values=values or alt.Undefined, **more,  # type: ignore[arg-type]
    )  # fmt: skip


def _y(axes: Axes) -> altair.Y:
    import altair as alt  # noqa: PLC0415

    scale = alt.Scale(type="log", nice=True) if axes.logarithmic else alt.Scale(zero=True, nice=TICKS)
    ticks = list(axes.ticks) or alt.Undefined
    axis = alt.Axis(**written(axes.unit), tickCount=TICKS, domain=False, ticks=False, values=ticks)
    return alt.Y("y:Q", title=axes.y, scale=scale, axis=axis)


def _color(order: Sequence[str], axes: Axes) -> altair.Color:
    import altair as alt  # noqa: PLC0415

    found = _own(order, axes)
    return alt.Color("line:N", legend=None, scale=alt.Scale(domain=list(found), range=list(found.values())))


def _tooltip(values: Sequence[Row]) -> list[str]:
    unread = {"group", "x", "y", "href", "dashed"}
    return list(dict.fromkeys(f"{name}:N" for row in values for name in row if name not in unread))


def _ends(points: Sequence[Point], axes: Axes, lit: object) -> list[altair.LayerChart | altair.Chart]:
    """The lines' names at their ends, moved apart, each with a dot in its line's colour."""
    import altair as alt  # noqa: PLC0415

    known = [p for p in points if p.y is not None]
    if not known:
        return []
    last = {p.line: p for p in known}
    ends = {line: p.y or 0.0 for line, p in last.items()}
    values = [p.y or 0.0 for p in known]
    lowest = min(values) if axes.logarithmic else 0.0
    places = beside_lines(ends, lowest, max(values), logarithmic=axes.logarithmic, height=LOWEST)
    shown = axes.names or {}
    rows = [
        {"line": line, "group": line, "x": p.x, "end": p.y, "at": at, "y": places[line], "name": shown.get(line, line)}
        for (line, p), at in zip(last.items(), _columns(list(last.values()), known), strict=True)
    ]
    order = list(dict.fromkeys(p.line for p in points))
    base = seen(rows).encode(opacity=lit)  # type: ignore[arg-type]
    end = alt.Y("end:Q", title=axes.y)
    dots = base.mark_point(filled=True, size=42, opacity=1).encode(x=_x(axes), y=end, color=_color(order, axes))
    text = base.mark_text(
        align="left", dx=9, baseline="middle", color=INK, limit=alt.ExprRef("width < 480 ? 84 : 190")
    ).encode(x=_x(axes, "at"), y=_y(axes), text="name:N")
    early = base.transform_filter("datum.x != datum.at").mark_rule(color=SOFT, strokeWidth=0.75)
    leaders = early.encode(x=_x(axes), x2="at", y=end, y2="y:Q")
    return [*([leaders] if any(row["x"] != row["at"] for row in rows) else []), dots, text]


def _columns(last: Sequence[Point], points: Sequence[Point]) -> list[str | float]:
    """Where the names stand: of lines that end near the right edge all at the edge, of others at their ends."""
    places = shares([_at(p.x) for p in last], [_at(p.x) for p in points])
    edge = max((p.x for p in points), key=_at)
    return [edge if share >= NEAR else p.x for p, share in zip(last, places, strict=True)]
