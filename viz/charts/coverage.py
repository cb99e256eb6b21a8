"""Which source tells of which months of which repositories, as bars over time; what is missing stays empty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from graph.calendar import following
from graph.model import Table
from viz.drawing import Group
from viz.language import say
from viz.legend import COMMUNITY_COLORS
from viz.vega.bars import names_axis
from viz.vega.base import hidden, layered, seen
from viz.vega.drawn import Drawn, Look
from viz.vega.lines import months

if TYPE_CHECKING:
    import altair

WIDTH = 860
ROW = 17
READ, PART = "read", "read in part"
Row = Mapping[str, object]


def draw(table: Table, _: Look) -> Drawn:
    """The bars of an answer of `coverage`: a row per repository and source, a bar per run of months."""
    rows = table.records()
    bars = [bar for row in rows for bar in spans(row)]
    colors = _colors(bars)
    counts = Counter(str(row["source"]) for row in rows)
    groups = tuple(Group(source, source, "square", color, counts[source]) for source, color in colors.items())
    return Drawn(_chart(bars, colors), "width", groups, means=(say("chart.partly"),), notes=_notes(rows))


def spans(row: Row) -> Iterator[dict[str, str]]:
    """The bars of one repository and source; one without months has an empty row, which shows the gap."""
    name, source = str(row["repository"]), str(row["source"])
    runs = row["spans"] if isinstance(row["spans"], list) else []
    empty = {"row": f"{name}  {source}", "group": source, "how": READ, "months": "none"}
    if not runs:
        yield empty
    for run in runs:
        months = str(run).removesuffix("?")
        first, _, last = months.partition("..")
        how = PART if str(run).endswith("?") else READ
        yield {**empty, "from": f"{first}-01", "to": f"{following(last)}-01", "months": months, "how": how}


def _colors(bars: Iterable[Mapping[str, str]]) -> dict[str, str]:
    sources = sorted({bar["group"] for bar in bars})
    return {source: COMMUNITY_COLORS[at % len(COMMUNITY_COLORS)] for at, source in enumerate(sources)}


def _notes(rows: Sequence[Row]) -> tuple[str, ...]:
    without = sum(1 for row in rows if not row["spans"])
    return (say("chart.noMonth", n=without, all=len(rows)),) if without else ()


def _chart(bars: Sequence[Mapping[str, str]], colors: Mapping[str, str]) -> altair.LayerChart:
    import altair as alt  # noqa: PLC0415 - slow to import

    names = list(dict.fromkeys(bar["row"] for bar in bars))  # a row without bars is shown as well
    base = seen(bars)
    blocks = base.mark_bar(height=ROW - 5).encode(
        x=alt.X("from:T", title=None, axis=months(orient="top"), scale=alt.Scale(type="utc")),
        x2="to:T",
        y=alt.Y("row:N", title=None, scale=alt.Scale(domain=names), axis=names_axis()),
        color=alt.Color(
            "group:N", title=say("chart.source"), scale=alt.Scale(domain=list(colors), range=list(colors.values()))
        ),
        opacity=alt.Opacity("how:N", title=None, scale=alt.Scale(domain=[READ, PART], range=[1.0, 0.4])),
        tooltip=["row:N", "months:N", "how:N"],
    )
    return layered([blocks], WIDTH, ROW * len(names), hidden())
