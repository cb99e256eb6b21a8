"""What the database returned, as the Table or the Network that the header declares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from cypher.query import Query
from graph import schema
from graph.errors import BadInputError
from graph.model import Edge, Network, Node, Table

if TYPE_CHECKING:
    from graph.database import Rows

_NODE = frozenset({"key", "label", "title", "size", "community", "facts"})
_EDGE = frozenset({"source", "target", "type", "weight", "facts", "evidence"})


def table(query: Query, rows: Rows) -> Table:
    """The rows under the columns that the header declares."""
    return Table(query.returns, rows.rows, cut=rows.cut)


def network(query: Query, rows: Rows) -> Network:
    """The nodes and edges of the one row that a graph returns, no more of each than the budget allows."""
    answer = rows.records()[0] if rows.rows else {}
    nodes = _distinct([_node(query, raw) for raw in _maps(query, answer, "nodes")])
    edges = [_edge(query, raw) for raw in _maps(query, answer, "edges")]
    known = {node.key for node in nodes}
    for edge in edges:
        if not {edge.source, edge.target} <= known:
            missing = edge.target if edge.source in known else edge.source
            raise _wrong(query, f"an edge {edge.type} ends at {missing!r}, which is not among its nodes")
    return _capped(query, nodes, edges, int(str(answer.get("left_out") or 0)))


def _capped(query: Query, nodes: list[Node], edges: list[Edge], left_out: int) -> Network:
    most = query.budget.rows if query.budget.rows is not None else max(len(nodes), len(edges))
    kept = {node.key for node in nodes[:most]}
    joined = [edge for edge in edges if edge.source in kept and edge.target in kept]
    return Network(
        nodes=tuple(nodes[:most]),
        edges=tuple(joined[:most]),
        size_means=query.sizes,
        weight_means=query.weights,
        cut=left_out > 0 or len(nodes) > most or len(joined) > most,
        left_out=left_out + max(0, len(nodes) - most),
    )


def _node(query: Query, raw: Mapping[str, object]) -> Node:
    key, label, title = (_text(query, "node", raw, name) for name in ("key", "label", "title"))
    _only(query, "node", raw, _NODE)
    if label not in schema.NODES:
        raise _wrong(query, f"a node has label {label!r}, which the schema does not have")
    size, community = _number(query, "node", raw, "size"), _number(query, "node", raw, "community")
    return Node(key, label, title, size, None if community is None else int(community), _facts(query, raw))


def _edge(query: Query, raw: Mapping[str, object]) -> Edge:
    source, target, kind = (_text(query, "edge", raw, name) for name in ("source", "target", "type"))
    _only(query, "edge", raw, _EDGE)
    weight = _number(query, "edge", raw, "weight")
    evidence = _maps(query, raw, "evidence") if raw.get("evidence") is not None else []
    return Edge(source, target, kind, 1.0 if weight is None else weight, _facts(query, raw), tuple(evidence))


def _distinct(nodes: list[Node]) -> list[Node]:
    first: dict[str, Node] = {}
    for node in nodes:
        first.setdefault(node.key, node)
    return list(first.values())


def _maps(query: Query, answer: Mapping[str, object], name: str) -> list[Mapping[str, object]]:
    found = answer.get(name, [])
    if not isinstance(found, Sequence) or not all(isinstance(item, Mapping) for item in found):
        raise _wrong(query, f"found {name} {found!r:.60}, expected a list of maps")
    return [item for item in found if isinstance(item, Mapping)]


def _text(query: Query, what: str, raw: Mapping[str, object], name: str) -> str:
    value = raw.get(name)
    if not isinstance(value, str):
        raise _wrong(query, f"{what} {dict(raw)!r:.80}: found {name} {value!r}, expected text")
    return value


def _number(query: Query, what: str, raw: Mapping[str, object], name: str) -> float | None:
    value = raw.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _wrong(query, f"{what} {dict(raw)!r:.80}: found {name} {value!r}, expected a number or nothing")
    return float(value)


def _facts(query: Query, raw: Mapping[str, object]) -> Mapping[str, object]:
    facts = raw.get("facts") or {}
    if not isinstance(facts, Mapping):
        raise _wrong(query, f"found facts {facts!r:.60}, expected a map")
    return facts


def _only(query: Query, what: str, raw: Mapping[str, object], known: frozenset[str]) -> None:
    for name in raw:
        if name not in known:
            raise _wrong(query, f"{what} has unknown {name!r}; known are {', '.join(sorted(known))}")


def _wrong(query: Query, what: str) -> BadInputError:
    return BadInputError(f"{query.file}: {query.name} answers what cannot be drawn: {what}")
