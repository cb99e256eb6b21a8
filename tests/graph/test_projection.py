"""Projections have the orientation and the properties that were asked for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.database import Database
from graph.errors import AtlasError, BadInputError
from graph.projection import EmptyProjectionError, Projection, projected, statement


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


BOTH = (
    "MATCH (d:Developer)-[c:CONTRIBUTED_TO]->(r:Repository) WHERE c.commits >= $least "
    "RETURN r AS start, d AS end, toFloat(c.commits) AS weight"
)
WORK = Projection(properties=("weight",), rows=BOTH, name="work")
LISTED = "CALL gds.graph.list() YIELD graphName RETURN count(*)"


@pytest.fixture
def work(graph: Database) -> Database:
    """Two people in two projects."""
    graph.write(
        "CREATE (x:Repository {key: 'x'}), (y:Repository {key: 'y'}), "
        "(a:Developer {key: 'a'}), (b:Developer {key: 'b'}) "
        "CREATE (a)-[:CONTRIBUTED_TO {key: '1', commits: 1}]->(x), (b)-[:CONTRIBUTED_TO {key: '2', commits: 2}]->(x), "
        "(b)-[:CONTRIBUTED_TO {key: '3', commits: 3}]->(y)"
    )
    return graph


@pytest.mark.parametrize(("least", "edges"), [(1, 3), (3, 1)])
def test_a_statement_with_parameters_may_say_what_is_projected(work: Database, least: int, edges: int) -> None:
    with projected(work, replace(WORK, orientation="NATURAL"), {"least": least}) as name:
        text = (
            "CALL gds.graph.relationshipProperty.stream($name, 'weight') "
            "YIELD sourceNodeId, targetNodeId, propertyValue AS w "
            "RETURN gds.util.asNode(sourceNodeId).key AS a, gds.util.asNode(targetNodeId).key AS b, w "
            "ORDER BY w"
        )
        rows = work.read(text, {"name": name}).rows
    assert rows == [["x", "a", 1.0], ["x", "b", 2.0], ["y", "b", 3.0]][-edges:]
    assert work.read(LISTED).rows == [[0]]


def test_nothing_to_project_is_said_with_its_name(work: Database) -> None:
    with pytest.raises(EmptyProjectionError, match="the graph has no work"), projected(work, WORK, {"least": 9}):
        pass
    assert work.read(LISTED).rows == [[0]]


@pytest.mark.parametrize("rows", ["RETURN 1 AS start, 2 AS end, 0.0 AS weight", "RETURN nothing"])
def test_a_projection_that_fails_leaves_nothing(work: Database, rows: str) -> None:
    with pytest.raises(AtlasError), projected(work, replace(WORK, rows=rows), {"least": 1}):
        pass
    assert work.read(LISTED).rows == [[0]]


def test_a_projection_goes_when_its_question_fails(work: Database) -> None:
    with pytest.raises(BadInputError), projected(work, WORK, {"least": 1}):
        work.read("CALL gds.wcc.stream('no such graph') YIELD nodeId RETURN nodeId")
    assert work.read(LISTED).rows == [[0]]


def test_edges_come_in_the_order_of_their_keys() -> None:
    assert "ORDER BY start.key, end.key" in statement(WORK)
    told = statement(Projection(("Repository",), ("SHARES_DEVELOPERS",), "REVERSE"))
    assert told.index("ORDER BY start.key") < told.index("ORDER BY tie.key")


def test_edges_that_weigh_nothing_known_are_left_out_and_none_left_is_said(graph: Database) -> None:
    graph.write(
        "CREATE (a:Repository {key: 'a'}), (b:Repository {key: 'b'}), (c:Repository {key: 'c'}) "
        "CREATE (a)-[:SHARES_DEVELOPERS {key: 'x', strength: 2.0, lift: 0.0}]->(b), "
        "(b)-[:SHARES_DEVELOPERS {key: 'y', strength: 1.0, collaboration: 3.0}]->(c)"
    )
    ties = Projection(("Repository",), ("SHARES_DEVELOPERS",), properties=("strength", "collaboration", "lift"))
    counted = "CALL gds.graph.list($name) YIELD nodeCount, relationshipCount RETURN nodeCount, relationshipCount / 2"
    for weight, size in (("strength", [3, 2]), ("collaboration", [2, 1])):
        with projected(graph, ties, {"weight": weight}) as name:
            assert graph.read(counted, {"name": name}).rows == [size]
    message = "the graph has no SHARES_DEVELOPERS with lift"
    with pytest.raises(EmptyProjectionError, match=message), projected(graph, ties, {"weight": "lift"}):
        pass
