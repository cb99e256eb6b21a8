"""Ranks month by month as crossing lines, played through time; or the measure itself over the same months."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from graph.calendar import periods
from graph.model import Table
from viz.charts.openrank_series import history
from viz.language import say
from viz.vega.base import layered, of
from viz.vega.compiled import FRAME
from viz.vega.drawn import Drawn, Look, Option
from viz.vega.lines import HEIGHT, WIDTH, colors
from viz.vega.lines import months as months_axis
from viz.vega.theme import INK, PAPER, RULE, SOFT, on
from viz.vega.values import names, page, shorts, some, sure

if TYPE_CHECKING:
    import altair

RANK, VALUE, LOG = "rank", "value", "log"
OPTIONS = (Option("show", "Show", (RANK, VALUE, LOG)),)
PILL, PILL_SIZE = "M-0.4,-0.8H0.4A0.8,0.8,0,0,1,0.4,0.8H-0.4A0.8,0.8,0,0,1,-0.4,-0.8Z", 350
"""A mark as low as a rank has room and as wide as two digits: those that reach beyond it cannot be read."""
NAMED = 12
"""So many projects that are not ranked are named."""
Row = Mapping[str, object]


def draw(table: Table, look: Look) -> Drawn:
    """The race of an answer of `rank-race`, to be played month by month; with `show=value` the trends behind it."""
    rows = table.records()
    if (shown := look.options.get("show", RANK)) != RANK:
        metric = {"openrank": "OpenRank"}.get(str(look.asked.get("metric")), str(look.asked.get("metric") or VALUE))
        return history(rows, Look({"scale": shown}), value="value", title=metric)
    months = _months(rows)
    drawn = [row for name in leaders(rows) for row in _run(name, rows, months)]
    return Drawn(_race(drawn, months, leaders(rows)), frames=months, notes=_notes(rows))


def leaders(rows: Sequence[Row]) -> list[str]:
    """The projects by their last rank, the best first; those that left the ranks by their best rank, after them."""
    best: dict[str, tuple[int, float]] = {}
    last = max((str(row["month"]) for row in rows), default="")
    for row in rows:
        name, rank = str(row["repository"]), sure(row["rank"])
        place = (0 if row["month"] == last else 1, rank)
        best[name] = min(best.get(name, place), place)
    return sorted(best, key=lambda name: (best[name], name))


def _months(rows: Sequence[Row]) -> list[str]:
    found = sorted({str(row["month"]) for row in rows})
    return list(periods(found[0], found[-1])) if found else []


def _run(name: str, rows: Sequence[Row], months: Sequence[str]) -> Iterator[dict[str, object]]:
    """The ranks of one project with an empty month wherever it was not among them, so that its line breaks there."""
    own = {str(row["month"]): row for row in rows if row["repository"] == name}
    first, last = min(own), max(own)
    for at, month in enumerate(months):
        if not first <= month <= last:
            continue
        row = own.get(month, {})
        told = {key: row[key] for key in ("value", "moved", "of", "source") if key in row}
        yield {"repository": name, "month": month, "rank": row.get("rank"), "at": at, "x": f"{month}-01", **told}


def _notes(rows: Sequence[Row]) -> tuple[str, ...]:
    found = defaultdict(set)
    for row in rows:
        found[str(row["preset"])].add(str(row["source"]))
    notes = [
        say("chart.defined", preset=preset, sources=say("page.comma").join(sorted(sources)))
        for preset, sources in found.items()
    ]
    counted = sorted({int(sure(row["of"])) for row in rows})
    if len(counted) > 1:
        notes.append(say("chart.ranksAmong", least=counted[0], most=counted[-1]))
    unranked = names(rows[0]["unranked_names"]) if rows else []
    if unranked:
        notes.append(say("chart.unranked", n=int(sure(rows[0]["unranked"])), names=some(unranked, NAMED)))
    return tuple(notes)


def _race(rows: list[dict[str, object]], months: list[str], order: Sequence[str]) -> altair.LayerChart:
    import altair as alt  # noqa: PLC0415 - slow to import

    found = colors(order)
    frame = alt.param(name=FRAME, value=max(len(months) - 1, 0))
    over = alt.selection_point(name="over", fields=["repository"], on="pointerover", nearest=True, clear="pointerout")
    depth = max((sure(row["rank"]) for row in rows), default=1)
    ends = [f"{month}-01" for month in (months[:1] + months[-1:])]
    base = (
        of(_values(rows, found))
        .transform_filter(f"datum.at <= {FRAME}")
        .encode(
            x=alt.X(
                "x:T",
                title=None,
                axis=months_axis([f"{month}-01" for month in months]),
                scale=alt.Scale(type="utc", domain=ends or alt.Undefined),
            ),
            y=alt.Y(
                "rank:Q",
                title=say("chart.rank"),
                scale=alt.Scale(domain=[depth + 0.5, 0.5], nice=False),
                axis=_ranks(depth),
            ),
            color=alt.Color(
                "repository:N", legend=None, scale=alt.Scale(domain=list(found), range=list(found.values()))
            ),
            opacity=alt.when(over).then(alt.value(1)).otherwise(alt.value(0.12)),
        )
    )
    tips = ["repository:N", "month:N", "rank:Q", "value:Q", "moved:Q", "of:Q", "source:N"]
    line = base.mark_line(strokeWidth=3, interpolate="monotone", strokeCap="round")
    dots = base.mark_point(filled=True, size=36, stroke=PAPER, strokeWidth=1).encode(tooltip=tips, href="href:N")
    return layered([line, dots.add_params(over), *_heads(base)], WIDTH, HEIGHT, frame)


def _values(rows: Sequence[Mapping[str, object]], found: Mapping[str, str]) -> list[dict[str, object]]:
    """The rows with the names, pages and inks of their repositories."""
    short = shorts(list(found))
    told = [(row, str(row["repository"])) for row in rows]
    return [{**row, "name": short[name], "href": page(name), "ink": on(found[name])} for row, name in told]


def _heads(base: altair.Chart) -> list[altair.Chart]:
    """At the month that is played: a mark for each project with its rank in it, and its name beside."""
    import altair as alt  # noqa: PLC0415

    head = base.transform_filter(f"datum.at == {FRAME}")
    disc = head.mark_point(filled=True, shape=PILL, size=PILL_SIZE, stroke=PAPER, strokeWidth=1.5)
    ranks = head.mark_text(fontSize=10, fontWeight="bold").encode(text="rank:Q", color=alt.Color("ink:N", scale=None))
    words = head.mark_text(align="left", dx=16, limit=alt.ExprRef("width < 480 ? 84 : 190"))
    return [disc, ranks, words.encode(text="name:N", color=alt.value(INK))]


def _ranks(depth: float) -> altair.Axis:
    import altair as alt  # noqa: PLC0415

    values = [1, *range(5, int(depth) + 1, 5)] if depth > 10 else list(range(1, int(depth) + 1))  # noqa: PLR2004
    return alt.Axis(
        values=values,
        format="d",
        domain=False,
        ticks=False,
        gridColor=RULE,
        labelColor=SOFT,
    )
