"""Taking a snapshot back: what it alone claimed goes, what others claim too is settled anew from their claims."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from graph import schema, statements
from graph.claims import Claim, Claims, decode, encode, snapshot_of
from graph.database import Database, Transaction
from graph.errors import NotFoundError
from graph.kinds import NodeKind

_BATCH = 5_000
_FIND = "MATCH (s:Snapshot) WHERE s.key = $name OR s.source = $name RETURN s.key AS key ORDER BY key"
_KNOWN = "MATCH (s:Snapshot) RETURN DISTINCT s.source AS source ORDER BY source"
_EDGES = "MATCH ()-[r:{type}]->() WHERE any(m IN r.snapshots WHERE m ENDS WITH $mark) RETURN r.key, properties(r)"
_NODES = "MATCH (n:{label}) WHERE any(m IN n.snapshots WHERE m ENDS WITH $mark) RETURN n.key, properties(n)"
_REMOVE_EDGES = "UNWIND $keys AS key MATCH ()-[r:{type} {{key: key}}]->() DELETE r"
_REMOVE_NODES = (
    "UNWIND $keys AS key MATCH (n:{label} {{key: key}}) OPTIONAL MATCH (n)<-[:ALIAS_OF]-(a:Alias) "
    "WITH n, collect(a) AS aliases FOREACH (a IN aliases | DETACH DELETE a) DETACH DELETE n"
)


def unload(database: Database, name: str) -> list[str]:
    """Take back the snapshot, or every snapshot of the source, called `name`; return their keys.

    Names and ids that a snapshot taught stay learned: nodes that turned out to be one stay one.
    """
    found = [str(key) for (key,) in database.read(_FIND, {"name": name}).rows]
    if not found:
        known = ", ".join(str(source) for (source,) in database.read(_KNOWN).rows) or "none"
        raise NotFoundError(f"no snapshot or source {name!r} is loaded; loaded are: {known}")
    for key in found:
        _unload_one(database, key)
    return found


def _unload_one(database: Database, snapshot: str) -> None:
    database.write("MATCH (s:Snapshot {key: $key}) SET s.state = 'unloading'", {"key": snapshot})
    for kind in schema.EDGES.values():
        if not kind.derived:
            _take_back(database, snapshot, _Part(_EDGES, _REMOVE_EDGES, statements.update_edges(kind.type), kind.type))
    for label, kind_of in schema.NODES.items():
        part = _Part(_NODES, _REMOVE_NODES, statements.merge_nodes(label), label, kind_of)
        _take_back(database, snapshot, part)
    database.write("MATCH (s:Snapshot {key: $key}) DETACH DELETE s", {"key": snapshot})


class _Part:
    """The statements for one label or relationship type."""

    def __init__(self, find: str, remove: str, update: str, name: str, kind: NodeKind | None = None) -> None:
        self.find = find.format(label=name, type=name)
        self.remove = remove.format(label=name, type=name)
        self.update = update
        self.kind = kind


def _take_back(database: Database, snapshot: str, part: _Part) -> None:
    rows = database.read(part.find, {"mark": f"|{snapshot}"}, timeout=600).rows
    for at in range(0, len(rows), _BATCH):
        with database.writing() as writer:
            writer.together(_step(rows[at : at + _BATCH], snapshot, part))


def _step(rows: list[list[object]], snapshot: str, part: _Part) -> Callable[[Transaction], None]:
    gone: list[str] = []
    kept: list[dict[str, object]] = []
    for key, stored in rows:
        claims = decode(cast("dict[str, object]", stored))
        left = {mark: claim for mark, claim in claims.items() if snapshot_of(mark) != snapshot}
        if left:
            kept.append({"key": key, "props": encode(left, part.kind, gone=_names(claims))})
        else:
            gone.append(str(key))

    def run(transaction: Transaction) -> None:
        transaction.run(part.remove, {"keys": gone})
        transaction.run(part.update, {"rows": kept})

    return run


def _names(claims: Claims) -> set[str]:
    every: Claim = {}
    for claim in claims.values():
        every |= claim
    return set(every)
