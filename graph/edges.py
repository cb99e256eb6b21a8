"""Edges on their way into the graph: their keys, and what holds when several snapshots claim one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import cast

from graph import schema, statements
from graph.claims import Claims, decode, encode, merge
from graph.database import Transaction
from graph.kinds import EdgeKind


@dataclass(frozen=True, slots=True)
class EdgeRow:
    """One edge: its type, labels and keys of its ends, and its claims."""

    type: str
    start_label: str
    start: str
    end_label: str
    end: str
    claims: Claims

    @property
    def key(self) -> str:
        """The edge's key: its ends, with their labels where its kind joins several, and what its kind adds to it."""
        kind = schema.EDGES[self.type]
        props = next(iter(self.claims.values()))
        start = f"{self.start_label}:{self.start}" if len(kind.start) > 1 else self.start
        end = f"{self.end_label}:{self.end}" if len(kind.end) > 1 else self.end
        more = (str(props[name]).lower() for name in kind.key_where_known if name in props)  # as SQL writes them
        return "|".join((start, end, *(str(props.get(name, "")) for name in kind.key_props), *more))

    @staticmethod
    def stored(edge: Mapping[str, object]) -> EdgeRow:
        """An edge as the database had it."""
        kind, start_label, start, end_label, end = (
            str(edge[name]) for name in ("type", "start_label", "start", "end_label", "end")
        )
        claims = decode(cast("Mapping[str, object]", edge["stored"]))
        return EdgeRow(kind, start_label, start, end_label, end, claims)


def write_edges(transaction: Transaction, rows: Iterable[EdgeRow]) -> None:
    """Create or update the edges of `rows`; their ends must exist."""
    groups: dict[tuple[str, str, str], list[EdgeRow]] = defaultdict(list)
    for row in rows:
        groups[row.type, row.start_label, row.end_label].append(row)
    for (kind, start, end), group in sorted(groups.items()):
        _write_group(transaction, schema.EDGES[kind], start, end, group)


def _write_group(transaction: Transaction, kind: EdgeKind, start: str, end: str, group: list[EdgeRow]) -> None:
    wanted: dict[str, EdgeRow] = {}
    claims: dict[str, Claims] = {}
    for row in group:
        key = row.key
        wanted[key] = row
        claims[key] = merge(claims[key], row.claims) if key in claims else row.claims
    found = transaction.gather(statements.read_edges(kind.type), statements.STORED, {"keys": sorted(wanted)}).rows
    stored = {str(key): cast("Mapping[str, object]", props) for key, props in found}
    changed = _changed(stored, claims)
    if changed:
        transaction.run(statements.update_edges(kind.type), {"rows": changed})
    created = [
        {"key": key, "start": row.start, "end": row.end, "props": encode(claims[key])}
        for key, row in sorted(wanted.items())
        if key not in stored
    ]
    if created:
        transaction.run(statements.create_edges(kind, start, end), {"rows": created})


def _changed(stored: Mapping[str, Mapping[str, object]], claims: Mapping[str, Claims]) -> list[dict[str, object]]:
    changed: list[dict[str, object]] = []
    for key, props in stored.items():
        held = decode(props)
        merged = merge(held, claims[key])
        if merged != held:
            changed.append({"key": key, "props": encode(merged)})
    return changed
