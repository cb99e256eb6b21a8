"""JSON (UTF-8): the answer with its meanings, sources, months and gaps, so that it can be cited."""

from __future__ import annotations

import json
from dataclasses import asdict

from graph.model import Coverage, Network, Table
from viz.templating import plain

MEDIA_TYPE = "application/json"
SUFFIX = ".json"


def export(answer: Table | Network) -> bytes:
    """A table as columns and rows (one map per row), or a network as nodes and edges; both with their coverage."""
    body = _network(answer) if isinstance(answer, Network) else _table(answer)
    whole = body | {"coverage": _coverage(answer.coverage), "cut": answer.cut}
    return json.dumps(plain(whole), ensure_ascii=False, allow_nan=False).encode()


def _table(table: Table) -> dict[str, object]:
    return {"columns": [asdict(column) for column in table.columns], "rows": table.records()}


def _network(network: Network) -> dict[str, object]:
    return {
        "nodes": [
            {"key": n.key, "label": n.label, "title": n.title, "size": n.size, "community": n.community}
            | {"facts": n.facts}
            for n in network.nodes
        ],
        "edges": [
            {"source": e.source, "target": e.target, "type": e.type, "weight": e.weight, "facts": e.facts}
            | {"evidence": list(e.evidence)}
            for e in network.edges
        ],
        "size_means": network.size_means,
        "weight_means": network.weight_means,
    }


def _coverage(coverage: Coverage) -> dict[str, object]:
    return {
        "sources": list(coverage.sources),
        "snapshots": [dict(snapshot) for snapshot in coverage.snapshots],
        "covers_from": coverage.covers_from,
        "covers_to": coverage.covers_to,
        "gaps": list(coverage.gaps),
    }
