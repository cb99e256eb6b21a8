"""Edges: one per key, whoever claims it."""

from __future__ import annotations

from graph.database import Database
from graph.edges import EdgeRow
from graph.keys import named
from graph.load import load
from graph.model import EdgeRecord, NodeRecord, Value
from tests.graph.worlds import at, names, origin, person, project, work


def product(name: str, line: int) -> NodeRecord:
    return NodeRecord(named("Product", name), {"name": name, "kind": "product"}, at(line))


def organization(name: str, line: int) -> NodeRecord:
    return NodeRecord(named("Organization", name), {"name": name}, at(line))


def founded(what: NodeRecord, line: int) -> EdgeRecord:
    return EdgeRecord("FOUNDED_BY", what, organization("Acme", line), {"source": "s"}, at(line))


def test_a_key_joins_ends_source_and_period() -> None:
    row = EdgeRow("CONTRIBUTED_TO", "Developer", "d", "Repository", "r", {"m": {"source": "s", "period": "2025-04"}})
    assert row.key == "d|r|s|2025-04"


def works(where: str, line: int, **dates: str) -> EdgeRecord:
    props: dict[str, Value] = {"source": "s", "rank": 2, "confidence": 1.0, "raw": where, **dates}
    return EdgeRecord("AFFILIATED_WITH", person("ann", where=at(line)), organization(where, line), props, at(line))


def test_a_key_holds_what_its_kind_adds_only_where_that_is_known() -> None:
    said: dict[str, Value] = {"source": "s", "rank": 2, "confidence": 1.0, "raw": "Acme"}
    bare = EdgeRow("AFFILIATED_WITH", "Developer", "d", "Organization", "o", {"m": {**said}})
    since = EdgeRow("AFFILIATED_WITH", "Developer", "d", "Organization", "o", {"m": {**said, "from": "2022"}})
    assert (bare.key, since.key) == ("d|o|s", "d|o|s|2022")
    in_part = EdgeRow("COVERED_BY", "Repository", "r", "Snapshot", "t", {"m": {"source": "s", "partial": True}})
    assert in_part.key == "r|t|s|true"


def test_two_periods_at_one_organization_are_two_edges(graph: Database) -> None:
    rows = [works("Acme", 1, **{"from": "2018", "to": "2020"}), works("Bolt", 2), works("Acme", 3, **{"from": "2022"})]
    load(graph, origin("s"), rows)
    found = graph.read("MATCH ()-[r:AFFILIATED_WITH]->(o) RETURN o.name, r.from, r.to ORDER BY o.name, r.from").rows
    assert found == [["Acme", "2018", "2020"], ["Acme", "2022", None], ["Bolt", None, None]]


def test_a_product_and_an_organization_of_one_name_have_edges_of_their_own(graph: Database) -> None:
    load(graph, origin("s"), [founded(product("Mind", 1), 1), founded(organization("Mind", 2), 2)])
    found = graph.read("MATCH (a)-[r:FOUNDED_BY]->() RETURN labels(a)[0], r.key ORDER BY r.key").rows
    assert found == [["Organization", "Organization:mind|acme|s"], ["Product", "Product:mind|acme|s"]]


def test_a_second_snapshot_of_an_edge_adds_what_it_knows(graph: Database) -> None:
    both = person("ann"), project("o/a")
    load(graph, origin("old", "2024-01-01"), [work(*both, at(1), commits=3, reviews=1)])
    load(graph, origin("new", "2025-01-01"), [work(*both, at(1), commits=2)])
    assert graph.read("MATCH ()-[r:CONTRIBUTED_TO]->() RETURN r.commits, r.reviews, size(r.snapshots)").rows == [
        [2, 1, 2]
    ]


def test_rows_of_one_snapshot_about_one_edge_are_one(graph: Database) -> None:
    both = person("ann"), project("o/a")
    load(graph, origin("s"), [work(*both, at(1), commits=9), work(*both, at(2), commits=10)])
    assert graph.read("MATCH ()-[r:CONTRIBUTED_TO]->() RETURN r.commits").rows == [[10]]


def test_an_edge_creates_its_ends(graph: Database) -> None:
    load(graph, origin("s"), [work(person("ann"), project("o/a"), at(1))])
    assert (names(graph), names(graph, "Developer")) == (["github:o/a"], ["github:@ann"])
