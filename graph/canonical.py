"""The canonical hash of the graph: the same for the same inputs, in whatever order and however often they came."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import cast

from graph import schema
from graph.database import Database
from graph.edge_kinds import MEASURED
from graph.node_kinds import MONTH, SNAPSHOT
from graph.version import MEASURE

OUTSIDE = {"loaded_at", *schema.DERIVED}
"""Times of loading, and what measures write: they follow from the rest or from the clock."""

_NODES = "MATCH (n:{label}) RETURN n.key, properties(n)"
_LOADED = f"MATCH (n:{SNAPSHOT.label}) WHERE n.source <> '{MEASURE}' RETURN n.key, properties(n)"
_EDGES = "MATCH ()-[r:{type}]->() RETURN r.key, properties(r)"
_CLAIMED_NODES = "MATCH (n:{label}) WHERE n.snapshots IS NOT NULL RETURN n.key, properties(n)"
_CLAIMED_EDGES = "MATCH ()-[r:{type}]->() WHERE r.snapshots IS NOT NULL RETURN r.key, properties(r)"
_SHARED = {MEASURED.type, MONTH.label}
"""What both loads and measures write: of these, what no load claims is a measure's."""
_ALIASES = f"MATCH (a:{schema.ALIAS_LABEL})-[:{schema.ALIAS_EDGE}]->(n) RETURN a.key, {{node: n.key, said: a.said}}"
_SIZE = 2**256


def graph_hash(database: Database) -> str:
    """The SHA-256 sum over all nodes, loaded edges and aliases, in hex; it does not depend on their order.

    Left out: derived edges, measured properties, values and months that no load claims, the runs that wrote them,
    times of loading. Memory is flat: element digests are added up.
    """
    total = 0
    for name, statement in _parts():
        for key, props in database.stream(statement):
            total = (total + _digest(name, str(key), cast("Mapping[str, object]", props))) % _SIZE
    return f"{total:064x}"


def _parts() -> Iterator[tuple[str, str]]:
    for label in schema.NODES:
        nodes = _CLAIMED_NODES if label in _SHARED else _NODES
        yield label, _LOADED if label == SNAPSHOT.label else nodes.format(label=label)
    for kind in schema.EDGES.values():
        if not kind.derived:
            yield kind.type, (_CLAIMED_EDGES if kind.type in _SHARED else _EDGES).format(type=kind.type)
    yield schema.ALIAS_LABEL, _ALIASES


def _digest(name: str, key: str, props: Mapping[str, object]) -> int:
    kept = {name: value for name, value in props.items() if name not in OUTSIDE}
    text = json.dumps([name, key, kept], ensure_ascii=False, sort_keys=True)
    return int.from_bytes(hashlib.sha256(text.encode()).digest(), "big")
