"""Which source tells of which months of which repositories, as bars over time; what is missing stays empty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from graph.calendar import following

if TYPE_CHECKING:
    import altair

WIDTH = 640
ROW = 16
PALETTE = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#999999")
"""Okabe-Ito: told apart by colour-blind readers too."""
READ, PART = "read", "read in part"


def coverage_chart(rows: Iterable[Mapping[str, object]]) -> altair.Chart:
    """Bars of the answer rows of the query `coverage`: a row per repository and source, a bar per run of months."""
    import altair as alt  # noqa: PLC0415 - slow to import

    bars = [bar for row in rows for bar in spans(row)]
    sources = sorted({bar["source"] for bar in bars})
    names = list(dict.fromkeys(bar["row"] for bar in bars))  # a row without bars is shown as well
    drawn: altair.Chart = (
        alt.Chart({"values": bars}, width=WIDTH, height=alt.Step(ROW))
        .mark_bar(height=ROW - 5)
        .encode(
            x=alt.X("from:T", title=None, axis=alt.Axis(grid=True)),
            x2="to:T",
            y=alt.Y("row:N", title=None, scale=alt.Scale(domain=names), axis=alt.Axis(labelLimit=300)),
            color=alt.Color("source:N", title="Source", scale=alt.Scale(domain=sources, range=list(PALETTE))),
            opacity=alt.Opacity("how:N", title=None, scale=alt.Scale(domain=[READ, PART], range=[1.0, 0.4])),
            tooltip=["row:N", "months:N", "how:N"],
        )
        .properties(title="Months covered, by repository and source")
    )
    return drawn


def spans(row: Mapping[str, object]) -> Iterator[dict[str, str]]:
    """The bars of one repository and source; one without months has an empty row, which shows the gap."""
    name, source = str(row["repository"]), str(row["source"])
    runs = row["spans"] if isinstance(row["spans"], list) else []
    empty = {"row": f"{name}  {source}", "source": source, "how": READ, "months": "none"}
    if not runs:
        yield empty
    for run in runs:
        months = str(run).removesuffix("?")
        first, _, last = months.partition("..")
        how = PART if str(run).endswith("?") else READ
        yield {**empty, "from": f"{first}-01", "to": f"{following(last)}-01", "months": months, "how": how}
