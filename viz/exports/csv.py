"""Comma-separated values (RFC 4180, UTF-8). Texts that a spreadsheet would run as formulas are made harmless."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from graph.model import Edge, Network, Node, Table

MEDIA_TYPE = "text/csv; charset=utf-8"
SUFFIX = ".csv"
RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""Beginnings of formulas, the full-width ones of East Asian spreadsheets among them."""


def export(answer: Table | Network) -> bytes:
    """A table's rows under their columns' names, or a network's edges with the titles of their ends."""
    return edges(answer) if isinstance(answer, Network) else _written(_rows(answer))


def nodes(network: Network) -> bytes:
    """A network's nodes: key, kind, title, size, community, then every fact that any of them has."""
    facts = list(dict.fromkeys(name for node in network.nodes for name in node.facts))
    head = ["key", "kind", "title", "size", "community", *facts]
    return _written([head, *(_node(node, facts) for node in network.nodes)])


def edges(network: Network) -> bytes:
    """A network's edges: both ends by title and key, type, weight, then every fact that any of them has."""
    facts = list(dict.fromkeys(name for edge in network.edges for name in edge.facts))
    titles = {node.key: node.title for node in network.nodes}
    head = ["from", "to", "type", "weight", *facts, "from_key", "to_key"]
    return _written([head, *(_edge(edge, titles, facts) for edge in network.edges)])


def safe(value: object) -> object:
    """`value` as a cell: unknown empty, lists joined, and a text that begins like a formula led by an apostrophe."""
    if value is None or isinstance(value, bool | int | float):
        return "" if value is None else value
    text = "; ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    return f"'{text}" if text.startswith(RISKY) else text


def _rows(table: Table) -> Iterable[Sequence[object]]:
    yield [column.name for column in table.columns]
    yield from table.rows


def _node(node: Node, facts: list[str]) -> list[object]:
    return [node.key, node.label, node.title, node.size, node.community, *(node.facts.get(name) for name in facts)]


def _edge(edge: Edge, titles: dict[str, str], facts: list[str]) -> list[object]:
    ends = [titles.get(edge.source, edge.source), titles.get(edge.target, edge.target)]
    return [*ends, edge.type, edge.weight, *(edge.facts.get(name) for name in facts), edge.source, edge.target]


def _written(rows: Iterable[Sequence[object]]) -> bytes:
    file = io.StringIO(newline="")
    csv.writer(file).writerows([safe(value) for value in row] for row in rows)
    return file.getvalue().encode()
