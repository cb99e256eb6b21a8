"""What projects share, as an UpSet chart (Lex et al. 2014): a row for each combination, its dots and its bar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from graph.model import Table
from viz.cells import tip
from viz.language import number, say
from viz.legend import COMMUNITY_COLORS
from viz.vega.base import across, layered, of, until, written
from viz.vega.drawn import Drawn, Look
from viz.vega.theme import INK, RULE
from viz.vega.values import names, shorts, sure

if TYPE_CHECKING:
    import altair

WIDTH, ROW, COLUMN, HEAD = 820, 30, 30, 18
Row = Mapping[str, object]


def draw(table: Table, look: Look) -> Drawn:
    """The chart of an answer of `overlap-sets`: those that share nobody left out."""
    rows = table.records()
    totals = dict(pair for row in rows for pair in zip(names(row["repositories"]), _counts(row["totals"]), strict=True))
    asked = [name for name in names(look.asked.get("repositories")) if name in totals]
    order = [*asked, *sorted(set(totals) - set(asked), key=lambda name: (-totals[name], name))]
    means = (say("chart.setBar"), say("chart.setName"))
    return Drawn(_chart(rows, order, totals), "width", means=means)


def _counts(value: object) -> list[int]:
    return [int(item) for item in value] if isinstance(value, list | tuple) else []


def _combinations(rows: Sequence[Row], order: Sequence[str], short: Mapping[str, str]) -> list[dict[str, object]]:
    """Each combination with its words and the pixels from its first dot to its last."""
    found = []
    for at, row in enumerate(rows):
        columns = sorted(order.index(name) for name in names(row["repositories"]))
        told = tip(row, ("developers", "logins", "organizations", "countries", "sources"))
        words = say("page.and").join(short[order[column]] for column in columns)
        ends = {"px": _pixels(columns[0]), "px2": _pixels(columns[-1]), "size": len(columns)}
        count = number(int(sure(row["developers"])))
        found.append({"at": at, "combination": words, "count": count, **told, **ends})
    return found


def _dots(rows: Sequence[Row], order: Sequence[str]) -> list[dict[str, object]]:
    return [
        {"at": at, "px": _pixels(column), "member": name in names(row["repositories"])}
        for at, row in enumerate(rows) for column, name in enumerate(order)
    ]  # fmt: skip


def _pixels(column: int) -> float:
    return COLUMN * (column + 0.5)


def _chart(rows: Sequence[Row], order: Sequence[str], totals: Mapping[str, int]) -> altair.LayerChart:
    import altair as alt  # noqa: PLC0415 - slow to import

    short = shorts(list(order))
    combinations = _combinations(rows, order, short)
    heads = [{"px": _pixels(at), "words": f"{short[name]}  {number(totals[name])}"} for at, name in enumerate(order)]
    y = alt.Y("at:O", title=None, axis=None)
    at, to = across("datum.px"), until("datum.px2")
    ink = alt.when("datum.member").then(alt.value(INK)).otherwise(alt.value(RULE))
    dots = of(_dots(rows, order)).mark_point(filled=True, size=120, opacity=1).encode(x=at, y=y, color=ink)
    tied = of([row for row in combinations if sure(row["size"]) > 1])
    links = tied.mark_rule(color=INK, strokeWidth=3).encode(x=at, x2=to, y=y)
    words = of(heads).mark_text(angle=305, align="left", baseline="middle", color=INK)
    names_ = words.encode(x=at, y=alt.value(-HEAD), text="words:N")
    return layered(
        [links, dots, *_bars(combinations, y, COLUMN * len(order) + 16), names_], WIDTH, ROW * max(len(combinations), 2)
    )


def _bars(combinations: Sequence[Row], y: altair.Y, left: float) -> list[altair.Chart]:
    import altair as alt  # noqa: PLC0415

    axis = alt.Axis(domain=False, ticks=False, tickCount=4, orient="bottom", **written())
    span = [left, alt.ExprRef("width - 40")]
    scale = alt.Scale(range=span, nice=False, zero=True)  # type: ignore[arg-type]
    x = alt.X("developers:Q", title=say("chart.developers"), scale=scale, axis=axis)
    over = alt.selection_point(name="over", fields=["at"], on="pointerover", clear="pointerout")
    lit = alt.when(over).then(alt.value(1)).otherwise(alt.value(0.35))
    tips = ["combination:N", "developers:Q", "logins:N", "organizations:N", "countries:N"]
    base = of(combinations).encode(y=y, x=x)
    bars = base.mark_bar(height=ROW - 12, color=COMMUNITY_COLORS[0], cornerRadiusEnd=2).encode(
        opacity=lit, tooltip=tips
    )
    return [bars.add_params(over), base.mark_text(align="left", dx=5, color=INK).encode(text="count:N")]
