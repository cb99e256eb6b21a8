"""Growth of projects or domains as bars to both sides of zero; unknown growth is named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.model import Table
from viz.cells import tip
from viz.language import say, termed, translated
from viz.vega.bars import Bar, bars
from viz.vega.drawn import Drawn, Look
from viz.vega.values import number, page, shorts

MOST = 60
Row = Mapping[str, object]


def draw(table: Table, look: Look) -> Drawn:
    """The bars of an answer of `growth`, the fastest first."""
    rows = table.records()
    known = [row for row in rows if number(row["relative"]) is not None]
    of_projects = look.asked.get("of", "project") == "project"
    names = shorts([str(row["name"]) for row in known])
    drawn = [_bar(row, names[str(row["name"])], of_projects=of_projects) for row in known[:MOST]]
    own = {bar.group: look.colors[bar.group] for bar in drawn if bar.group in look.colors}
    title = say(
        "chart.change",
        metric=termed(str(look.asked.get("metric", "openrank"))),
        definition=translated(_definition(rows)),
    )
    return Drawn(bars(drawn, title, form="+.0%", two_sided=True, colors=own), "width", notes=_notes(rows, known))


def _bar(row: Row, name: str, *, of_projects: bool) -> Bar:
    kept = ("name", "month", "value", "before", "absolute", "relative", "projects", "source")
    href = page(row["name"]) if of_projects else ""
    return Bar(name, number(row["relative"]) or 0.0, tip(row, kept), href, str(row["name"]).lower())


def _definition(rows: Sequence[Row]) -> str:
    return str(rows[0]["definition"]) if rows else ""


def _notes(rows: Sequence[Row], known: Sequence[Row]) -> tuple[str, ...]:
    unknown = [str(row["name"]) for row in rows if number(row["relative"]) is None]
    notes = [say("chart.growthUnknown", names=say("page.comma").join(unknown))] if unknown else []
    if len(known) > MOST:
        notes.append(say("chart.fastest", most=MOST, n=len(known)))
    return tuple(notes)
