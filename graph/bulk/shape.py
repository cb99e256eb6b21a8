"""The columns that one label or relationship type has on disk, with their types in Arrow, DuckDB and Neo4j. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from graph import schema
from graph.keys import HOSTED
from graph.kinds import EdgeKind, NodeKind, Prop, PropType
from graph.node_kinds import SNAPSHOT

Kept = Literal["text", "whole", "real", "truth", "texts"]

FORMS: dict[PropType, Kept] = {"int": "whole", "float": "real", "bool": "truth", "list[str]": "texts"}
"""How a property is kept, where that is not as text."""
IN_NEO4J: dict[Kept, str] = {
    "text": "string",
    "whole": "long",
    "real": "double",
    "truth": "boolean",
    "texts": "string[]",
}
SNAPSHOTS, CLAIMS = "snapshots", "claims"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, and how its values are kept."""

    name: str
    kept: Kept = "text"

    @property
    def quoted(self) -> str:
        """The name as SQL takes it; properties may be called `from` or `order`."""
        return f'"{self.name}"'

    @property
    def header(self) -> str:
        """The name as the importer takes it."""
        return f"{self.name}:{IN_NEO4J[self.kept]}"


@dataclass(frozen=True, slots=True)
class Shape:
    """How records of one label or type are kept: `told` is how their ends, or they themselves, were named."""

    name: str
    kind: NodeKind | EdgeKind
    told: tuple[str, ...]
    props: tuple[Column, ...]

    @property
    def spilled(self) -> tuple[Column, ...]:
        """The columns of what is told: mark, names, properties."""
        return (Column("mark"), *map(Column, self.told), *self.props)

    @property
    def claimed(self) -> tuple[Column, ...]:
        """The columns of what several records of one snapshot claim together: mark, keys, properties."""
        return (Column("key"), Column("mark"), *map(Column, self.ends), *self.props)

    @property
    def settled(self) -> tuple[Column, ...]:
        """The columns of what is stored: keys, properties, claimants, and their claims where they are several."""
        return (Column("key"), *map(Column, self.ends), *self.props, Column(SNAPSHOTS, "texts"), Column(CLAIMS))

    @property
    def ends(self) -> tuple[str, ...]:
        """The columns of an edge's ends; none for a node."""
        return self.told if isinstance(self.kind, EdgeKind) else ()


def node_shape(label: str) -> Shape:
    """The shape of the nodes of `label`."""
    kind = schema.NODES[label]
    return Shape(label, kind, ("ref",), _columns(kind.props))


def edge_shape(kind: str) -> Shape:
    """The shape of the edges of `kind`."""
    found = schema.EDGES[kind]
    return Shape(kind, found, ("start_label", "start", "end_label", "end"), _columns(found.props))


def _columns(props: Iterable[Prop]) -> tuple[Column, ...]:
    return tuple(Column(prop.name, FORMS.get(prop.type, "text")) for prop in props if not prop.derived)


NODE_SHAPES = {label: node_shape(label) for label in schema.NODES if label != SNAPSHOT.label}
EDGE_SHAPES = {name: edge_shape(name) for name, kind in schema.EDGES.items() if not kind.derived}
SAYINGS = (Column("label"), Column("name"), Column("saying"))
MEANINGS = (Column("label"), Column("name"), Column("node"), Column("said", "texts"))
RENAMED = HOSTED
"""Labels whose nodes may be told under several names."""
