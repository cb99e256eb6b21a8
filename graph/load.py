"""Records into the graph: in batches, each a transaction that is kept whole or not at all; a rerun continues."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import cast

from graph import schema, statements
from graph.check import known
from graph.claims import Claims, combine, decode, encode, merge, order_mark
from graph.database import Database, Rows, Transaction
from graph.edges import EdgeRow, write_edges
from graph.errors import BadRowError
from graph.forget import forgotten
from graph.keys import Ref
from graph.merging import keep_aliases, settle
from graph.model import EdgeRecord, NodeRecord, Origin, Record
from graph.node_kinds import SNAPSHOT
from graph.rows import Tally, batches, rows_of, taken

log = logging.getLogger(__name__)

BATCH = 10_000
Report = Callable[[Tally], None]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load did: the Snapshot's key, its counts, whether the graph had it already."""

    snapshot: str
    rows_in: int
    rows_taken: int
    rows_refused: int
    refused: tuple[str, ...]
    already: bool = False


def prepare(database: Database) -> None:
    """Create the constraints and indexes that are missing, and wait until they serve."""
    for statement in statements.constraints():
        database.run_alone(statement)
    database.read("CALL db.awaitIndexes(300)", timeout=310)


def load(
    database: Database,
    origin: Origin,
    records: Iterable[Record | BadRowError],
    *,
    strict: bool = False,
    report: Report | None = None,
    batch: int = BATCH,
) -> Loaded:
    """Bring `records` into the graph under the Snapshot of `origin`; return what was taken and what refused.

    Batches are transactions: an interrupted load keeps those that were committed, and the next one with the same
    content continues behind them. With `strict` the first refused row raises its BadRowError.
    """
    tally, complete = _begin(database, origin)
    if complete:
        return _loaded(origin, tally, already=True)
    for rows in batches(rows_of(records, skip=tally.rows_in), batch):
        kept = [record for row in rows for record in taken(row, tally, strict=strict)]
        _load_batch(database, origin, kept, tally)
        if report is not None:
            report(tally)
    database.write(_SAVE, {"key": origin.key, "props": _progress(tally) | {"state": "complete"}})
    log.info("loaded %s: %s rows, %s refused", origin.key, tally.rows_in, tally.rows_refused)
    return _loaded(origin, tally)


_SAVE = "MERGE (s:Snapshot {key: $key}) SET s += $props"


def _begin(database: Database, origin: Origin) -> tuple[Tally, bool]:
    stored = database.read("MATCH (s:Snapshot {key: $key}) RETURN properties(s) AS stored", {"key": origin.key})
    if stored.rows:
        return _tally(cast("dict[str, object]", stored.rows[0][0]))
    database.write(_SAVE, {"key": origin.key, "props": _described(origin) | _progress(Tally())})
    return Tally(), False


def _tally(stored: dict[str, object]) -> tuple[Tally, bool]:
    refused = [str(text) for text in cast("list[object]", stored.get("refused") or [])]
    tally = Tally(_count(stored, "rows_in"), _count(stored, "rows_refused"), refused)
    return tally, stored.get("state") == "complete"


def _count(stored: dict[str, object], name: str) -> int:
    return int(str(stored.get(name) or 0))


def _described(origin: Origin) -> dict[str, object]:
    return {
        "source": origin.source,
        "method": origin.method,
        "dataset": origin.dataset,
        "title": origin.title,
        "address": origin.address,
        "content_hash": origin.content_hash,
        "as_of": origin.as_of,
        "covers_from": origin.covers_from,
        "covers_to": origin.covers_to,
        "gaps": list(origin.gaps) or None,
        "state": "loading",
        "loaded_at": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def _progress(tally: Tally) -> dict[str, object]:
    return {
        "rows_in": tally.rows_in,
        "rows_taken": tally.rows_taken,
        "rows_refused": tally.rows_refused,
        "refused": tally.refused or None,
    }


def _loaded(origin: Origin, tally: Tally, *, already: bool = False) -> Loaded:
    refused = tuple(tally.refused)
    return Loaded(origin.key, tally.rows_in, tally.rows_taken, tally.rows_refused, refused, already)


def _load_batch(database: Database, origin: Origin, records: list[Record], tally: Tally) -> None:
    mark = order_mark(origin)

    def commit(transaction: Transaction) -> Rows:
        _write(transaction, records, mark)
        return transaction.run(_SAVE, {"key": origin.key, "props": _progress(tally)})

    with database.writing() as writer:
        writer.together(commit)


def _write(transaction: Transaction, records: list[Record], mark: str) -> None:
    nodes = _nodes_of(records)
    node_of: dict[str, dict[str, str]] = {}
    gone: dict[str, set[str]] = {}
    for label, found in sorted(nodes.items()):
        gone[label] = forgotten(transaction, label, [record.ref for record in found])
        kept = [record for record in found if not gone[label].intersection(record.ref.keys)]
        node_of[label] = dict(settle(transaction, label, _refs(kept)))
        _write_nodes(transaction, label, kept, node_of[label], mark)
        keep_aliases(transaction, label, node_of[label]) if node_of[label] else None
    edges = [record for record in records if isinstance(record, EdgeRecord)]
    write_edges(transaction, _edge_rows(edges, node_of, mark))


def _nodes_of(records: Iterable[Record]) -> dict[str, list[NodeRecord]]:
    nodes: dict[str, list[NodeRecord]] = defaultdict(list)
    for record in records:
        for node in (record,) if isinstance(record, NodeRecord) else (record.start, record.end):
            nodes[node.ref.label].append(node)
    return nodes


def _refs(nodes: Iterable[NodeRecord]) -> list[Ref]:
    return list(dict.fromkeys(node.ref for node in nodes))


def _write_nodes(
    transaction: Transaction, label: str, nodes: Iterable[NodeRecord], node_of: dict[str, str], mark: str
) -> None:
    wanted: dict[str, Claims] = {}
    for node in nodes:
        key = node_of[node.ref.key]
        held = wanted.setdefault(key, {mark: {}})
        held[mark] = combine(held[mark], known(node.props))
    if label == SNAPSHOT.label:
        return  # the load itself writes its Snapshot; edges only point to it
    found = transaction.run(statements.read_nodes(label), {"keys": sorted(wanted)}).rows
    stored = {str(key): decode(cast("dict[str, object]", props)) for key, props in found}
    rows = []
    for key, claims in sorted(wanted.items()):
        merged = merge(stored.get(key, {}), claims)
        if merged != stored.get(key):
            rows.append({"key": key, "props": encode(merged, schema.NODES[label])})
    if rows:
        transaction.run(statements.merge_nodes(label), {"rows": rows})


def _edge_rows(edges: Iterable[EdgeRecord], node_of: dict[str, dict[str, str]], mark: str) -> Iterator[EdgeRow]:
    for edge in edges:
        start, end = edge.start.ref, edge.end.ref
        start_key, end_key = node_of[start.label].get(start.key), node_of[end.label].get(end.key)
        if start_key is None or end_key is None:
            continue  # an end that asked to be forgotten
        yield EdgeRow(edge.type, start.label, start_key, end.label, end_key, {mark: known(edge.props)})
