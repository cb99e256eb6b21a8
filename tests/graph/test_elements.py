"""Nodes and edges by pages, in the order of their keys."""

import pytest

from graph import schema, statements
from graph.database import Database
from graph.elements import EDGES, NODES, Elements


def everything(elements: Elements, database: Database, size: int) -> list[dict[str, object]]:
    names = [column.name for column in elements.columns]
    return [dict(zip(names, row, strict=True)) for page in elements.walk(database, size) for row in page]


def test_every_kind_of_the_schema_has_a_name_of_its_own() -> None:
    assert [elements.kind for elements in NODES.values()] == list(schema.NODES.values())
    assert [elements.kind for elements in EDGES.values()] == list(schema.EDGES.values())
    assert not NODES.keys() & EDGES.keys()


@pytest.mark.parametrize("size", [1, 7, 1_000])
def test_pages_of_any_size_have_every_node_once_in_the_order_of_keys(atlas: Database, size: int) -> None:
    found = [node["key"] for node in everything(NODES["organizations"], atlas, size)]
    assert found == sorted(atlas.read("MATCH (o:Organization) RETURN collect(o.key) AS keys").rows[0][0])  # type: ignore[call-overload]


def test_an_edge_has_its_ends_and_every_property_of_the_schema(atlas: Database) -> None:
    found = everything(EDGES["owns"], atlas, 1_000)
    assert len(found) == atlas.read("MATCH ()-[r:OWNS]->() RETURN count(r) AS n").rows[0][0]
    assert {(edge["start_label"], edge["end_label"]) for edge in found} == {("Organization", "Repository")}
    assert {"start", "end", "source"} <= found[0].keys()


def test_nodes_are_found_by_what_is_indexed(atlas: Database) -> None:
    repositories = NODES["repositories"]
    assert repositories.indexed == ("name", "community")
    names = [column.name for column in repositories.columns]
    (row,) = repositories.page(atlas, equal={"name": "deepseek-ai/DeepEP"})
    assert dict(zip(names, row, strict=True))["name"] == "deepseek-ai/DeepEP"


@pytest.mark.parametrize("by", [(), ("name",), ("community", "name")])
def test_a_page_looks_at_no_node_that_an_index_would_leave_out(atlas: Database, by: tuple[str, ...]) -> None:
    parameters = {"after": "", "size": 10, "name": "x", "community": 1}
    assert atlas.explain(statements.page_of_nodes("Repository", by), parameters).scans == ()
