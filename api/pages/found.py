"""What a statement of one's own told, as a network and as a chart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graph import schema
from graph.model import Edge, Network, Node, Table
from viz.language import say
from viz.page_data import Panel
from viz.vega.bars import Bar, bars
from viz.vega.drawn import Drawn
from viz.vega.lines import Axes, Point, lines
from viz.vega.scatter import Plane, Spot, scatter
from viz.vega.values import cut, day, number

MOST_BARS, MOST_POINTS = 60, 2_000
_DATE = re.compile(r"\d{4}(-\d\d){0,2}")
COLOR = {"": schema.NODES["Repository"].color}


def graph_of(rows: Sequence[Sequence[object]]) -> Network:
    """The nodes and relationships that stand in `rows`, in lists, maps and paths as well, each once.

    Relationships whose ends are not both there are left out, and nodes of no kind of the schema.
    """
    nodes: dict[str, Node] = {}
    edges: dict[str, Edge] = {}
    for value in _values(rows):
        if "labels" in value:
            node = _node(value)
            if node is not None:
                nodes[str(value["id"])] = node
        else:
            ends = str(value["start"]), str(value["end"])
            edges[str(value["id"])] = Edge(*ends, str(value["type"]), facts=value["properties"])
    joined = tuple(edge for edge in edges.values() if edge.source in nodes and edge.target in nodes)
    return Network(tuple(nodes.values()), joined)


def _values(value: object) -> Iterator[Mapping[str, Any]]:
    """The nodes and relationships in `value`."""
    if isinstance(value, list | tuple):
        for item in value:
            yield from _values(item)
    elif isinstance(value, Mapping):
        if {"id", "properties"} <= value.keys():
            yield value
        else:
            yield from _values(list(value.values()))


def _node(value: Mapping[str, Any]) -> Node | None:
    label = next((name for name in value["labels"] if name in schema.NODES), None)
    if label is None:
        return None
    facts = {name: fact for name, fact in value["properties"].items() if name != "key"}
    title = facts.get(schema.NODES[label].title) or value["properties"].get("key") or value["id"]
    return Node(str(value["id"]), label, str(title), facts=facts)


def chart_panel(table: Table, x: str, y: str, kind: str) -> Panel | None:
    """The chart of two columns, the first that fit where none are named; None where no column has numbers."""
    names = [column.name for column in table.columns]
    y = y if y in names else next((column.name for column in table.columns if column.type in {"int", "float"}), "")
    x = x if x in names else next((name for name in names if name != y), y)
    records = [record for record in table.records() if number(record.get(y)) is not None]
    return Panel("console", f"{y}, {x}", "", _DRAWN[kind](records, x, y), table) if records else None


def _bars(records: Sequence[Mapping[str, object]], x: str, y: str) -> Drawn:
    drawn = [Bar(cut(str(row[x])), number(row[y]) or 0.0, {x: row[x], y: row[y]}) for row in records[:MOST_BARS]]
    notes = (say("console.firstOf", n=MOST_BARS, all=len(records)),) if len(records) > MOST_BARS else ()
    sides = any(bar.value < 0 for bar in drawn)
    return Drawn(bars(drawn, y, form=".3~s", two_sided=sides), fit="width", notes=notes)


def _line(records: Sequence[Mapping[str, object]], x: str, y: str) -> Drawn:
    time = all(_DATE.fullmatch(str(row[x])) for row in records)
    points = [Point(y, day(row[x]) if time else number(row[x]) or 0.0, number(row[y]), dict(row)) for row in records]
    return Drawn(lines(points[:MOST_POINTS], Axes(x, y, time=time)))


def _points(records: Sequence[Mapping[str, object]], x: str, y: str) -> Drawn:
    spots = [
        Spot(str(next(iter(row.values()))), number(row[x]) or 0.0, number(row[y]) or 0.0, tip=dict(row))
        for row in records[:MOST_POINTS]
        if number(row[x]) is not None
    ]
    return Drawn(scatter(spots, Plane(x, y), COLOR))


_DRAWN = {"bars": _bars, "line": _line, "points": _points}
