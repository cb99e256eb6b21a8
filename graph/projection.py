"""GDS projections: made for one measure, and dropped whatever happens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import uuid4

if TYPE_CHECKING:
    from graph.database import Database


@dataclass(frozen=True, slots=True)
class Projection:
    """What a GDS algorithm sees: node labels, relationship types, orientation, numeric relationship properties."""

    nodes: tuple[str, ...]
    edges: tuple[str, ...]
    orientation: str = "UNDIRECTED"
    properties: tuple[str, ...] = ()


_PROJECT = "CALL gds.graph.project($graph, $nodes, $edges) YIELD nodeCount RETURN nodeCount"
_DROP = "CALL gds.graph.drop($graph, false) YIELD graphName RETURN graphName"


@contextmanager
def projected(database: Database, projection: Projection) -> Iterator[str]:
    """The name of a projection that exists inside the `with` block and nowhere else."""
    name = f"atlas-{uuid4().hex[:12]}"
    edges = {
        edge: {"orientation": projection.orientation.upper(), "properties": list(projection.properties)}
        for edge in projection.edges
    }
    database.read(_PROJECT, {"graph": name, "nodes": list(projection.nodes), "edges": edges}, timeout=300)
    try:
        yield name
    finally:
        database.read(_DROP, {"graph": name})
