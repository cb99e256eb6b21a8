"""The schema as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict

from graph.schema import EDGES, NODES


def as_json() -> str:
    """The schema as indented JSON: `nodes` and `edges`, each with its properties."""
    return json.dumps(schema_document(), ensure_ascii=False, indent=2) + "\n"


def schema_document() -> dict[str, object]:
    """The schema as plain values."""
    return {"nodes": [asdict(kind) for kind in NODES.values()], "edges": [asdict(kind) for kind in EDGES.values()]}
