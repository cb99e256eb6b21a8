"""GDS projections: made for one measure, and dropped whatever happens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import uuid4

from graph.errors import BadInputError

if TYPE_CHECKING:
    from graph.database import Database


class EmptyProjectionError(BadInputError):
    """There is nothing to project: the graph has no such edges, or none for these parameters."""


@dataclass(frozen=True, slots=True)
class Projection:
    """What a GDS algorithm sees: node labels, relationship types, orientation, numeric relationship properties.

    With `rows`, a statement, it sees the edges that this returns for the question's parameters: nodes `start` and
    `end`, and the properties. `name` is what people call them.
    """

    nodes: tuple[str, ...] = ()
    edges: tuple[str, ...] = ()
    orientation: str = "UNDIRECTED"
    properties: tuple[str, ...] = ()
    rows: str = ""
    name: str = ""


_STORED = """MATCH (start:{nodes}) WHERE (start)-[:{edges}]->(:{nodes})
WITH start ORDER BY start.key
CALL (start) {{ // sorted node by node: sorting all ties at once takes twice as long
MATCH (start)-[tie:{edges}]->(end:{nodes}){known}
WITH end, type(tie) AS type{properties} ORDER BY tie.key, type
RETURN end, type{names}
}}"""
_ASKED = """CALL () {{
{rows}
}}
WITH start, end, 'TIE' AS type{properties} ORDER BY start.key, end.key"""
_PROJECT = """
{edges}
WITH {ends}, type{properties}
WITH gds.graph.project($graph, start, end, {{
  sourceNodeLabels: {start}, targetNodeLabels: {end}, relationshipType: type,
  relationshipProperties: {{{values}}}
}}, {{undirectedRelationshipTypes: $undirected}}) AS made
RETURN made.nodeCount AS nodes
"""
_ENDS = ("start", "end")
_DROP = "CALL gds.graph.drop($graph, false) YIELD graphName RETURN graphName"


@contextmanager
def projected(
    database: Database, projection: Projection, parameters: Mapping[str, object] | None = None, timeout: float = 300.0
) -> Iterator[str]:
    """The name of a projection that exists inside the `with` block and nowhere else; without isolated nodes.

    Edges come in the order of their keys. A native projection takes them in the order of the store, and a seeded
    clustering then differs between two stores that hold the same graph. Where the parameter `weight` names one of the
    properties, only that one is projected. A stored edge of which one is 0 or unknown weighs nothing
    and is left out.
    """
    name = f"atlas-{uuid4().hex[:12]}"
    undirected = ["*"] if projection.orientation.upper() == "UNDIRECTED" else []
    given = {**(parameters or {}), "graph": name, "undirected": undirected}
    needed = _needed(projection, given)
    try:
        made = database.read(statement(needed), given, timeout=timeout).rows
        if not made or made[0][0] is None:
            raise EmptyProjectionError(f"there is nothing to measure: the graph has no {_in_words(needed)}")
        yield name
    finally:
        database.read(_DROP, {"graph": name})


def _needed(projection: Projection, parameters: Mapping[str, object]) -> Projection:
    weight = parameters.get("weight")
    return replace(projection, properties=(str(weight),)) if weight in projection.properties else projection


def _in_words(projection: Projection) -> str:
    what = projection.name or " or ".join(projection.edges)
    return (
        what if projection.rows or not projection.properties else f"{what} with {' and '.join(projection.properties)}"
    )


def statement(projection: Projection) -> str:
    """The Cypher that makes the projection `$graph`."""
    stored = "".join(f", tie.{name} AS {name}" for name in projection.properties)
    properties = "".join(f", {name}" for name in projection.properties)
    if projection.rows:
        edges = _ASKED.format(rows=projection.rows, properties=properties)
    else:
        nodes, types = "|".join(projection.nodes), "|".join(projection.edges)
        known = " AND ".join(f"tie.{name} > 0" for name in projection.properties)
        where = f" WHERE {known}" if known else ""
        edges = _STORED.format(nodes=nodes, edges=types, known=where, properties=stored, names=properties)
    ends = "end AS start, start AS end" if projection.orientation.upper() == "REVERSE" else "start, end"
    values = ", ".join(f"{name}: {name}" for name in projection.properties)
    # One label is the same in every row; asking each node for it takes a tenth of the time.
    start, end = (repr(list(projection.nodes)) if len(projection.nodes) == 1 else f"labels({of})" for of in _ENDS)
    return _PROJECT.format(edges=edges, ends=ends, start=start, end=end, properties=properties, values=values)
