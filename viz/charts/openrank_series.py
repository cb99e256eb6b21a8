"""OpenRank of several repositories over time: linear or logarithmic, by the calendar or by age."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from graph.model import Table
from viz.language import say
from viz.vega.drawn import Ask, Drawn, Look, Option
from viz.vega.happenings import Happening, happening
from viz.vega.happenings import told as happened
from viz.vega.lines import TALL, Axes, Point, alone, colors, legend, lines
from viz.vega.values import names, number, page, short, shorts

LINEAR, LOG = "linear", "log"
CALENDAR, AGE = "calendar", "age"
OPTIONS = (Option("scale", "Scale", (LINEAR, LOG)), Option("align", "Align", (CALENDAR, AGE)))

APART = ("preset", "source")
"""What tells several series of one repository apart."""
Row = Mapping[str, object]


def draw(table: Table, look: Look) -> Drawn:
    """The lines of an answer of `openrank-series`, with the dated events of its repositories on them."""
    return history(table.records(), look, value="openrank", title=say("chart.openrankOfMonth"))


def beside(asked: Mapping[str, object]) -> dict[str, Ask]:
    """The dated events."""
    return {"events": Ask("events", {"limit": 1000})} if asked.get("repositories") else {}


def history(rows: Sequence[Row], look: Look, *, value: str, title: str) -> Drawn:
    """A line for each repository (and source, where there are several) of rows with months and a value."""
    aged = look.options.get("align") == AGE
    known = [row for row in rows if not aged or number(row.get("age")) is not None]
    points = [_point(name, row, value, aged=aged) for row, name in zip(known, named(known), strict=True)]
    last = {p.line: p.y or 0.0 for p in points}
    points.sort(key=lambda p: -last[p.line])
    logarithmic = look.options.get("scale") == LOG
    axes = Axes(
        say("chart.monthsOld") if aged else "", title, not aged, logarithmic, _names(points, known),
        colors=_colors(points, look), dashed=_further(points),
    )  # fmt: skip
    lacking = _silent(look, rows) + _left_out(rows, known) + alone(points, axes)
    notes = lacking + _zero(points, logarithmic=logarithmic) + _definitions(rows)
    events = _events(look, known, value, aged=aged)
    return Drawn(lines(points, axes, events), groups=legend(points, axes), notes=(*notes, *happened(events)), tall=TALL)


def named(rows: Sequence[Row]) -> list[str]:
    """The line of each row: its repository, with preset and source where a repository has several series."""
    told: dict[tuple[str, str], set[object]] = {}
    for row in rows:
        for key in APART:
            told.setdefault((str(row["repository"]), key), set()).add(row.get(key))
    return [_named(row, [key for key in APART if len(told[str(row["repository"]), key]) > 1]) for row in rows]


def _named(row: Row, apart: Sequence[str]) -> str:
    words = ", ".join(str(row.get(key)) for key in apart)
    return f"{row['repository']} ({words})" if words else str(row["repository"])


def _point(line: str, row: Row, value: str, *, aged: bool) -> Point:
    x = number(row["age"]) or 0.0 if aged else f"{row['month']}-01"
    told = {key: row[key] for key in ("gained", "rank", "age", "summed_since", "source") if row.get(key) is not None}
    tip = {"repository": row["repository"], "month": row["month"], value: row[value], **told}
    return Point(line, x, number(row[value]), tip, page(row["repository"]))


def _colors(points: Sequence[Point], look: Look) -> dict[str, str]:
    """The colour of each line: that of its project, as the page has it or by the order of the lines."""
    projects = {p.line: str(p.tip["repository"]) for p in points}
    found = colors(list(dict.fromkeys(projects.values())))
    return {line: look.colors.get(project.lower(), found[project]) for line, project in projects.items()}


def _further(points: Sequence[Point]) -> frozenset[str]:
    """The lines of projects that have one already: the series of fewer months, by another source."""
    months = Counter(p.line for p in points)
    first: dict[str, str] = {}
    projects = {p.line: str(p.tip["repository"]) for p in points}
    for line in sorted(projects, key=lambda line: (-months[line], line)):
        first.setdefault(projects[line], line)
    return frozenset(projects.keys() - first.values())


def _names(points: Sequence[Point], rows: Sequence[Row]) -> dict[str, str]:
    plain = shorts(list(dict.fromkeys(str(row["repository"]) for row in rows)))
    return {p.line: plain.get(p.line, short(p.line)) for p in points}


def _silent(look: Look, rows: Sequence[Row]) -> tuple[str, ...]:
    """Who was asked for and has no value at all, in a sentence."""
    told = {str(row["repository"]).lower() for row in rows}
    missing = [name for name in names(look.asked.get("repositories")) if name.lower() not in told]
    return (say("chart.silent", names=say("page.comma").join(missing)),) if missing else ()


def _left_out(rows: Sequence[Row], known: Sequence[Row]) -> tuple[str, ...]:
    missing = sorted({str(row["repository"]) for row in rows} - {str(row["repository"]) for row in known})
    return (say("chart.noCreation", names=say("page.comma").join(missing)),) if missing else ()


def _zero(points: Sequence[Point], *, logarithmic: bool) -> tuple[str, ...]:
    count = sum(1 for p in points if logarithmic and not p.y)
    return (say("chart.zeroMonths", n=count),) if count else ()


def _definitions(rows: Sequence[Row]) -> tuple[str, ...]:
    found = dict.fromkeys(str(row["preset"]) for row in rows if row.get("preset"))
    return (say("chart.openrankBy", preset=", ".join(found)),) if found else ()


def _events(look: Look, rows: Sequence[Row], value: str, *, aged: bool) -> list[Happening]:
    """The dated events of the repositories, each on its line in its month; those of other months are not drawn."""
    at = {(str(row["repository"]), str(row["month"])): (row, line) for row, line in zip(rows, named(rows), strict=True)}
    found = []
    for event in look.rows("events"):
        month = str(event["date"])[:7]
        row, line = at.get((str(event["subject"]), month), ({}, ""))
        if number(row.get(value)):
            x = number(row["age"]) or 0.0 if aged else f"{month}-01"
            found.append(happening(event, x, number(row[value]), line))
    return found
