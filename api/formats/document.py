"""Answers as JSON documents: what was asked, the columns with their meaning, the rows, what they rest on."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import asdict

from api.answer import Answer
from graph.model import Coverage, Network, Table


def as_json(answer: Answer) -> bytes:
    """The document of `answer` as indented UTF-8 text."""
    text = json.dumps(document(answer), ensure_ascii=False, indent=2, allow_nan=False)
    return f"{text}\n".encode()


def document(answer: Answer) -> dict[str, object]:
    """The answer as plain values: query, title, parameters, columns and rows (or nodes and edges), coverage, cut."""
    result = answer.result
    return {
        "query": answer.query,
        "title": answer.title,
        "parameters": finite(dict(answer.parameters)),
        **(_table(result, answer.next) if isinstance(result, Table) else _network(result)),
        "coverage": coverage_document(answer.coverage),
        "cut": result.cut,
    }


def coverage_document(coverage: Coverage) -> dict[str, object]:
    """What an answer rests on: sources, snapshots, the first and the last month, known gaps."""
    return {
        "sources": list(coverage.sources),
        "snapshots": [finite(dict(snapshot)) for snapshot in coverage.snapshots],
        "months": {"from": coverage.covers_from, "to": coverage.covers_to},
        "gaps": list(coverage.gaps),
    }


def _table(table: Table, following: str) -> dict[str, object]:
    return {
        "columns": [asdict(column) for column in table.columns],
        "rows": [finite(record) for record in table.records()],
        "next": following or None,
    }


def _network(network: Network) -> dict[str, object]:
    return {
        "nodes": [finite(asdict(node)) for node in network.nodes],
        "edges": [finite(asdict(edge)) for edge in network.edges],
        "size_means": network.size_means,
        "weight_means": network.weight_means,
    }


def finite(value: object) -> object:
    """`value` as JSON has it: what is no number or endless is null, sequences are lists."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {str(name): finite(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [finite(item) for item in value]
    return value if value is None or isinstance(value, str | int | bool) else str(value)
