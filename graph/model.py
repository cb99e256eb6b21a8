"""The plain values that pass between the folders: records on their way in, tables and networks on their way out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph.keys import Ref

Value = str | int | float | bool | list[str] | None
Props = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Where:
    """Where a record was read: file or address, and line (1 is the first).

    Records of one row follow each other and are taken or refused together. Line 0 stands for what a file says as a
    whole, such as its coverage; it is no row.
    """

    file: str
    line: int


@dataclass(frozen=True, slots=True)
class NodeRecord:
    """A node as a source tells it: who it is and what is known of it."""

    ref: Ref
    props: Props
    where: Where


@dataclass(frozen=True, slots=True)
class EdgeRecord:
    """An edge as a source tells it. Its ends are created where the graph does not have them."""

    type: str
    start: NodeRecord
    end: NodeRecord
    props: Props
    where: Where


Record = NodeRecord | EdgeRecord


@dataclass(frozen=True, slots=True)
class Origin:
    """What a load reads: the Snapshot without its counts. `key` is source and content hash."""

    source: str
    method: str
    dataset: str
    title: str
    address: str
    content_hash: str
    as_of: str
    covers_from: str | None = None
    covers_to: str | None = None
    gaps: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The Snapshot's key."""
        return f"{self.source}:{self.dataset}:{self.content_hash[:16]}"


@dataclass(frozen=True, slots=True)
class Coverage:
    """What an answer rests on: sources, snapshots (as maps of Snapshot properties), months and known gaps."""

    sources: tuple[str, ...] = ()
    snapshots: tuple[Props, ...] = ()
    covers_from: str | None = None
    covers_to: str | None = None
    gaps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column of an answer: name, type (`str`, `int`, `float`, `bool`, `list[str]`, `map`), meaning with unit."""

    name: str
    type: str
    about: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows with declared columns; `cut` is true when the query's row cap left rows out."""

    columns: tuple[Column, ...]
    rows: Sequence[Sequence[object]]
    coverage: Coverage = Coverage()
    cut: bool = False

    def records(self) -> list[dict[str, object]]:
        """The rows as one map per row."""
        names = [column.name for column in self.columns]
        return [dict(zip(names, row, strict=True)) for row in self.rows]


Pages = Iterable[Sequence[Sequence[object]]]
"""The rows of a table too large to be held, some at a time."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node of a network: key, label of the schema, title to read, size measure, community, facts for its panel."""

    key: str
    label: str
    title: str
    size: float | None = None
    community: int | None = None
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge of a network with its weight and the evidence behind it (source, period, counts)."""

    source: str
    target: str
    type: str
    weight: float = 1.0
    facts: Mapping[str, object] = field(default_factory=dict)
    evidence: Sequence[Mapping[str, object]] = ()


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes and edges of an answer. `size_means` and `weight_means` say in words what sizes and widths show.

    `cut` is true when more was found than its limits allow: `left_out` is how many nodes, 0 where that is not known.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    size_means: str = ""
    weight_means: str = ""
    coverage: Coverage = Coverage()
    cut: bool = False
    left_out: int = 0
