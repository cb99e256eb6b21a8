"""Stars against OpenRank: which projects are watched more than they are worked on, and the reverse."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from statistics import median

from graph.model import Table
from viz.cells import tip
from viz.language import say, translated
from viz.legend import COMMUNITY_COLORS, GREY, coloured
from viz.vega.drawn import Drawn, Look
from viz.vega.scatter import Plane, Spot, scatter
from viz.vega.values import page, shorts, sure

WATCHED, EVEN, WORKED = "watched more than worked on", "about even", "worked on more than watched"
COLORS = {WATCHED: COMMUNITY_COLORS[1], EVEN: GREY, WORKED: COMMUNITY_COLORS[0]}
EVEN_SHARE = 0.1
"""A lead of less than this share of all ranks is about even."""
Row = Mapping[str, object]


def draw(table: Table, _: Look) -> Drawn:
    """The plane of an answer of `attention-and-collaboration`, both axes logarithmic, parted at the medians."""
    rows = [row for row in table.records() if sure(row["stars"]) > 0 and sure(row["openrank"]) > 0]
    names = shorts([str(row["repository"]) for row in rows])
    spots = [_spot(row, names[str(row["repository"])], len(rows)) for row in rows]
    middles = [median(sure(row[key]) for row in rows) if rows else None for key in ("stars", "openrank")]
    plane = Plane(
        say("chart.stars"), say("chart.openrank"), x_kind="log", y_kind="log", x_parts=middles[0], y_parts=middles[1],
        corners=(translated("worked on, little watched"), "", "", translated("watched, little worked on")),
    )  # fmt: skip
    groups = coloured(Counter(spot.group for spot in spots), COLORS, "dot")
    return Drawn(scatter(spots, plane, COLORS), groups=groups, notes=_notes(table.records(), rows))


def _spot(row: Row, name: str, of: int) -> Spot:
    lead = sure(row["lead"])
    group = EVEN if abs(lead) < EVEN_SHARE * of else WATCHED if lead > 0 else WORKED
    kept = ("repository", "stars", "openrank", "stars_rank", "openrank_rank", "lead", "sources")
    told = tip(row, kept)
    return Spot(name, sure(row["stars"]), sure(row["openrank"]), abs(lead) + 1, group, told, page(row["repository"]))


def _notes(rows: Sequence[Row], shown: Sequence[Row]) -> tuple[str, ...]:
    notes = [say("chart.openrankBy", preset=rows[0]["preset"])] if rows else []
    if len(rows) > len(shown):
        notes.append(say("chart.zeroProjects", n=len(rows) - len(shown)))
    return tuple(notes)
