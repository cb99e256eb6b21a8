"""Documents of the API back into answers: what `api.formats.document` wrote, read again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from api.answer import Answer
from graph.model import Column, Coverage, Edge, Network, Node, Table

Document = Mapping[str, Any]


def answer_of(document: Document) -> Answer:
    """The answer of a query that `document` tells; what was left out of a network is not counted in it."""
    coverage = coverage_of(document["coverage"])
    result = _network(document, coverage) if "nodes" in document else _table(document, coverage)
    return Answer(document["query"], document["title"], result, document["parameters"])


def answer_of_statement(document: Document, parameters: Mapping[str, object], limit: int) -> Answer:
    """The answer of a statement of one's own, whose columns have no meanings and whose rows are lists."""
    columns = tuple(Column(column["name"], column["type"], "") for column in document["columns"])
    return Answer("cypher", "", Table(columns, document["rows"], cut=document["cut"]), parameters, cap=limit)


def coverage_of(document: Document) -> Coverage:
    """What an answer rests on."""
    months = document["months"]
    snapshots, gaps = tuple(document["snapshots"]), tuple(document["gaps"])
    return Coverage(tuple(document["sources"]), snapshots, months["from"], months["to"], gaps)


def _table(document: Document, coverage: Coverage) -> Table:
    columns = tuple(Column(**column) for column in document["columns"])
    rows = [[record[column.name] for column in columns] for record in document["rows"]]
    return Table(columns, rows, coverage, document["cut"])


def _network(document: Document, coverage: Coverage) -> Network:
    nodes = tuple(Node(**node) for node in document["nodes"])
    edges = tuple(Edge(**edge) for edge in document["edges"])
    return Network(nodes, edges, document["size_means"], document["weight_means"], coverage, document["cut"])
