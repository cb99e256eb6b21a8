"""What records claim, put aside on disk as columns while a source is read, so that memory stays flat."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from graph.batch import Batch
from graph.bulk.shape import EDGE_SHAPES, NODE_SHAPES, SAYINGS, Column, Shape
from graph.bulk.store import listed, text
from graph.check import claimed
from graph.claims import Claim, order_mark
from graph.keys import HOSTED, Ref
from graph.model import EdgeRecord, Origin
from graph.naming import sayings_of
from graph.node_kinds import SNAPSHOT

if TYPE_CHECKING:
    import pyarrow as pa

REMEMBERED = 100_000
Row = tuple[object, ...]


@dataclass(slots=True)
class Spill:
    """A folder of Parquet files: one kind of rows each, in as many parts as there were batches."""

    folder: Path
    parts: int = 0
    _last: dict[tuple[str, Ref], Claim] = field(default_factory=dict)

    def take(self, batch: Batch, origin: Origin) -> None:
        """Put aside what `batch` claims in the name of `origin`."""
        mark = order_mark(origin)
        for label, nodes in batch.nodes.items():
            if label == SNAPSHOT.label:
                continue  # the load describes it; edges only point to it
            fresh = self._fresh(mark, nodes.items())
            self._nodes(label, mark, fresh)
            if label in HOSTED:
                self._sayings(label, origin.key, [ref for ref, _ in fresh])
        edges: dict[str, list[EdgeRecord]] = {}
        for edge in batch.edges:
            edges.setdefault(edge.type, []).append(edge)
        for kind, told in edges.items():
            self._edges(kind, mark, told)
        self.parts += 1

    def relation(self, name: str) -> str:
        """The rows called `name`, as SQL takes them; empty when there are none."""
        files = sorted(self.folder.glob(f"{name}-*.parquet"))
        return f"read_parquet([{listed([text(str(file)) for file in files])}])" if files else ""

    def _fresh(self, mark: str, nodes: Iterable[tuple[Ref, Claim]]) -> list[tuple[Ref, Claim]]:
        """Those of `nodes` that do not merely repeat what was told of them last."""
        if len(self._last) > REMEMBERED:
            self._last.clear()
        fresh = [(ref, claim) for ref, claim in nodes if self._last.get((mark, ref)) != claim]
        self._last.update(((mark, ref), claim) for ref, claim in fresh)
        return fresh

    def _nodes(self, label: str, mark: str, nodes: Sequence[tuple[Ref, Claim]]) -> None:
        shape = NODE_SHAPES[label]
        of = [claim for _, claim in nodes]
        values = _values(shape, of)
        self.write(label, shape.spilled, [[mark] * len(of), [ref.key for ref, _ in nodes], *values])

    def _edges(self, kind: str, mark: str, edges: Sequence[EdgeRecord]) -> None:
        shape = EDGE_SHAPES[kind]
        of = [claimed(kind, edge.props) for edge in edges]
        values = _values(shape, of)
        starts, ends = [edge.start.ref for edge in edges], [edge.end.ref for edge in edges]
        sides = [[name(ref) for ref in refs] for refs in (starts, ends) for name in (_label, _key)]
        self.write(kind, shape.spilled, [[mark] * len(of), *sides, *values])

    def _sayings(self, label: str, snapshot: str, refs: Iterable[Ref]) -> None:
        said = [("|".join(one), name) for name, sayings in sayings_of(refs, snapshot).items() for one in sayings]
        texts, names = [text for text, _ in said], [name for _, name in said]
        self.write("sayings", SAYINGS, [[label] * len(said), names, texts], part=f"{label}-{self.parts}")

    def write(self, name: str, columns: Sequence[Column], values: Sequence[Sequence[object]], part: str = "") -> None:
        """Put aside one part of the rows called `name`, a list of values for each column."""
        if not values[0]:
            return
        from pyarrow import parquet  # noqa: PLC0415 - slow to import

        file = self.folder / f"{name}-{part or self.parts}.parquet"
        parquet.write_table(table(columns, values), file, compression="lz4", write_statistics=False)


def _values(shape: Shape, claims: Sequence[Claim]) -> list[Sequence[object]]:
    used, nothing = set(chain.from_iterable(claims)), [None] * len(claims)
    names = [column.name for column in shape.props]
    return [[claim.get(name) for claim in claims] if name in used else nothing for name in names]


def table(columns: Sequence[Column], values: Sequence[Sequence[object]]) -> pa.Table:
    """An Arrow table of `values`, a list for each of `columns`."""
    import pyarrow as pa  # noqa: PLC0415 - slow to import

    types = {
        "text": pa.string(),
        "whole": pa.int64(),
        "real": pa.float64(),
        "truth": pa.bool_(),
        "texts": pa.list_(pa.string()),
    }
    arrays = [pa.array(given, types[column.kept]) for column, given in zip(columns, values, strict=True)]
    return pa.Table.from_arrays(arrays, names=[column.name for column in columns])


def _label(ref: Ref) -> str:
    return ref.label


def _key(ref: Ref) -> str:
    return ref.key
