"""Projects that ended: a line from the first day to the last commit, with what is said of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from graph.model import Table
from viz.cells import cell, tip
from viz.language import say
from viz.legend import COMMUNITY_COLORS
from viz.vega.bars import names_axis
from viz.vega.base import layered, of
from viz.vega.drawn import Drawn, Look
from viz.vega.lines import months
from viz.vega.theme import INK, PAPER, SOFT
from viz.vega.values import cut, day, last_day, number, page, shorts

if TYPE_CHECKING:
    import altair

WIDTH, ROW, LEAST = 860, 56, 3
TOLD = ("repository", "created", "last_commit", "stars", "archived", "note", "succeeded_by")
Row = Mapping[str, object]


def draw(table: Table, _: Look) -> Drawn:
    """The lines of an answer of `graveyard`, the oldest above; what is not known of a project is left open."""
    rows = table.records()
    dated = [row for row in rows if row["created"]]
    undated = [str(row["repository"]) for row in rows if not row["created"]]
    open_end = [str(row["repository"]) for row in dated if not row["last_commit"]]
    notes = [say("chart.noCreation", names=say("page.comma").join(undated))] if undated else []
    if open_end:
        notes.append(say("chart.noEnd", names=say("page.comma").join(open_end)))
    means = tuple(say(f"chart.{mark}") for mark in ("ring", "cross", "faint"))
    return Drawn(_chart(_rows(dated)), "width", notes=tuple(notes), means=means)


def _rows(rows: Sequence[Row]) -> list[dict[str, object]]:
    names = shorts([str(row["repository"]) for row in rows])
    return [
        {"label": names[str(row["repository"])], "from": day(row["created"]), "from2": last_day(row["created"]),
         "to": day(row["last_commit"]) or None, "to2": last_day(row["last_commit"]) or None,
         "words": _words(row), "href": page(row["repository"]),
         **tip(row, TOLD)}
        for row in rows
    ]  # fmt: skip


def _words(row: Row) -> str:
    stars = say("chart.starCount", n=number(row["stars"])) if number(row["stars"]) is not None else ""
    note = cell(row["note"], "note") if row["note"] else ""
    return cut(
        say("page.comma").join(filter(None, (note, stars, say("chart.archived") if row["archived"] else ""))), 60
    )


def _chart(rows: Sequence[Row]) -> altair.LayerChart:
    import altair as alt  # noqa: PLC0415 - slow to import

    tips = [f"{name}:N" for name in TOLD]
    y = alt.Y("label:N", title=None, sort=[str(row["label"]) for row in rows], axis=names_axis())
    base = of(rows).encode(y=y, tooltip=tips, href="href:N")
    x = alt.X("from:T", title=None, scale=alt.Scale(type="utc"), axis=months(orient="top"))
    ended = base.transform_filter("datum.to")
    color = COMMUNITY_COLORS[1]
    life = ended.mark_rule(strokeWidth=5, color=color, opacity=0.75).encode(x=alt.X("from2:T"), x2="to:T")
    spans = base.mark_rule(strokeWidth=5, color=color, opacity=0.3)
    begins = spans.encode(x=x, x2="from2:T")
    ends = spans.transform_filter("datum.to").encode(x=alt.X("to:T"), x2="to2:T")
    ring = base.mark_point(size=80, fill=PAPER, stroke=color, strokeWidth=2, opacity=1).encode(x=x)
    cross = ended.mark_point(shape="cross", size=100, angle=45, filled=True, color=INK, opacity=1).encode(
        x=alt.X("to2:T")
    )
    room = alt.ExprRef("max(120, width * 0.6)")
    words = base.mark_text(align="left", dx=9, dy=-12, color=SOFT, fontSize=11, limit=room).encode(x=x, text="words:N")
    return layered([begins, life, ends, ring, cross, words], WIDTH, ROW * max(len(rows), LEAST))
