"""Tables of settled elements, beside the graph that the ordinary loader makes of the same records."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.bulk.combine import alone, edge_claims, node_claims
from graph.bulk.shape import EDGE_SHAPES, NODE_SHAPES
from graph.database import Database
from graph.keys import coded, named
from graph.model import EdgeRecord, NodeRecord, Record, Value, Where
from tests.graph.bulk.settled import Source, hash_at_once
from tests.graph.test_load_order import SOURCES, WORLDS, hash_of
from tests.graph.worlds import at, lines, origin, person, project, work

ONE_EXAMPLE_EACH = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def domain(name: str, line: int) -> NodeRecord:
    return NodeRecord(named("Domain", name), {"name": name, "taxonomy": "stack", "level": "domain"}, at(line))


def organization(name: str, line: int, **facts: str | list[str]) -> NodeRecord:
    return NodeRecord(named("Organization", name), {"name": name, **facts}, at(line))


def several_labels(source: str = "git") -> list[Record]:
    """Edges whose ends may be of several labels, lists that are united, numbers of which the larger one holds."""
    inner, outer = domain("Inner", 1), domain("Outer", 1)
    acme, acme_too = organization("Acme", 2, handles=["b", "a"]), organization("acme", 3, handles=["c"], kind="company")
    product = NodeRecord(named("Product", "Thing"), {"name": "Thing", "kind": "product"}, at(4))
    return [
        EdgeRecord("PART_OF", inner, outer, {"source": "s"}, at(1)),
        EdgeRecord("PART_OF", acme, acme_too, {"source": "s", "since": "2020"}, at(2)),
        EdgeRecord("PART_OF", acme, outer, {"source": "s"}, at(3)),
        EdgeRecord("FOUNDED_BY", product, acme, {"source": "s"}, at(4)),
        EdgeRecord("FOUNDED_BY", project("o/a", where=at(5)), acme, {"source": "s", "since": "2021-02"}, at(5)),
        EdgeRecord("AFFILIATED_WITH", person("ann"), acme, affiliation(0.25, "Acme"), at(6)),
        EdgeRecord("AFFILIATED_WITH", person("Ann"), acme_too, affiliation(1, "ACME"), at(7)),
        covered(source, at(10), "2024-01", "2024-05"),
        covered(source, at(11), "2024-06", "2024-06", partial=True),
        work(person("ann"), project("o/a"), at(8), commits=3, activity=1),
        work(person("ANN"), project("O/A"), at(9), commits=2, reviews=5, activity=0.5),
    ]


def affiliation(confidence: float, raw: str) -> dict[str, str | float | int]:
    return {"source": "s", "rank": 2, "confidence": confidence, "raw": raw, "from": "2020"}


def covered(source: str, where: Where, first: str, last: str, **facts: bool) -> EdgeRecord:
    props: dict[str, Value] = {"source": "s", "method": "api", "rank": 2, "activities": ["commits"], **facts}
    snapshot = NodeRecord(coded("Snapshot", origin(source).key), {}, where)
    return EdgeRecord("COVERED_BY", project("o/a"), snapshot, {**props, "covers_from": first, "covers_to": last}, where)


RENAMES: list[Record] = [
    work(person("ann", 5), project("o/A", 7), at(1), commits=1),
    work(person("ann"), project("o/a"), at(2), commits=9),
    project("o/b", former=["o/a0"], where=at(3)),
    project("o/c", former=["o/b"], where=at(4), license="MIT"),
    work(person("anna", 5, former=["ann"]), project("o/a0"), at(5), reviews=2),
    project("o/x", former=["o/y"], where=at(6)),
    project("o/y", former=["o/x"], where=at(7)),
    project("o/A", 9, where=at(8), language="Rust"),
    project("o/old", 12, former=["o/older"], where=at(9)),
    project("o/older", 11, where=at(10)),
]


@pytest.mark.parametrize("rows", [several_labels(), RENAMES, lines(40), []], ids=["labels", "renames", "lines", "none"])
def test_records_of_one_source_come_to_the_same_graph_both_ways(graph: Database, rows: list[Record]) -> None:
    source = (origin("git"), rows)
    assert hash_at_once([source], batch=3, together=2) == hash_at_once([source]) == hash_of(graph, [source])


def test_several_sources_with_shared_names_come_to_the_same_graph_both_ways(graph: Database) -> None:
    assert hash_at_once(SOURCES.values()) == hash_of(graph, SOURCES.values())


@ONE_EXAMPLE_EACH
@given(WORLDS, st.randoms(use_true_random=False), st.integers(1, 4))
def test_any_world_comes_to_the_same_graph_both_ways(
    graph: Database, world: Sequence[Source], random: Random, batch: int
) -> None:
    assert hash_at_once(random.sample(world, len(world)), batch, together=batch) == hash_of(graph, world)  # type: ignore[arg-type]


def test_a_refused_row_leaves_nothing_in_either_graph(graph: Database) -> None:
    rows = [*lines(3), project("bad/one", where=at(4), language=7), project("good/one", where=at(5))]
    assert hash_at_once([(origin("git"), rows)]) == hash_of(graph, [(origin("git"), rows)])


@pytest.mark.parametrize("shape", [*NODE_SHAPES.values(), *EDGE_SHAPES.values()], ids=lambda shape: shape.name)
def test_no_property_is_called_as_a_column_of_ours(shape: object) -> None:
    of = next(each for each in (*NODE_SHAPES.values(), *EDGE_SHAPES.values()) if each is shape)
    for columns in (of.spilled, of.claimed, of.settled):
        names = [column.name for column in columns]
        assert len(names) == len(set(names))


def test_ends_that_have_no_other_names_are_not_looked_up() -> None:
    assert "meanings" not in node_claims(NODE_SHAPES["Domain"], "told").select("true")
    assert "meanings" in node_claims(NODE_SHAPES["Developer"], "told").select("true")
    assert edge_claims(EDGE_SHAPES["PART_OF"], "told").select("true").count("meanings") == 0
    assert edge_claims(EDGE_SHAPES["OWNS"], "told").select("true").count("JOIN meanings") == 1
    assert edge_claims(EDGE_SHAPES["CONTRIBUTED_TO"], "told").select("true").count("JOIN meanings") == 2


def test_elements_with_one_claim_are_taken_as_they_are() -> None:
    assert alone(NODE_SHAPES["Topic"]).endswith("FROM claims ANTI JOIN several USING (key)")
