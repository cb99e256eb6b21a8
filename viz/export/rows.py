"""The nodes and the edges of a drawing as tables: keys, titles, measures, then every fact in a column of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from graph.model import Column, Table
from graph.schema import EDGES, NODES
from viz.drawing import Drawing

NODE_COLUMNS = (
    Column("key", "str", "the node's key"),
    Column("kind", "str", "its label in the schema"),
    Column("title", "str", "its name"),
    Column("group", "str", "the legend's entry"),
    Column("size", "float", "what its area shows"),
    Column("x", "float", "where it stands, in pixels"),
    Column("y", "float", "where it stands, in pixels downwards"),
)
EDGE_COLUMNS = (
    Column("source", "str", "the start's key"),
    Column("target", "str", "the end's key"),
    Column("source_title", "str", "the start's name"),
    Column("target_title", "str", "the end's name"),
    Column("type", "str", "what joins them"),
    Column("weight", "float", "how strongly"),
)
EVIDENCE = Column("evidence", "map", "what the edge rests on, as JSON")
OF_FACT = "fact_"
"""Before the name of a fact that one of our own columns has already."""


def node_rows(drawing: Drawing) -> Table:
    """One row per node, in the order of importance."""
    groups = {group.id: group.title for group in drawing.groups}
    marks = sorted(drawing.marks, key=lambda mark: mark.rank)
    rows = [(m.id, m.kind, m.title, groups[m.group], m.measure, m.x, m.y) for m in marks]
    return _table(NODE_COLUMNS, rows, [mark.facts for mark in marks], drawing)


def edge_rows(drawing: Drawing) -> Table:
    """One row per edge, with the evidence last."""
    titles = {mark.id: mark.title for mark in drawing.marks}
    rows = [(e.source, e.target, titles[e.source], titles[e.target], e.type, e.weight) for e in drawing.lines]
    facts = [{**line.facts, EVIDENCE.name: [dict(row) for row in line.evidence] or None} for line in drawing.lines]
    return _table(EDGE_COLUMNS, rows, facts, drawing)


def _table(
    columns: tuple[Column, ...],
    rows: Sequence[tuple[object, ...]],
    facts: Sequence[Mapping[str, object]],
    drawing: Drawing,
) -> Table:
    names = list(dict.fromkeys(name for each in facts for name in each))
    filled = [(*row, *(each.get(name) for name in names)) for row, each in zip(rows, facts, strict=True)]
    taken = {column.name for column in columns}
    return Table((*columns, *_columns(names, taken)), filled, drawing.coverage, drawing.cut)


def _columns(names: Iterable[str], taken: set[str]) -> list[Column]:
    known = [*(kind.props for kind in NODES.values()), *(kind.props for kind in EDGES.values())]
    about = {prop.name: prop.about for props in known for prop in props}
    return [
        EVIDENCE if name == EVIDENCE.name else Column(apart(name, taken), "str", about.get(name, name))
        for name in names
    ]


def apart(name: str, taken: Iterable[str]) -> str:
    """The name of a fact beside columns that have names already."""
    return f"{OF_FACT}{name}" if name in taken else name
