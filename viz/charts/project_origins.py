"""Where the developers of several projects come from, as one full bar per project; unknown stays in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from graph.model import Table
from viz.drawing import Group
from viz.language import percent, say
from viz.legend import COMMUNITY_COLORS, GREY, coloured
from viz.vega.bars import names_axis
from viz.vega.base import hidden, layered, seen
from viz.vega.drawn import Drawn, Look
from viz.vega.theme import PAPER, RULE
from viz.vega.values import names, page, shorts, sure

if TYPE_CHECKING:
    import altair

WIDTH, ROW = 860, 46
NAMED = 9
OTHER, UNKNOWN = "others", "unknown"
_OTHER_COLOR = "#65696F"
Row = Mapping[str, object]


def draw(table: Table, look: Look) -> Drawn:
    """The bars of an answer of `project-origins`: the most frequent nine named, then others, then unknown."""
    rows = table.records()
    colors = _colors(rows)
    asked = names(look.asked.get("repositories"))
    repositories = sorted(
        {str(row["repository"]) for row in rows},
        key=lambda name: (asked.index(name) if name in asked else len(asked), name),
    )
    parts = _parts(rows, colors, shorts(repositories))
    means = (say("chart.mentions"),)
    return Drawn(
        _chart(parts, colors, list(shorts(repositories).values())), "width", _groups(parts, colors), means=means
    )


def _colors(rows: Sequence[Row]) -> dict[str, str]:
    totals: dict[str, float] = {}
    for row in rows:
        if row["name"] != UNKNOWN:
            totals[str(row["name"])] = totals.get(str(row["name"]), 0.0) + sure(row["share"])
    order = sorted(totals, key=lambda name: (-totals[name], name))[:NAMED]
    return {**dict(zip(order, COMMUNITY_COLORS, strict=False)), OTHER: _OTHER_COLOR, UNKNOWN: GREY}


def _parts(rows: Sequence[Row], colors: Mapping[str, str], short: Mapping[str, str]) -> list[dict[str, object]]:
    """The parts of each bar in the legend's order, those that are not named added up."""
    found: dict[tuple[str, str], dict[str, object]] = {}
    for row in rows:
        group = str(row["name"]) if row["name"] in colors else OTHER
        repository = str(row["repository"])
        part = found.setdefault(
            (repository, group),
            {"repository": repository, "label": short[repository], "group": group, "developers": 0,
             "all_developers": row["all_developers"], "source": row["source"], "order": list(colors).index(group),
             "href": page(repository)},
        )  # fmt: skip
        part["developers"] = int(sure(part["developers"])) + int(sure(row["developers"]))
    return [{**part, "share": _share(part)} for part in found.values()]


def _share(part: Row) -> str:
    of = part["all_developers"]
    return say("chart.shareOf", share=percent(sure(part["developers"]) / max(sure(of), 1), 1), all=of)


def _groups(parts: Sequence[Row], colors: Mapping[str, str]) -> tuple[Group, ...]:
    counts = {name: sum(int(sure(part["developers"])) for part in parts if part["group"] == name) for name in colors}
    return coloured(counts, colors, "square")


def _chart(parts: Sequence[Row], colors: Mapping[str, str], labels: Sequence[str]) -> altair.LayerChart:
    import altair as alt  # noqa: PLC0415 - slow to import

    axis = alt.Axis(format=".0%", domain=False, ticks=False, tickCount=5, gridColor=RULE)
    over = alt.selection_point(name="over", fields=["group"], on="pointerover", clear="pointerout")
    bars = (
        seen(parts)
        .mark_bar(stroke=PAPER, strokeWidth=1, height={"band": 0.68})
        .encode(
            x=alt.X("developers:Q", stack="normalize", title=say("chart.shareOfDevelopers"), axis=axis),
            y=alt.Y("label:N", title=None, sort=list(labels), axis=names_axis()),
            color=alt.Color("group:N", title=None, scale=alt.Scale(domain=list(colors), range=list(colors.values()))),
            order=alt.Order("order:Q"), href="href:N",
            tooltip=["repository:N", "group:N", "developers:Q", "share:N", "source:N"],
            opacity=alt.when(over).then(alt.value(1)).otherwise(alt.value(0.3)),
        )
        .add_params(over)
    )  # fmt: skip
    return layered([bars], WIDTH, ROW * max(len(labels), 2), hidden())
