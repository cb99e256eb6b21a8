"""The landscape as areas within areas: layers, domains, projects; size is OpenRank, colour is growth."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from graph.model import Table
from viz.language import month, say, translated
from viz.vega.base import layered, of
from viz.vega.drawn import Drawn, Look
from viz.vega.theme import INK, LEAD_COLORS, PAPER, RULE, SOFT, SUNK, mixed, on
from viz.vega.treemap import Box, squarified
from viz.vega.values import cut, number, page, some, sure

if TYPE_CHECKING:
    import altair

WIDTH, HEIGHT = 1100, 640
SHAPES = {"wide": (1.9, 1.0), "tall": (1.0, 2.2)}
"""The page's proportions for which places are found; the browser takes those that suit."""
EDGE = 0.004
HEADS = {"wide": (0.036, 0.03), "tall": (0.045, 0.038)}
"""Of the page's shorter side, what is left for the names of layers and domains."""
TALL = 900
NAMED = 12
"""So many projects are named that have no size."""
FASTEST = 0.5
"""Growth from which on colours are full, to both sides."""
Row = Mapping[str, object]


def draw(table: Table, look: Look) -> Drawn:
    """The map of an answer of `landscape-map`."""
    rows = table.records()
    weighed = _weighed(rows)
    areas = [area for shape in SHAPES for area in _areas(weighed, shape)]
    return Drawn(_chart(areas), notes=_notes(rows), means=_means(rows, look.asked.get("month")), tall=TALL)


def _weighed(rows: Sequence[Row]) -> list[dict[str, object]]:
    """The rows with `weight`: OpenRank over twelve months, or twelve times the mean month; else the least known."""
    known = [w for row in rows if (w := _size(row)) is not None]
    least = max(min(known, default=1.0), sum(known) / 4000 if known else 1.0)
    return [{**row, "weight": max(_size(row) or least, least), "sized": _size(row) is not None} for row in rows]


def _size(row: Row) -> float | None:
    if (summed := number(row["openrank_12m"])) is not None:
        return summed
    mean = number(row["mean_month"])
    return None if mean is None else 12 * mean


def _areas(rows: Sequence[Row], shape: str) -> Iterator[dict[str, object]]:
    """Layers, domains and projects of one shape, each with its corners as shares of the page."""
    across, down = SHAPES[shape]
    layer_head, domain_head = HEADS[shape]
    for layer, box, of_layer in _parts(rows, "layer", Box(0, 0, across, down)):
        yield _area("layer", layer, box, shape)
        for domain, inner, members in _parts(of_layer, "domain", box.within(EDGE, layer_head)):
            yield _area("domain", domain, inner, shape)
            inside = inner.within(EDGE, domain_head)
            tiles = squarified([sure(row["weight"]) for row in members], inside)
            for row, tile in zip(members, tiles, strict=True):
                yield {**_area("project", str(row["project"]), tile, shape), **_told(row)}


def _parts(rows: Sequence[Row], by: str, box: Box) -> list[tuple[str, Box, list[Row]]]:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(str(row[by]), []).append(row)
    boxes = squarified([sum(sure(row["weight"]) for row in group) for group in groups.values()], box)
    return [(name, part, group) for (name, group), part in zip(groups.items(), boxes, strict=True)]


def _area(kind: str, name: str, box: Box, shape: str) -> dict[str, object]:
    across, down = SHAPES[shape]
    corners = {"x": box.x / across, "x2": box.x2 / across, "y": box.y / down, "y2": box.y2 / down}
    return {"kind": kind, "name": name, "short": cut(name, 24), "shape": shape, **corners}


def _told(row: Row) -> dict[str, object]:
    growth = number(row["growth"])
    kept = ("repository", "layer", "domain", "created", "openrank_12m", "mean_month", "month")
    pace = None if growth is None else max(-FASTEST, min(FASTEST, growth))
    grown = say("value.unknown") if growth is None else f"{growth:+.0%}"
    return {
        **{key: row[key] for key in kept},
        "growth": grown,
        "pace": pace,
        "ink": INK if pace is None else on(of_pace(pace)),
        "sized": row["sized"],
        "href": page(row["repository"]),
    }


def of_pace(pace: float) -> str:
    """The colour of a project that grows by `pace`, as the chart's scale has it."""
    falling, still, rising = LEAD_COLORS
    return mixed(rising if pace > 0 else falling, still, abs(pace) / FASTEST)


