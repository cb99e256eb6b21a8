"""What a statement of one's own told, as a network and as a chart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graph import schema
from graph.claims import BOOKS
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

    Relationships of one type between the same nodes are one edge, with all of them as its evidence. Those whose ends
    are not both there are left out, and nodes of no kind of the schema.
    """
    found = {str(value["id"]): value for value in _values(rows)}
    nodes = {key: node for key, value in found.items() if "labels" in value and (node := _node(value))}
    ties: dict[tuple[str, str, str], list[Mapping[str, object]]] = {}
    for value in found.values():
        if "type" in value and {str(value["start"]), str(value["end"])} <= nodes.keys():
            tie = str(value["start"]), str(value["end"]), str(value["type"])
            ties.setdefault(tie, []).append(_facts(value))
    edges = [Edge(*tie, weight=len(facts), evidence=facts) for tie, facts in ties.items()]
    return Network(tuple(nodes.values()), tuple(edges))


def in_words(value: object) -> object:
    """`value` for a table: nodes by title, relationships by type and facts, paths as their steps."""
    if isinstance(value, Mapping):
        if "labels" in value:
            return f"{_title(value)} ({', '.join(value['labels'])})"
        if "type" in value and "properties" in value:
            return f"{value['type']} {', '.join(f'{name} {fact}' for name, fact in _facts(value).items())}".strip()
        if value.keys() == {"nodes", "relationships"}:
            return ", ".join(_title(node) for node in value["nodes"])
        return {name: in_words(item) for name, item in value.items()}
    return [in_words(item) for item in value] if isinstance(value, list) else value


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
    return Node(str(value["id"]), label, _title(value), facts=_facts(value)) if label else None


def _title(value: Mapping[str, Any]) -> str:
    """The property that people read a node by, its key where it has none."""
    told = value["properties"]
    titles = (told.get(schema.NODES[label].title) for label in value["labels"] if label in schema.NODES)
    return str(next(filter(None, titles), None) or told.get("key") or value["id"])


def _facts(value: Mapping[str, Any]) -> dict[str, object]:
    """The properties without those by which the loader keeps its books."""
    return {name: fact for name, fact in value["properties"].items() if name not in BOOKS}


def axes(table: Table, x: str, y: str) -> tuple[str, str]:
    """The columns of a chart: those named, else the first that fit; y is "" where no column has numbers."""
    names = [column.name for column in table.columns]
    y = y if y in names else next((column.name for column in table.columns if column.type in {"int", "float"}), "")
    return x if x in names else next((name for name in names if name != y), y), y


def chart_panel(table: Table, x: str, y: str, kind: str) -> Panel | None:
    """The chart of two columns of `table`; None where `y` has no numbers."""
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
