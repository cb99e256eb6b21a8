"""A measure of each domain over time, with the dated events of the field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from graph.model import Table
from viz.cells import tip
from viz.charts.openrank_series import LOG
from viz.language import month, say
from viz.vega.drawn import Ask, Drawn, Look, Option
from viz.vega.happenings import Happening, happening, told
from viz.vega.lines import TALL, Axes, Leap, Point, alone, legend, lines
from viz.vega.values import number, some, sure

OPTIONS = (Option("scale", "Scale", ("linear", LOG)),)
MOST = 12
TOLD = 8
"""So many steps are told below the chart."""
Row = Mapping[str, object]


def beside(asked: Mapping[str, object]) -> dict[str, Ask]:
    """The dated events of the same window."""
    window = {name: asked[name] for name in ("from", "to") if asked.get(name)}
    return {"events": Ask("events", {**window, "limit": 1000})}


def draw(table: Table, look: Look) -> Drawn:
    """The lines of an answer of `domain-curves`: the largest twelve domains, the others named below."""
    rows = table.records()
    order = _largest(rows)
    shown = [row for name in order[:MOST] for row in rows if row["domain"] == name]
    axes = Axes("", _title(look, rows), logarithmic=look.options.get("scale") == LOG)
    steps = _steps(shown)
    leaps = [_leap(one, two) for one, two in steps]
    points = _broken(shown, leaps)
    events = _events(look, shown)
    drawn = lines(points, axes, events, leaps)
    notes = (*_changes(steps), *alone(points, axes), *_notes(shown, order), *told(events))
    return Drawn(drawn, groups=legend(points, axes), notes=notes, tall=TALL)


def _steps(rows: Sequence[Row]) -> list[tuple[Row, Row]]:
    """Two values of a domain, one after the other, that are sums over different numbers of projects."""
    return [
        (one, two)
        for one, two in pairwise(rows)
        if one["domain"] == two["domain"] and one["projects"] != two["projects"]
    ]


def _leap(one: Row, two: Row) -> Leap:
    ends = ((_day(row["period"]), sure(row["value"])) for row in (one, two))
    return Leap(str(one["domain"]), *ends)


def _changes(steps: Sequence[tuple[Row, Row]]) -> tuple[str, ...]:
    """What dashes mean, and of which steps: how many projects have a value before and after each."""
    said = [
        say(
            "chart.step",
            domain=two["domain"],
            month=month(two["period"]),
            before=one["projects"],
            after=two["projects"],
        )
        for one, two in steps
    ]
    return (say("chart.dashed", steps=some(said, TOLD)),) if said else ()


def _broken(rows: Sequence[Row], leaps: Sequence[Leap]) -> list[Point]:
    """The points of the lines, with an empty one in each leap, where the line breaks."""
    begins = {(leap.line, leap.start[0]) for leap in leaps}
    points = []
    for row in rows:
        point = _point(row)
        points.append(point)
        if (point.line, point.x) in begins:
            points.append(Point(point.line, f"{str(point.x)[:8]}15", None, {}))
    return points


def _largest(rows: Sequence[Row]) -> list[str]:
    total: dict[str, float] = {}
    for row in rows:
        total[str(row["domain"])] = total.get(str(row["domain"]), 0.0) + sure(row["value"])
    return sorted(total, key=lambda name: (-total[name], name))


def _title(look: Look, rows: Sequence[Row]) -> str:
    metric = {"openrank": "OpenRank"}.get(str(look.asked.get("metric")), str(look.asked.get("metric") or "value"))
    mean = say("chart.meanMonth") if look.asked.get("by") == "year" else ""
    sums = any(row["how"] == "sum of its projects" for row in rows)
    return f"{metric}{mean}{say('chart.summed') if sums else ''}"


def _day(period: object) -> str:
    return f"{period}-01-01"[:10] if len(str(period)) == len("2025") else f"{period}-01"


def _point(row: Row) -> Point:
    kept = ("domain", "period", "value", "how", "projects", "members", "sources")
    return Point(str(row["domain"]), _day(row["period"]), number(row["value"]), tip(row, kept))


def _notes(shown: Sequence[Row], order: Sequence[str]) -> tuple[str, ...]:
    summed = [row for row in shown if row["projects"] is not None]
    last = {row["domain"]: row for row in summed}
    some, all_of = (
        sum(int(sure(r["projects"])) for r in last.values()),
        sum(int(sure(r["members"])) for r in last.values()),
    )
    notes = [say("chart.someHaveValues", n=some, all=all_of)] if last else []
    if len(order) > MOST:
        notes.append(say("chart.smallerDomains", n=len(order) - MOST, names=say("page.comma").join(order[MOST:])))
    return tuple(notes)


def _events(look: Look, rows: Sequence[Row]) -> list[Happening]:
    """The dated events between the first and the last month that is drawn; one known by its year alone is left out."""
    days = sorted(_day(row["period"]) for row in rows)
    return [
        happening(event, f"{event['date']}-01"[:10])
        for event in look.rows("events")
        if len(str(event["date"])) >= len("2025-01") and days and days[0][:7] <= str(event["date"])[:7] <= days[-1][:7]
    ]
