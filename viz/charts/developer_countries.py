"""Developers by country on a map of the world; those whose country is unknown stand beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from graph.model import Table
from viz.legend import COMMUNITY_COLORS, GREY
from viz.vega.base import layered, of
from viz.vega.drawn import Drawn, Look
from viz.vega.theme import INK, PAPER, RULE, SUNK
from viz.vega.values import number, sure
from viz.vega.world import outlines, places

if TYPE_CHECKING:
    import altair

WIDTH, HEIGHT = 1000, 520
NAMED = 8
UNKNOWN_AT = (-150.0, -38.0)
"""Where those whose country is unknown stand: in the empty south of the Pacific."""
Row = Mapping[str, object]


def draw(table: Table, _: Look) -> Drawn:
    """The map of an answer of `developer-countries`: a circle for each country, its area the developers there."""
    rows = table.records()
    placed = [_placed(row) for row in rows if str(row["code"]) in places() or row["code"] is None]
    missing = [
        f"{row['country']} ({row['developers']})" for row in rows if row["code"] and str(row["code"]) not in places()
    ]
    all_of = int(sure(rows[0]["all_developers"])) if rows else 0
    unknown = sum(int(sure(row["developers"])) for row in rows if row["code"] is None)
    notes = [f"{unknown} of {all_of} developers state no country that can be read"] if unknown else []
    if missing:
        notes.append(f"Too small for this map: {', '.join(missing)}")
    return Drawn(_chart(placed), notes=tuple(notes), means=("Area of a circle: developers who name the country",))


def _placed(row: Row) -> dict[str, object]:
    longitude, latitude = places().get(str(row["code"]), UNKNOWN_AT)
    count = int(sure(row["developers"]))
    kept = {
        "country": row["country"],
        "developers": count,
        "share": f"{number(row['share']) or 0:.1%} of {row['all_developers']}",
    }
    return {
        **kept,
        "longitude": longitude,
        "latitude": latitude,
        "known": row["code"] is not None,
        "words": f"{row['country']} {count}",
    }


def _chart(rows: Sequence[Row]) -> altair.LayerChart:
    import altair as alt  # noqa: PLC0415 - slow to import

    shapes = alt.InlineData(outlines(), format=alt.TopoDataFormat(type="topojson", feature="countries"))
    land = alt.Chart(shapes).mark_geoshape(fill=SUNK, stroke=RULE, strokeWidth=0.7)
    order = sorted(rows, key=lambda row: -sure(row["developers"]))
    named = {str(row["country"]) for row in order[:NAMED]} | {"unknown"}
    values = [{**row, "named": str(row["country"]) in named} for row in order]
    base = of(values).encode(longitude="longitude:Q", latitude="latitude:Q")
    size = alt.Size("developers:Q", legend=None, scale=alt.Scale(type="linear", zero=True, range=[0, 2600]))
    over = alt.selection_point(name="over", fields=["country"], on="pointerover", clear="pointerout")
    circles = base.mark_circle(stroke=PAPER, strokeWidth=1).encode(
        size=size, tooltip=["country:N", "developers:Q", "share:N"],
        color=alt.when("datum.known").then(alt.value(COMMUNITY_COLORS[0])).otherwise(alt.value(GREY)),
        opacity=alt.when(over).then(alt.value(0.8)).otherwise(alt.value(0.3)),
    ).add_params(over)  # fmt: skip
    words = base.transform_filter("datum.named && (width > 620 || datum.developers > 0)").mark_text(
        align="center", color=INK, stroke=PAPER, strokeWidth=3, strokeJoin="round", fontSize=11
    )
    names = [
        words.encode(text="words:N"),
        words.encode(text="words:N", stroke=alt.value(None)),
    ]
    sphere = alt.Chart(alt.sphere()).mark_geoshape(fill=None, stroke=RULE)
    return layered([sphere, land, circles, *names], WIDTH, HEIGHT).project("equalEarth")
