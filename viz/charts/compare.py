"""Projects side by side, measure by measure: a small bar for each project, unknown said so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from graph.model import Table
from viz.language import number as spoken
from viz.language import percent, say
from viz.vega.base import across, layered, of
from viz.vega.drawn import Ask, Drawn, Look
from viz.vega.lines import colors
from viz.vega.theme import INK, SOFT
from viz.vega.values import names, number, page, shorts

if TYPE_CHECKING:
    import altair

WIDTH, ROW = 860, 24
MEASURES = ("openrank", "growth", "stars", "contributors", "participants", "bus_factor")
"""What is compared; a bus factor comes from the answer beside."""
PERCENT = ("growth",)
MIDDLE, REACH = 0.5, 0.9
"""Where zero is in a measure that goes below it, and how far towards the edges its bars reach."""
LEFT = "width < 480 ? 120 : 190"
"""Pixels before the bars."""
Row = Mapping[str, object]


def beside(asked: Mapping[str, object]) -> dict[str, Ask]:
    """How few developers made half of the contributions, of each project."""
    window = {name: asked[name] for name in ("from", "to", "source", "bots") if asked.get(name)}
    return (
        {"bus_factor": Ask("bus-factor", {"repositories": asked["repositories"], **window})}
        if asked.get("repositories")
        else {}
    )


def panels(asked: Mapping[str, object]) -> tuple[Ask, ...]:
    """The views that stand below: series, where the developers come from, what they share, and what is told of each."""
    these = {"repositories": asked["repositories"]}
    window = {
        **these,
        **{name: asked[name] for name in ("from", "to", "source", "activity", "bots") if asked.get(name)},
    }
    return (
        Ask("openrank-series", these), Ask("star-history", these), Ask("growth", {**these, "by": "quarter"}),
        Ask("project-origins", {**window, "by": "organization"}), Ask("project-origins", {**window, "by": "country"}),
        Ask("overlap-sets", window),
    )  # fmt: skip


def painted(asked: Mapping[str, object]) -> dict[str, str]:
    """One colour for each project, in the order in which they were asked for, in all charts of the page."""
    return colors([name.lower() for name in names(asked.get("repositories"))])


def draw(table: Table, look: Look) -> Drawn:
    """The bars of an answer of `compare`: each measure on its own scale, from zero, the projects in one order."""
    rows = _with_bus_factor(table.records(), look)
    asked = names(look.asked.get("repositories"))
    order = sorted(
        (str(row["repository"]) for row in rows),
        key=lambda name: (asked.index(name) if name in asked else len(asked), name),
    )
    lines = [line for measure in MEASURES for line in _lines(measure, rows, order)]
    presets = ", ".join(dict.fromkeys(str(row["preset"]) for row in rows if row["preset"]))
    means = (
        say("chart.busFactor"),
        *((say("chart.openrankBy", preset=presets),) if presets else ()),
        *((say("chart.belowZero"),) if any(line.get("zero") for line in lines) else ()),
    )
    own = painted({"repositories": order}) | painted(look.asked)
    return Drawn(_chart(lines, {name: own[name.lower()] for name in order}), "width", means=means)


def _with_bus_factor(rows: Sequence[Row], look: Look) -> list[Row]:
    found = {row["repository"]: row["bus_factor"] for row in look.rows("bus_factor")}
    return [{**row, "bus_factor": found.get(row["repository"])} for row in rows]


def _lines(measure: str, rows: Sequence[Row], order: Sequence[str]) -> list[dict[str, object]]:
    """A heading, a bar for each project, and an empty line. Where one is below zero, zero is in the middle."""
    told = {str(row["repository"]): number(row[measure]) for row in rows}
    values = [value for value in told.values() if value is not None]
    most = max(map(abs, values), default=0.0) or 1.0
    zero, reach = (MIDDLE, MIDDLE * REACH) if any(value < 0 for value in values) else (0.0, 1.0)
    short = shorts(list(order))
    head: dict[str, object] = {"row": measure, "head": say(f"chart.compare.{measure}")}
    bars: list[dict[str, object]] = [
        {"row": f"{measure} {name}", "label": short[name], "repository": name, "measure": head["head"],
         "zero": zero, "share": (share := zero + reach * (told[name] or 0.0) / most), "right": max(zero, share),
         "known": told[name] is not None,
         "words": _words(measure, told[name]), "href": page(name)}
        for name in order
    ]  # fmt: skip
    return [head, *bars, {"row": f"{measure} end"}]


def _words(measure: str, value: float | None) -> str:
    if value is None:
        return say("value.unknown")
    return percent(value, signed=True) if measure in PERCENT else spoken(value if abs(value) < 100 else round(value))  # noqa: PLR2004


def _chart(lines: Sequence[Row], found: Mapping[str, str]) -> altair.LayerChart:
    import altair as alt  # noqa: PLC0415 - slow to import

    base = of(lines)
    y = alt.Y("row:N", title=None, sort=[str(line["row"]) for line in lines], axis=None)
    x = alt.X(
        "share:Q", axis=None, scale=alt.Scale(domain=[0, 1], range=[alt.ExprRef(LEFT), alt.ExprRef("width - 70")])
    )
    scale = alt.Scale(domain=list(found), range=list(found.values()))
    named = base.transform_filter("datum.label")
    tips = ["repository:N", "measure:N", "words:N"]
    bars = named.mark_bar(height={"band": 0.7}, cornerRadiusEnd=2).encode(
        x=x, x2="zero:Q", y=y, fill=alt.Fill("repository:N", legend=None, scale=scale), tooltip=tips, href="href:N"
    )  # fmt: skip
    zeros = (
        named.transform_filter("datum.zero > 0").mark_tick(thickness=1, size=ROW, color=SOFT).encode(x="zero:Q", y=y)
    )
    words = named.mark_text(align="left", dx=5).encode(
        x="right:Q", y=y, text="words:N", color=alt.when("datum.known").then(alt.value(INK)).otherwise(alt.value(SOFT))
    )
    labels = named.mark_text(align="right", dx=-8, color=INK, limit=alt.ExprRef("width < 480 ? 110 : 180")).encode(
        x=across(LEFT), y=y, text="label:N"
    )
    heads = (
        base.transform_filter("datum.head")
        .mark_text(align="left", fontWeight="bold", color=INK, baseline="middle")
        .encode(x=across("0"), y=y, text="head:N")
    )
    return layered([bars, zeros.encode(x="zero:Q", y=y), words, labels, heads], WIDTH, ROW * max(len(lines), 3))
