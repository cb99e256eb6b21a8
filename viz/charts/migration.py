"""Who went from one project to another, as flows between two columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from graph.model import Table
from viz.language import say
from viz.legend import GREY
from viz.vega.base import across, layered, of
from viz.vega.drawn import Drawn, Look
from viz.vega.flows import Block, Flow, blocks, ribbons
from viz.vega.lines import colors
from viz.vega.theme import INK, SOFT
from viz.vega.values import page, shorts, sure

if TYPE_CHECKING:
    import altair

WIDTH, LEAST, ROW = 900, 260, 22
MOST = 40
BAR = 0.012
Row = Mapping[str, object]


def draw(table: Table, look: Look) -> Drawn:
    """The flows of an answer of `migration`, from the main project of the first period to that of the second."""
    rows = table.records()
    flows = [_flow(row) for row in rows[:MOST]]
    placed = blocks(flows)
    periods = tuple(str(look.asked.get(name) or name) for name in ("first", "second"))
    notes = (say("chart.largestFlows", most=MOST, n=len(rows)),) if len(rows) > MOST else ()
    most = max((sum(1 for block in placed if block.column == side) for side in (0, 1)), default=0)
    means = (say("chart.flowWidth"), say("chart.flowColor"))
    return Drawn(_chart(flows, placed, periods, max(LEAST, ROW * most)), "width", notes=notes, means=means)


def _flow(row: Row) -> Flow:
    kept = {
        "from": row["from_repository"],
        "to": row["to_repository"],
        "developers": row["developers"],
        "examples": row["examples"],
    }
    return Flow(str(row["from_repository"]), str(row["to_repository"]), sure(row["developers"]), kept)


def _chart(flows: Sequence[Flow], placed: Sequence[Block], periods: Sequence[str], height: int) -> altair.LayerChart:
    import altair as alt  # noqa: PLC0415 - slow to import

    sources = [block.name for block in placed if block.column == 0]
    found = {**{block.name: GREY for block in placed}, **colors(sources)}
    color = alt.Color("source:N", legend=None, scale=alt.Scale(domain=list(found), range=list(found.values())))
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[1, -0.04], nice=False))
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, 1], nice=False, range=_middle()))
    over = alt.selection_point(name="over", fields=["flow"], on="pointerover", clear="pointerout")
    bands = (
        of(ribbons(flows, placed))
        .mark_area(interpolate="linear")
        .encode(
            x=x, y=y, y2="y2:Q", detail="flow:N", color=color, tooltip=["from:N", "to:N", "developers:Q", "examples:N"],
            opacity=alt.when(over).then(alt.value(0.55)).otherwise(alt.value(0.12)),
        )
        .add_params(over)
    )  # fmt: skip
    ends = of(_ends(placed))
    bars = ends.mark_rect().encode(x=x, x2="x2:Q", y=y, y2="y2:Q", color=color, href="href:N")
    room = alt.ExprRef("max(60, width * 0.24 - 12)")
    words = ends.encode(y=alt.Y("middle:Q", axis=None), text="words:N")
    left = words.transform_filter("datum.column == 0").mark_text(align="right", dx=-6, color=INK, limit=room)
    right = words.transform_filter("datum.column == 1").mark_text(align="left", dx=6, color=INK, limit=room)
    heads = of({"x": float(at), "y": -0.03, "words": period} for at, period in enumerate(periods))
    titles = heads.encode(y=y, text="words:N")
    first = titles.transform_filter("datum.x == 0").mark_text(align="left", baseline="bottom", color=SOFT)
    second = titles.transform_filter("datum.x == 1").mark_text(align="right", baseline="bottom", color=SOFT)
    names = [left.encode(x=alt.X("x:Q", axis=None)), right.encode(x=alt.X("x2:Q", axis=None))]
    return layered([bands, bars, *names, first.encode(x=across("0")), second.encode(x=across("width"))], WIDTH, height)


def _middle() -> list[altair.ExprRef]:
    import altair as alt  # noqa: PLC0415

    return [alt.ExprRef("width * 0.24"), alt.ExprRef("width * 0.76")]


def _ends(placed: Sequence[Block]) -> list[dict[str, object]]:
    names = shorts(list(dict.fromkeys(block.name for block in placed)))
    return [
        {"source": block.name, "column": block.column, "y": block.y, "y2": block.y2, "middle": (block.y + block.y2) / 2,
         "x": block.column * (1 - BAR), "x2": block.column * (1 - BAR) + BAR, "href": page(block.name),
         "words": f"{names[block.name]}  {block.amount:.0f}"}
        for block in placed
    ]  # fmt: skip
