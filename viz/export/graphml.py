"""A drawing as GraphML, which yEd, igraph, Neo4j's APOC and networkx read."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from viz.export.graph import graph

if TYPE_CHECKING:
    from viz.drawing import Drawing


def graphml(drawing: Drawing) -> bytes:
    """The file: facts as attributes, with whole numbers and fractions of one name as fractions."""
    from networkx.readwrite.graphml import GraphMLWriter  # noqa: PLC0415  slow to import

    writer = GraphMLWriter(graph(drawing), encoding="utf-8", prettyprint=True, infer_numeric_types=True)
    file = io.BytesIO()
    writer.dump(file)
    return file.getvalue()
