"""Projections have the orientation and the properties that were asked for."""

from __future__ import annotations

import pytest

from graph.database import Database
from graph.projection import Projection, projected


@pytest.mark.parametrize(("orientation", "edges"), [("UNDIRECTED", 2), ("natural", 1), ("REVERSE", 1)])
def test_a_projection_has_its_orientation(graph: Database, orientation: str, edges: int) -> None:
    graph.write(
        "CREATE (:Repository {key: 'a'})-[:SHARES_DEVELOPERS {key: 'x', strength: 2.0}]->(:Repository {key: 'b'})"
    )
    with projected(graph, Projection(("Repository",), ("SHARES_DEVELOPERS",), orientation, ("strength",))) as name:
        found = graph.read(
            "CALL gds.graph.list($name) YIELD nodeCount, relationshipCount RETURN nodeCount, relationshipCount",
            {"name": name},
        )
        weights = graph.read(
            "CALL gds.graph.relationshipProperty.stream($name, 'strength') YIELD propertyValue RETURN propertyValue",
            {"name": name},
        )
    assert found.rows == [[2, edges]]
    assert weights.rows == [[2.0]] * edges