def _notes(rows: Sequence[Row]) -> tuple[str, ...]:
    unsized = [str(row["project"]) for row in rows if _size(row) is None]
    still = sum(1 for row in rows if number(row["growth"]) is None)
    notes = [say("chart.growthOf", n=still, all=len(rows))] if still else []
    if unsized:
        notes.append(say("chart.sizeUnknown", n=len(unsized), names=some(unsized, NAMED)))
    left_out = max((int(sure(row["left_out"])) for row in rows), default=0)
    return (*notes, say("chart.leftOut", n=left_out)) if left_out else tuple(notes)


def _means(rows: Sequence[Row], asked: object) -> tuple[str, ...]:
    """What area and colour mean; nothing of colour where no project has a series."""
    area = say("chart.areaAsOf", month=month(asked)) if asked else say("chart.area")
    told = dict.fromkeys((str(row["definition"]), str(row["preset"])) for row in rows if row["definition"])
    return (area, *(say("chart.colorBy", definition=translated(made), preset=preset) for made, preset in told))


def _chart(areas: Sequence[Row]) -> altair.LayerChart:
    import altair as alt  # noqa: PLC0415 - slow to import

    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, 1], nice=False, zero=False))
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[1, 0], nice=False, zero=False))
    base = (
        of(areas)
        .transform_filter("datum.shape == (width > 620 ? 'wide' : 'tall')")
        .encode(x=x, x2="x2:Q", y=y, y2="y2:Q")
    )
    layers = (
        base.transform_filter("datum.kind != 'project'")
        .mark_rect(fill=SUNK, stroke=PAPER, strokeWidth=2)
        .encode(tooltip="name:N")
    )
    tips = [
        "name:N",
        "repository:N",
        "layer:N",
        "domain:N",
        "created:N",
        "openrank_12m:N",
        "mean_month:N",
        "growth:N",
        "month:N",
    ]
    dash = alt.when("datum.sized").then(alt.value([1, 0])).otherwise(alt.value([3, 3]))
    tiles = base.encode(href="href:N", strokeDash=dash, tooltip=tips).transform_filter("datum.kind == 'project'")
    grown = tiles.transform_filter("isValid(datum.pace)").mark_rect(cornerRadius=3, stroke=PAPER, strokeWidth=1)
    others = tiles.transform_filter("!isValid(datum.pace)").mark_rect(
        cornerRadius=3, fill=PAPER, stroke=RULE, strokeWidth=1
    )
    room = alt.ExprRef("max(30, (datum.x2 - datum.x) * width - 8)")
    heads = base.transform_filter("datum.kind != 'project' && (datum.x2 - datum.x) * width > 40").mark_text(
        align="left", baseline="top", dx=4, dy=4, limit=room, fontSize=alt.ExprRef("datum.kind == 'layer' ? 13 : 11")
    )
    ink = alt.when("datum.kind == 'layer'").then(alt.value(INK)).otherwise(alt.value(SOFT))
    named = heads.encode(text="name:N", x2=alt.Undefined, y2=alt.Undefined, color=ink)
    return layered([layers, others, grown.encode(color=_growth()), named, _names(base)], WIDTH, HEIGHT)


def _growth() -> altair.Color:
    import altair as alt  # noqa: PLC0415

    scale = alt.Scale(domain=[-FASTEST, 0, FASTEST], range=list(LEAD_COLORS), interpolate="rgb")
    legend = alt.Legend(
        orient="bottom",
        format="+.0%",
        title=say("chart.growth"),
        direction="horizontal",
        gradientLength=180,
        gradientThickness=8,
    )
    return alt.Color("pace:Q", scale=scale, legend=legend)


def _names(base: altair.Chart) -> altair.Chart:
    """The names of the tiles that have room for them."""
    import altair as alt  # noqa: PLC0415

    room = "(datum.x2 - datum.x) * width > 30 && (datum.y2 - datum.y) * height > 15"
    made: altair.Chart = (
        base.transform_filter(f"datum.kind == 'project' && {room}")
        .mark_text(
            align="left", baseline="top", dx=4, dy=4, fontSize=11, limit=alt.ExprRef("(datum.x2 - datum.x) * width - 7")
        )
        .encode(
            text="short:N",
            color=alt.Color("ink:N", scale=None),
        )
    )
    return made
