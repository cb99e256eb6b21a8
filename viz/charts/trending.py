"""Stars gained, by project, coloured by whether the project is young."""

from __future__ import annotations

from graph.model import Table
from viz.language import month, named, say
from viz.legend import COMMUNITY_COLORS, GREY
from viz.vega.bars import Bar, bars, groups
from viz.vega.drawn import Drawn, Look
from viz.vega.values import page, shorts, sure

MOST = 50
NEAR = ("growth", "momentum", "rank-race")
STARS = "stars"
YOUNG, OLDER, UNKNOWN = "created since then", "older", "date unknown"
COLORS = {YOUNG: COMMUNITY_COLORS[1], OLDER: COMMUNITY_COLORS[0], UNKNOWN: GREY}


def draw(table: Table, look: Look) -> Drawn:
    """The bars of an answer of `trending`, most stars first."""
    rows = table.records()
    since = str(look.asked.get("since") or "2024")
    names = shorts([str(row["repository"]) for row in rows])
    drawn = [
        Bar(
            names[str(row["repository"])],
            sure(row["gained"]),
            row,
            page(row["repository"]),
            _age(row["created"], since),
        )
        for row in rows[:MOST]
    ]
    metric = str(look.asked.get("metric") or STARS)
    title = say("chart.gained") if metric.startswith(STARS) else say("chart.gainedOf", metric=named(metric))
    notes = (say("chart.firstOf", most=MOST, n=len(rows)),) if len(rows) > MOST else ()
    return Drawn(
        bars(drawn, title, colors=COLORS), "width", groups(drawn, COLORS), notes=notes,
        means=(say("chart.young", since=month(since)),),
    )  # fmt: skip


def _age(created: object, since: str) -> str:
    return UNKNOWN if not created else YOUNG if str(created) >= since else OLDER
