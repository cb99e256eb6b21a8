"""Stars of several repositories over time: linear or logarithmic, by the calendar or by age."""

from __future__ import annotations

from dataclasses import replace

from graph.model import Table
from viz.charts import openrank_series
from viz.language import month, named, say
from viz.vega.drawn import Drawn, Look

STARS = "stars"
OPTIONS = openrank_series.OPTIONS
beside = openrank_series.beside
NEAR = ("openrank-series", "growth")


def draw(table: Table, look: Look) -> Drawn:
    """The lines of an answer of `star-history`; a sum that lacks what came before says since when it counts."""
    rows, metric = table.records(), str(look.asked.get("metric") or STARS)
    if metric.startswith(STARS):
        drawn = openrank_series.history(rows, look, value=STARS, title=say("chart.stars"))
    else:
        measured = [{**row, metric: row[STARS]} for row in rows]
        drawn = openrank_series.history(measured, look, value=metric, title=named(metric))
    since = sorted(
        {
            say("chart.since", name=row["repository"], month=month(row["summed_since"]))
            for row in rows
            if row["summed_since"]
        }
    )
    notes = (say("chart.sums", names=say("page.comma").join(since)),) if since else ()
    return replace(drawn, notes=(*drawn.notes, *notes))
