"""Horizontal bars with their names before and their values behind them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from viz.drawing import Group
from viz.language import number
from viz.legend import COMMUNITY_COLORS, coloured
from viz.vega.base import hidden, layered, seen, written
from viz.vega.theme import INK, RULE

if TYPE_CHECKING:
    import altair

WIDTH, ROW, LEAST = 860, 24, 3
ROOM = 0.07
FALLING = COMMUNITY_COLORS[1]
RISING = COMMUNITY_COLORS[0]


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its name, its value, what a pointer over it reads, its page, and the group that colours it."""

    name: str
    value: float
    tip: Mapping[str, object] = field(default_factory=dict)
    href: str = ""
    group: str = ""


def bars(
    drawn: Sequence[Bar],
    title: str,
    *,
    form: str = "",
    two_sided: bool = False,
    colors: Mapping[str, str] | None = None,
) -> altair.LayerChart:
    """A bar for each, in their order, with its value at its end; two-sided ones are coloured by their sign.

    Values are written by the format `form` of d3, or as pages write numbers.
    """
    import altair as alt  # noqa: PLC0415 - slow to import

    rows = [
        {**bar.tip, "label": bar.name, "x": bar.value, "words": number(bar.value), "group": bar.group, "href": bar.href}
        for bar in drawn
    ]
    tips = list(dict.fromkeys(f"{name}:N" for bar in drawn for name in bar.tip))
    base = seen(rows)
    y = alt.Y("label:N", title=None, sort=[bar.name for bar in drawn], axis=names_axis())
    axis = alt.Axis(**written(form), orient="top", tickCount=5, domain=False, ticks=False)
    x = alt.X("x:Q", title=title, axis=axis, scale=alt.Scale(domain=_domain(drawn), nice=False))
    blocks = base.mark_bar(height={"band": 0.72}, cornerRadiusEnd=2).encode(
        x=x, y=y, color=_color(colors, two_sided=two_sided), tooltip=tips, href="href:N"
    )
    words = base.encode(x=x, y=y, text=alt.Text("x:Q", format=form) if form else alt.Text("words:N"))
    right = words.transform_filter("datum.x >= 0").mark_text(align="left", dx=5, color=INK)
    left = words.transform_filter("datum.x < 0").mark_text(align="right", dx=-5, color=INK)
    return layered([blocks, right, *([left] if two_sided else [])], WIDTH, ROW * max(len(drawn), LEAST), hidden())


def _domain(drawn: Sequence[Bar]) -> list[float]:
    """From zero, or below it, to the longest bar, with room for the numbers at the ends."""
    low, high = min([0.0, *(bar.value for bar in drawn)]), max([0.0, *(bar.value for bar in drawn)])
    room = ROOM * ((high - low) or 1.0)
    return [low - room if low < 0 else 0.0, high + room if high > 0 or low == 0 else 0.0]


def groups(drawn: Sequence[Bar], colors: Mapping[str, str]) -> tuple[Group, ...]:
    """The legend of bars that are coloured by group, groups without a bar left out."""
    return coloured(Counter(bar.group for bar in drawn), colors, "square")


def names_axis() -> altair.Axis:
    """The axis of names: no line, ink, cut where the page is narrow."""
    import altair as alt  # noqa: PLC0415

    return alt.Axis(
        domain=False, ticks=False, labelColor=INK, labelLimit=alt.ExprRef("width < 480 ? 110 : 260"),
        gridColor=RULE, labelPadding=8,
    )  # fmt: skip


def _color(colors: Mapping[str, str] | None, *, two_sided: bool) -> object:
    import altair as alt  # noqa: PLC0415

    if colors:
        scale = alt.Scale(domain=list(colors), range=list(colors.values()))
        return alt.Color("group:N", scale=scale, title=None)
    if two_sided:
        return alt.when("datum.x < 0").then(alt.value(FALLING)).otherwise(alt.value(RISING))
    return alt.value(RISING)
