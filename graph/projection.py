"""GDS projections: made for one measure, and dropped whatever happens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import uuid4

from graph.errors import BadInputError

if TYPE_CHECKING:
    from graph.database import Database


@dataclass(frozen=True, slots=True)
class Projection:
    """What a GDS algorithm sees: node labels, relationship types, orientation, numeric relationship properties."""

    nodes: tuple[str, ...]
    edges: tuple[str, ...]
    orientation: str = "UNDIRECTED"
    properties: tuple[str, ...] = ()


_PROJECT = """
MATCH (a:{nodes})-[t:{edges}]->(b:{nodes})
WITH a, t, b ORDER BY a.key, b.key, t.key
WITH gds.graph.project($graph, {ends}, {{relationshipType: type(t), relationshipProperties: {{{properties}}}}},
                       {{undirectedRelationshipTypes: $undirected}}) AS made
RETURN made.nodeCount AS nodes
"""
_DROP = "CALL gds.graph.drop($graph, false) YIELD graphName RETURN graphName"


@contextmanager
def projected(database: Database, projection: Projection) -> Iterator[str]:
    """The name of a projection that exists inside the `with` block and nowhere else; without isolated nodes.

    Edges come in the order of their keys. A native projection takes them in the order of the store, and a seeded
    clustering then differs between two stores that hold the same graph.
    """
    name = f"atlas-{uuid4().hex[:12]}"
    undirected = ["*"] if projection.orientation.upper() == "UNDIRECTED" else []
    made = database.read(_statement(projection), {"graph": name, "undirected": undirected}, timeout=300).rows
    if not made or made[0][0] is None:
        raise BadInputError(f"there is nothing to measure: the graph has no {' or '.join(projection.edges)}")
    try:
        yield name
    finally:
        database.read(_DROP, {"graph": name})


def _statement(projection: Projection) -> str:
    properties = ", ".join(f"{name}: t.{name}" for name in projection.properties)
    nodes, edges = "|".join(projection.nodes), "|".join(projection.edges)
    ends = "b, a" if projection.orientation.upper() == "REVERSE" else "a, b"
    return _PROJECT.format(nodes=nodes, edges=edges, properties=properties, ends=ends)
