"""Who went from one project to another, as flows between two columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from graph.model import Table
from viz.language import number, say
from viz.legend import GREY
from viz.vega.base import across, layered, of
from viz.vega.drawn import Drawn, Look
from viz.vega.flows import Block, Flow, blocks, ribbons
from viz.vega.labels import GAP, spread
from viz.vega.lines import colors
from viz.vega.theme import INK, SOFT
from viz.vega.values import page, shorts, sure

if TYPE_CHECKING:
    import altair

WIDTH, LEAST, ROW = 900, 260, 22
MOST = 40
BAR = 0.012
ROOM = "width * (width < 480 ? 0.36 : 0.24)"
"""Pixels for the names on either side, in which a narrow page has the more important part."""
Row = Mapping[str, object]


def draw(table: Table, look: Look) -> Drawn:
    """The flows of an answer of `migration`, from the main project of the first period to that of the second."""
    rows = table.records()
    flows = [_flow(row) for row in rows[:MOST]]
    placed = blocks(flows)
    periods = tuple(str(look.asked.get(name) or name) for name in ("first", "second"))
    most = max((sum(1 for block in placed if block.column == side) for side in (0, 1)), default=0)
    height = max(LEAST, ROW * most)
    means = (say("chart.flowWidth"), say("chart.flowColor"), say("chart.flowNumbers"))
    chart = _chart(_ends(placed, _totals(rows), height), periods, ribbons(flows, placed), height)
    return Drawn(chart, "width", notes=_notes(rows), means=means)


def _notes(rows: Sequence[Row]) -> tuple[str, ...]:
    """How many of all flows are drawn, and how many the table has."""
    flows = int(sure(rows[0]["flows"])) if rows else 0
    if flows <= min(len(rows), MOST):
        return ()
    drawn = say("chart.largestFlows", most=min(len(rows), MOST), n=flows)
    return (drawn, say("chart.flowsOfTable", n=len(rows)) if len(rows) < flows else say("chart.flowsAll"))


def _totals(rows: Sequence[Row]) -> dict[tuple[int, str], float]:
    """How many went from each project of the first column and came to each of the second, in all flows."""
    went = {(0, str(row["from_repository"])): sure(row["from_all"]) for row in rows}
    return went | {(1, str(row["to_repository"])): sure(row["to_all"]) for row in rows}


def _flow(row: Row) -> Flow:
    kept = {
        "from": row["from_repository"],
        "to": row["to_repository"],
        "developers": row["developers"],
        "examples": row["examples"],
    }
    return Flow(str(row["from_repository"]), str(row["to_repository"]), sure(row["developers"]), kept)


def _chart(ended: Sequence[Row], periods: Sequence[str], bent: Sequence[Row], height: int) -> altair.LayerChart:
    import altair as alt  # noqa: PLC0415 - slow to import

    sources = [str(end["source"]) for end in ended if end["column"] == 0]
    found = {**{str(end["source"]): GREY for end in ended}, **colors(sources)}
    color = alt.Color("source:N", legend=None, scale=alt.Scale(domain=list(found), range=list(found.values())))
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[1, -0.04], nice=False))
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, 1], nice=False, range=_middle()))
    over = alt.selection_point(name="over", fields=["flow"], on="pointerover", clear="pointerout")
    bands = (
        of(bent)
        .mark_area(interpolate="linear")
        .encode(
            x=x, y=y, y2="y2:Q", detail="flow:N", color=color, tooltip=["from:N", "to:N", "developers:Q", "examples:N"],
            opacity=alt.when(over).then(alt.value(0.55)).otherwise(alt.value(0.12)),
        )
        .add_params(over)
    )  # fmt: skip
    ends = of(ended)
    bars = ends.mark_rect().encode(x=x, x2="x2:Q", y=y, y2="y2:Q", color=color, href="href:N")
    room = alt.ExprRef(f"{ROOM} - 12")
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

    return [alt.ExprRef(ROOM), alt.ExprRef(f"width - {ROOM}")]


def _ends(placed: Sequence[Block], totals: Mapping[tuple[int, str], float], height: float) -> list[dict[str, object]]:
    """The blocks with their numbers and names beside them, moved apart where blocks are lower than a line of text.

    The number comes first: where there is too little room, it is the name whose end is left out.
    """
    names = shorts(list(dict.fromkeys(block.name for block in placed)))
    columns = [[block for block in placed if block.column == column] for column in (0, 1)]
    lines = [spread([(block.y + block.y2) / 2 for block in column], GAP / height) for column in columns]
    return [
        {"source": block.name, "column": block.column, "y": block.y, "y2": block.y2, "middle": middle,
         "x": block.column * (1 - BAR), "x2": block.column * (1 - BAR) + BAR, "href": page(block.name),
         "words": f"{_amount(block.amount, totals[block.column, block.name])}  {names[block.name]}"}
        for column, heights in zip(columns, lines, strict=True) for block, middle in zip(column, heights, strict=True)
    ]  # fmt: skip


def _amount(drawn: float, total: float) -> str:
    return say("chart.shareOf", share=int(drawn), all=int(total)) if total > drawn else number(int(drawn))
