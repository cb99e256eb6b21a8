"""Who uses a technique: a dot where a project does, the most used techniques above."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from graph.model import Table
from viz.language import say
from viz.legend import COMMUNITY_COLORS
from viz.vega.bars import names_axis
from viz.vega.base import layered, of
from viz.vega.drawn import Drawn, Look
from viz.vega.theme import INK, RULE, SOFT
from viz.vega.values import names, shorts

if TYPE_CHECKING:
    import altair

WIDTH, ROW = 860, 26
MOST_ROWS, MOST_COLUMNS = 40, 40
Row = Mapping[str, object]


def draw(table: Table, _: Look) -> Drawn:
    """The matrix of an answer of `technique-adoption`."""
    rows = table.records()
    uses: dict[str, int] = {}
    for row in rows:
        for name in names(row["names"]):
            uses[name] = uses.get(name, 0) + 1
    columns = sorted(uses, key=lambda name: (-uses[name], name))
    kept = shorts(columns[:MOST_COLUMNS])
    cells = [
        {"technique": row["technique"], "project": project, "name": kept[project], "domains": row["domains"]}
        for row in rows[:MOST_ROWS] for project in names(row["names"]) if project in kept
    ]  # fmt: skip
    counts = [{"technique": row["technique"], "words": f"{row['projects']}"} for row in rows[:MOST_ROWS]]
    return Drawn(
        _chart(cells, counts, list(kept.values())),
        "width",
        notes=_notes(rows, columns),
        means=(say("chart.uses"),),
    )


def _notes(rows: Sequence[Row], columns: Sequence[str]) -> tuple[str, ...]:
    notes = [say("chart.techniques", n=len(rows) - MOST_ROWS)] if len(rows) > MOST_ROWS else []
    if len(columns) > MOST_COLUMNS:
        notes.append(say("chart.fewerTechniques", n=len(columns) - MOST_COLUMNS))
    return tuple(notes)


def _chart(cells: Sequence[Row], counts: Sequence[Row], columns: Sequence[str]) -> altair.LayerChart:
    import altair as alt  # noqa: PLC0415 - slow to import

    order = [str(row["technique"]) for row in counts]
    y = alt.Y("technique:N", title=None, sort=order, axis=names_axis())
    axis = alt.Axis(
        orient="top",
        labelAngle=-50,
        labelColor=INK,
        domain=False,
        ticks=False,
        labelLimit=150,
        grid=True,
        gridColor=RULE,
    )
    x = alt.X("name:N", title=None, scale=alt.Scale(domain=["", *columns]), axis=axis)
    dots = (
        of(cells)
        .mark_point(filled=True, size=110, color=COMMUNITY_COLORS[0], opacity=1)
        .encode(x=x, y=y, tooltip=["technique:N", "project:N", "domains:N"])
    )
    rules = of(counts).mark_rule(color=RULE).encode(y=y)
    words = of(counts).mark_text(align="left", color=SOFT).encode(x=alt.value(4), y=y, text="words:N")
    return layered([rules, dots, words], WIDTH, ROW * max(len(order), 3))
