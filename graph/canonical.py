"""The canonical hash of the graph: the same for the same inputs, in whatever order and however often they came."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from graph import schema
from graph.database import Database
from graph.edge_kinds import MEASURED
from graph.node_kinds import MONTH, SNAPSHOT
from graph.version import MEASURE

OUTSIDE = {"loaded_at", *schema.DERIVED}
"""Times of loading, and what measures write: they follow from the rest or from the clock."""

_NODES = "MATCH (n:{label}) RETURN n.key, properties(n)"
_EDGES = "MATCH ()-[r:{type}]->() RETURN r.key, properties(r)"
_SHARED = {MEASURED.type, MONTH.label}
"""What both loads and measures write: of these, what no load claims is a measure's."""
_ALIASES = f"MATCH (a:{schema.ALIAS_LABEL})-[:{schema.ALIAS_EDGE}]->(n) RETURN a.key, {{node: n.key, said: a.said}}"
_SIZE = 2**256
_LOADED = {*schema.NODES, schema.ALIAS_LABEL, *(kind.type for kind in schema.EDGES.values() if not kind.derived)}


def graph_hash(database: Database) -> str:
    """The SHA-256 sum over all nodes, loaded edges and aliases, in hex; it does not depend on their order.

    Left out: derived edges, measured properties, values and months that no load claims, the runs that wrote them,
    times of loading. Memory is flat: element digests are added up.
    """
    total = Sum()
    for name, statement in _parts():
        for key, props in database.stream(statement):
            total.add(name, str(key), cast("Mapping[str, object]", props))
    return str(total)


@dataclass(slots=True)
class Sum:
    """The hash of the elements that were added, as text."""

    total: int = 0

    def add(self, name: str, key: str, props: Mapping[str, object]) -> None:
        """Add the element of the label or type `name`, where it counts."""
        if _counts(name, props):
            self.total = (self.total + _digest(name, key, props)) % _SIZE

    def __str__(self) -> str:
        return f"{self.total:064x}"


def _parts() -> Iterator[tuple[str, str]]:
    for label in schema.NODES:
        yield label, _NODES.format(label=label)
    for kind in schema.EDGES.values():
        if not kind.derived:
            yield kind.type, _EDGES.format(type=kind.type)
    yield schema.ALIAS_LABEL, _ALIASES


def _counts(name: str, props: Mapping[str, object]) -> bool:
    if name == SNAPSHOT.label:
        return props.get("source") != MEASURE
    if name in _SHARED:
        return props.get("snapshots") is not None
    return name in _LOADED


def _digest(name: str, key: str, props: Mapping[str, object]) -> int:
    kept = {name: value for name, value in props.items() if name not in OUTSIDE}
    text = json.dumps([name, key, kept], ensure_ascii=False, sort_keys=True)
    return int.from_bytes(hashlib.sha256(text.encode()).digest(), "big")
