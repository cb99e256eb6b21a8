"""Taking a snapshot back: what it alone claimed goes, what others claim too is settled anew from their claims."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from graph import schema, statements
from graph.claims import decode, encode, names_in, snapshot_of
from graph.database import Database, Transaction
from graph.errors import NotFoundError
from graph.keys import HOSTED
from graph.kinds import NodeKind
from graph.merging import unlearn
from graph.names import name_of
from graph.node_kinds import MONTH

_BATCH = 5_000
_FIND = "MATCH (s:Snapshot) WHERE s.key = $name OR s.source = $name RETURN s.key AS key ORDER BY key"
_KNOWN = "MATCH (s:Snapshot) RETURN DISTINCT s.source AS source ORDER BY source"
_EDGES = "MATCH ()-[r:{type}]->() WHERE any(m IN r.snapshots WHERE split(m, '|')[2] = $snapshot) RETURN r.key"
_NODES = "MATCH (n:{label}) WHERE any(m IN n.snapshots WHERE split(m, '|')[2] = $snapshot) RETURN n.key"
_NAMES = (
    f"MATCH (a:{schema.ALIAS_LABEL}) WHERE any(s IN a.said WHERE s STARTS WITH $snapshot + '|') "
    "RETURN a.key AS alias ORDER BY alias"
)


def unload(database: Database, name: str) -> list[str]:
    """Take back the snapshot, or every snapshot of the source, called `name`; return their keys.

    What it taught about names and ids goes too: the graph is as if it had never been loaded. An unload that was
    interrupted is finished by the next one, and by the next load of the same content.
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
    _unlearn(database, snapshot)  # first: what this snapshot claims itself stays where it is until its turn comes
    for part in _parts():
        _take_back(database, snapshot, part)
    database.write("MATCH (s:Snapshot {key: $key}) DETACH DELETE s", {"key": snapshot})


def _unlearn(database: Database, snapshot: str) -> None:
    for label in HOSTED:

        def run(transaction: Transaction, label: str = label) -> None:
            transaction.run(statements.TAKE_TURNS)
            aliases = [str(key) for (key,) in transaction.run(_NAMES, {"snapshot": snapshot}).rows]
            names = [name for alias in aliases if (name := name_of(label, alias))]
            unlearn(transaction, label, names, lambda saying: saying.snapshot == snapshot)

        with database.writing() as writer:
            writer.together(run)


def _parts() -> Iterator[_Part]:
    of = statements
    for kind in schema.EDGES.values():
        if not kind.derived:
            name, find = kind.type, _EDGES.format(type=kind.type)
            yield _Part(find, of.read_edges(name), of.remove_edges(name), of.update_edges(name))
    for label, kind_of in schema.NODES.items():
        find = _NODES.format(label=label)
        remove = of.release_months() if label == MONTH.label else of.remove_nodes(label)
        yield _Part(find, of.read_nodes(label), remove, of.merge_nodes(label), kind_of)


@dataclass(frozen=True, slots=True)
class _Part:
    """The statements for one label or relationship type."""

    find: str
    read: str
    remove: str
    update: str
    kind: NodeKind | None = None


def _take_back(database: Database, snapshot: str, part: _Part) -> None:
    given = {"snapshot": snapshot}
    while keys := [str(key) for (key,) in database.read(part.find, given, timeout=600).rows]:
        for at in range(0, len(keys), _BATCH):
            with database.writing() as writer:
                writer.together(_step(keys[at : at + _BATCH], snapshot, part))


def _step(keys: list[str], snapshot: str, part: _Part) -> Callable[[Transaction], None]:
    def run(transaction: Transaction) -> None:
        transaction.run(statements.TAKE_TURNS)
        gone: list[str] = []
        kept: list[dict[str, object]] = []
        for key, stored in transaction.run(part.read, {"keys": keys}).rows:
            claims = decode(cast("Mapping[str, object]", stored))
            left = {mark: claim for mark, claim in claims.items() if snapshot_of(mark) != snapshot}
            if left:
                kept.append({"key": key, "props": encode(left, part.kind, gone=names_in(claims))})
            else:
                gone.append(str(key))
        transaction.run(part.remove, {"keys": gone})
        transaction.run(part.update, {"rows": kept})

    return run
