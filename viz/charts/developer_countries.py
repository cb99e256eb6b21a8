"""Developers by country on a map of the world; those whose country is unknown stand beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import pi, sqrt
from typing import TYPE_CHECKING

from graph.model import Table
from viz.language import country, percent, say
from viz.language import number as spoken
from viz.legend import COMMUNITY_COLORS, GREY
from viz.vega.base import layered, of
from viz.vega.drawn import Drawn, Look
from viz.vega.theme import INK, PAPER, RULE, SUNK
from viz.vega.values import sure
from viz.vega.world import outlines, places

if TYPE_CHECKING:
    import altair

WIDTH, HEIGHT = 1000, 520
NAMED, NAMED_NARROW = 10, 2
LARGEST = 1800
UNKNOWN_AT = (-150.0, -38.0)
"""Where those whose country is unknown stand: in the empty south of the Pacific."""
Row = Mapping[str, object]


def draw(table: Table, _: Look) -> Drawn:
    """The map of an answer of `developer-countries`: a circle for each country, its area the developers there."""
    rows = table.records()
    placed = [_placed(row) for row in rows if str(row["code"]) in places() or row["code"] is None]
    missing = [
        f"{_called(row)} ({spoken(int(sure(row['developers'])))})"
        for row in rows
        if row["code"] and str(row["code"]) not in places()
    ]
    all_of = int(sure(rows[0]["all_developers"])) if rows else 0
    unknown = sum(int(sure(row["developers"])) for row in rows if row["code"] is None)
    notes = [say("chart.noCountry", n=unknown, all=all_of)] if unknown else []
    if missing:
        notes.append(say("chart.tooSmall", names=say("page.comma").join(missing)))
    return Drawn(_chart(placed), notes=tuple(notes), means=(say("chart.circles"),))


def _placed(row: Row) -> dict[str, object]:
    longitude, latitude = places().get(str(row["code"]), UNKNOWN_AT)
    name, count = _called(row), int(sure(row["developers"]))
    kept = {
        "country": name,
        "developers": count,
        "share": say("chart.shareOf", share=percent(sure(row["share"]), 1), all=row["all_developers"]),
    }
    return {
        **kept,
        "longitude": longitude,
        "latitude": latitude,
        "known": row["code"] is not None,
        "words": f"{name} {spoken(count)}",
    }


def _called(row: Row) -> str:
    """The country as the page calls it."""
    return say("value.unknown") if row["code"] is None else country(str(row["country"]), row["code"])


def _chart(rows: Sequence[Row]) -> altair.LayerChart:
    import altair as alt  # noqa: PLC0415 - slow to import

    shapes = alt.InlineData(outlines(), format=alt.TopoDataFormat(type="topojson", feature="countries"))
    land = alt.Chart(shapes).mark_geoshape(fill=SUNK, stroke=RULE, strokeWidth=0.7)
    sphere = alt.Chart(alt.sphere()).mark_geoshape(fill=None, stroke=RULE)
    return layered([sphere, land, *_circles(rows), *_unknown(rows)], WIDTH, HEIGHT).project("equalEarth")


def _circles(rows: Sequence[Row]) -> list[altair.Chart]:
    """A circle for each country, the largest ten named, what is unknown left out."""
    import altair as alt  # noqa: PLC0415

    order = sorted((row for row in rows if row["known"]), key=lambda row: -sure(row["developers"]))
    most = max((sure(row["developers"]) for row in order), default=1.0)
    values = [{**row, "place": at, "away": _radius(row, most) + 4} for at, row in enumerate(order)]
    base = of(values).encode(longitude="longitude:Q", latitude="latitude:Q")
    size = alt.Size("developers:Q", legend=None, scale=alt.Scale(domain=[0, most], range=[0, LARGEST], zero=True))
    over = alt.selection_point(name="over", fields=["country"], on="pointerover", clear="pointerout")
    lit = alt.when(over).then(alt.value(0.75)).otherwise(alt.value(0.25))
    circles = base.mark_circle(stroke=PAPER, strokeWidth=1, color=COMMUNITY_COLORS[0]).encode(
        size=size, tooltip=["country:N", "developers:Q", "share:N"], opacity=lit
    )
    words = base.transform_filter(f"datum.place < (width < 620 ? {NAMED_NARROW} : {NAMED})").encode(text="words:N")
    away = alt.ExprRef("datum.away")
    halo = words.mark_text(align="left", dx=away, stroke=PAPER, strokeWidth=3, strokeJoin="round", fontSize=11)
    return [circles.add_params(over), halo, words.mark_text(align="left", dx=away, color=INK, fontSize=11)]


def _radius(row: Row, most: float) -> float:
    return sqrt(LARGEST * sure(row["developers"]) / most / pi)


def _unknown(rows: Sequence[Row]) -> list[altair.Chart]:
    """Those whose country is unknown, as a grey square of no scale: most often they are more than all others."""
    found = [row for row in rows if not row["known"]]
    base = of(found).encode(
        longitude="longitude:Q", latitude="latitude:Q", tooltip=["country:N", "developers:Q", "share:N"]
    )
    square = base.mark_square(size=150, color=GREY, opacity=1)
    return [square, base.mark_text(align="left", dx=11, color=INK, fontSize=11).encode(text="words:N")] if found else []
