"""What platforms can do, side by side: a full disc, a half one or a ring for each capability."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from graph.model import Table
from viz.language import say, translated
from viz.legend import COMMUNITY_COLORS
from viz.vega.bars import names_axis
from viz.vega.base import layered, of
from viz.vega.drawn import Drawn, Look
from viz.vega.theme import INK, RULE
from viz.vega.values import page, shorts

if TYPE_CHECKING:
    import altair

WIDTH, ROW = 720, 56
FULL, PARTIAL, NONE, UNTOLD = "full", "partial", "none", "not told"
_RADIUS = 9
HALF = f"M0,-{_RADIUS / 10}A{_RADIUS / 10},{_RADIUS / 10},0,0,1,0,{_RADIUS / 10}Z"
"""The right half of a disc, as a path of Vega's unit size."""
Row = Mapping[str, object]


def draw(table: Table, _: Look) -> Drawn:
    """The matrix of an answer of `features`; a pair of which the source tells nothing says so."""
    rows = table.records()
    platforms = list(dict.fromkeys(str(row["repository"]) for row in rows))
    told = {(row["feature"], row["repository"]): row for row in rows}
    names = shorts(platforms)
    cells = [
        {"feature": feature, "repository": platform, "name": names[platform], "href": page(platform),
         "level": str(told[feature, platform]["level"]) if (feature, platform) in told else UNTOLD}
        for feature in dict.fromkeys(str(row["feature"]) for row in rows) for platform in platforms
    ]  # fmt: skip
    means = (say("chart.discs"),)
    return Drawn(_chart(cells), "width", means=means, widest=260 + 280 * len(platforms))


def _chart(cells: Sequence[Row]) -> altair.LayerChart:
    import altair as alt  # noqa: PLC0415 - slow to import

    color = COMMUNITY_COLORS[0]
    features = list(dict.fromkeys(str(cell["feature"]) for cell in cells))
    axis = alt.Axis(orient="top", labelAngle=0, labelColor=INK, domain=False, ticks=False, labelLimit=110)
    base = of(cells).encode(
        x=alt.X("name:N", title=None, sort=None, axis=axis),
        y=alt.Y("feature:N", title=None, sort=None, axis=names_axis().copy()),
        tooltip=["feature:N", "repository:N", "level:N"], href="href:N",
    )  # fmt: skip
    ring = base.transform_filter(f"datum.level != '{UNTOLD}'").mark_point(
        size=330, fill="transparent", stroke=color, strokeWidth=2, opacity=1
    )
    full = base.transform_filter(f"datum.level == '{FULL}'").mark_point(size=330, filled=True, color=color, opacity=1)
    half = base.transform_filter(f"datum.level == '{PARTIAL}'").mark_point(
        shape=HALF, size=400, fill=color, stroke=None, opacity=1
    )
    untold = base.transform_filter(f"datum.level == '{UNTOLD}'").mark_text(text=translated(UNTOLD), fontStyle="italic")
    rules = (
        of([{"feature": feature} for feature in features])
        .mark_rule(color=RULE)
        .encode(y=alt.Y("feature:N", sort=None, bandPosition=1, title=None))
    )
    return layered([rules, ring, full, half, untold], WIDTH, ROW * max(len(features), 2))
