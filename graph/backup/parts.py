"""What a snapshot is made of: a part for each label and each type of edge, with its columns. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, cast

from graph import schema, statements
from graph.backup.values import from_json, to_json
from graph.bulk.shape import CLAIMS, FORMS, SNAPSHOTS, Column, Kept
from graph.keys import digest
from graph.kinds import EdgeKind, NodeKind

KEY, MORE, STORED = "key", "more", "stored"
ALIAS_ENDS = ("label", "node")
EDGE_ENDS = ("start_label", "start", "end_label", "end")
_TYPES: dict[Kept, type] = {"text": str, "whole": int, "real": float, "truth": bool}
Kind = Literal["nodes", "edges"]


@dataclass(frozen=True, slots=True)
class Part:
    """All nodes of a label, or all edges of a type: how they are read, and the columns that they are kept in.

    `more` is the column for what the others cannot hold: properties that the schema does not know, or of other types.
    """

    kind: Kind
    name: str
    page: str
    ends: tuple[str, ...] = ()
    props: tuple[Column, ...] = ()

    @property
    def file(self) -> str:
        """Its name within a snapshot."""
        return f"{self.kind}/{self.name}.parquet"

    @property
    def fixed(self) -> tuple[str, ...]:
        """The columns that every element has: its key, and its ends."""
        return (KEY, *self.ends)

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns."""
        return (*map(Column, self.fixed), *self.props, Column(MORE))

    def values(self, rows: Sequence[Sequence[object]]) -> list[Sequence[object]]:
        """A list of values for each column, out of `rows` of the key, the ends, and a map of what is stored."""
        kept = {column.name: column.kept for column in self.props}
        found: dict[str, list[object]] = {column.name: [None] * len(rows) for column in self.columns}
        for at, row in enumerate(rows):
            for name, value in zip(self.fixed, row, strict=False):
                found[name][at] = value
            more: dict[str, object] = {}
            for name, value in cast("Mapping[str, object]", row[-1]).items():
                if name in kept and _fits(value, kept[name]):
                    found[name][at] = value
                elif name != KEY:
                    more[name] = to_json(value)
            found[MORE][at] = json.dumps(more, ensure_ascii=False, sort_keys=True) if more else None
        return list(found.values())

    def elements(self, columns: Mapping[str, Sequence[object]]) -> Iterator[dict[str, object]]:
        """The elements that `columns` hold: key and ends by their names, and the properties as `props`."""
        names = [name for name in columns if name not in (*self.fixed, MORE)]
        for at, more in enumerate(columns[MORE]):
            props = {name: columns[name][at] for name in names if columns[name][at] is not None}
            props |= {name: from_json(value) for name, value in json.loads(str(more)).items()} if more else {}
            yield {name: columns[name][at] for name in self.fixed} | {"props": props}


def _fits(value: object, kept: Kept) -> bool:
    if kept == "texts":
        return type(value) is list and all(type(item) is str for item in value)
    return type(value) is _TYPES[kept]


def _nodes(label: str, props: tuple[Column, ...]) -> Part:
    return Part("nodes", label, statements.page_of_nodes(label), props=props)


def _columns(kind: NodeKind | EdgeKind) -> tuple[Column, ...]:
    stored = (Column(prop.name, FORMS.get(prop.type, "text")) for prop in kind.props)
    return (*stored, Column(SNAPSHOTS, "texts"), Column(CLAIMS))


def _all() -> Iterable[Part]:
    yield _nodes(schema.FORGOTTEN_LABEL, ())  # first: whoever is on the list is not brought back
    for label, kind in schema.NODES.items():
        yield _nodes(label, _columns(kind))
    yield Part("nodes", schema.ALIAS_LABEL, statements.PAGE_OF_ALIASES, ALIAS_ENDS, (Column("said", "texts"),))
    for name, edge in schema.EDGES.items():
        yield Part("edges", name, statements.page_of_edges(edge), EDGE_ENDS, _columns(edge))


PARTS = tuple(_all())
"""In the order in which they are restored: whoever is forgotten, nodes, names of nodes, edges."""
BY_NAME = {part.name: part for part in PARTS}
FORM = digest(repr([(part.file, part.columns) for part in PARTS]))[:16]
"""Sixteen hex digits that stand for the schema: its labels, types and properties."""
