"""A batch of checked records: gathered into claims, and written in one transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from graph import schema, statements
from graph.check import claimed
from graph.claims import Claim, Claims, add, decode, encode, merge, order_mark, told
from graph.database import Transaction
from graph.edges import EdgeRow, write_edges
from graph.errors import AtlasError
from graph.forget import shun
from graph.keys import Ref
from graph.merging import settle
from graph.model import EdgeRecord, NodeRecord, Origin, Record
from graph.node_kinds import SNAPSHOT


@dataclass(frozen=True, slots=True)
class Batch:
    """What records claim: properties of nodes, by label and by how the source knows them; and edges."""

    nodes: Mapping[str, Mapping[Ref, Claim]]
    edges: Sequence[EdgeRecord]


def gathered(records: Iterable[Record], origin: Origin) -> Batch:
    """The claims of `records`; what several of them say of one node is put together."""
    records = list(records)
    edges = [record for record in records if isinstance(record, EdgeRecord)]
    alone = [record for record in records if isinstance(record, NodeRecord)]
    distinct = {id(node): node for node in alone} | {id(node): node for e in edges for node in (e.start, e.end)}
    nodes: dict[str, dict[Ref, Claims]] = defaultdict(dict)
    for node in distinct.values():
        if node.ref.label == SNAPSHOT.label and node.ref.key != origin.key:
            raise AtlasError(f"the load of {origin.key} made a record of another Snapshot, {node.ref.key}")
        props = claimed(node.ref.label, node.props)
        add(nodes[node.ref.label].setdefault(node.ref, {}), "", props)
    return Batch({label: {ref: claims[""] for ref, claims in of.items()} for label, of in nodes.items()}, edges)


def write_batch(transaction: Transaction, batch: Batch, origin: Origin) -> None:
    """Bring what `batch` claims into the graph, less what concerns people who asked to be forgotten."""
    transaction.run(statements.TAKE_TURNS)
    mark = order_mark(origin)
    node_of: dict[str, dict[str, str]] = {}
    for label, nodes in sorted(batch.nodes.items()):
        barred = shun(transaction, label, nodes)
        kept = {ref: claim for ref, claim in nodes.items() if ref not in barred}
        node_of[label] = settle(transaction, label, kept, origin.key)
        if label != SNAPSHOT.label:  # the load itself writes its Snapshot; edges only point to it
            _write_nodes(transaction, label, kept, node_of[label], mark)
    write_edges(transaction, _edge_rows(batch.edges, node_of, mark))


def _write_nodes(
    transaction: Transaction, label: str, nodes: Mapping[Ref, Claim], node_of: Mapping[str, str], mark: str
) -> None:
    wanted: dict[str, Claims] = defaultdict(dict)
    for ref, claim in nodes.items():
        key = node_of[ref.key]
        add(wanted[key], told(mark, _name(ref, key)), claim)
    found = transaction.gather(statements.read_nodes(label), statements.STORED, {"keys": sorted(wanted)}).rows
    stored = {str(key): decode(cast("Mapping[str, object]", props)) for key, props in found}
    rows = []
    for key, claims in sorted(wanted.items()):
        merged = merge(stored.get(key, {}), claims)
        if merged != stored.get(key):
            rows.append({"key": key, "props": encode(merged, schema.NODES[label])})
    if rows:
        transaction.run(statements.merge_nodes(label), {"rows": rows})


def _name(ref: Ref, node: str) -> str:
    return "" if ref.key == node else ref.key


def _edge_rows(edges: Iterable[EdgeRecord], node_of: Mapping[str, Mapping[str, str]], mark: str) -> Iterator[EdgeRow]:
    for edge in edges:
        start, end = edge.start.ref, edge.end.ref
        start_key, end_key = node_of[start.label].get(start.key), node_of[end.label].get(end.key)
        if start_key is None or end_key is None:
            continue  # an end that asked to be forgotten
        whole = told(mark, _name(start, start_key), _name(end, end_key))
        claim = claimed(edge.type, edge.props)
        yield EdgeRow(edge.type, start.label, start_key, end.label, end_key, {whole: claim})
