"""A world of four repositories around v/core, told by events, with employers, countries, topics and a domain."""

from __future__ import annotations

import pytest

from cypher.catalogue import catalogue
from cypher.run import run
from graph import edge_kinds as edges
from graph.database import Database
from graph.model import Edge, Network
from ingest import records
from tests.cypher.queries.conftest import Holding
from tests.cypher.queries.told import Told, build

ROBOT = "dependabot[bot]"


@pytest.fixture
def around(holding: Holding) -> Database:
    """The graph with the world around v/core."""
    return holding("views", make)


def make(database: Database) -> Database:
    """The world: ann, ben and cid in v/core; ann and ben in v/near, ann in v/far, cid in v/alone."""
    events, table = Told(), Told("table", "reference")
    events.did("ann", "v/core", "2024-01", merged_prs=5, opened_prs=6, reviews=2)
    events.did("ann", "v/core", "2024-03", merged_prs=3)
    for who, where, made in (
        ("ben", "v/core", 4), ("cid", "v/core", 1), (ROBOT, "v/core", 50), (ROBOT, "v/near", 50),
        ("ann", "v/near", 2), ("ben", "v/near", 1), ("dan", "v/near", 9),
        ("ann", "v/far", 1), ("eve", "v/far", 1), ("fay", "v/far", 1), ("guy", "v/far", 1), ("cid", "v/alone", 1),
    ):  # fmt: skip
        events.did(who, where, "2024-02", each=made)
    events.did("ann", "v/starred", "2024-02", stars=1)
    table.works_at("ann", "Acme")
    table.domain("Kernels", "v/core")
    for where, topic in (("v/core", "llm"), ("v/core", "cuda"), ("v/near", "llm")):
        table.link(edges.HAS_TOPIC, table.bare(where), records.topic(topic, table.where))
    ben, germany = records.developer("ben", table.where), records.country("DE", "Germany", table.where)
    table.others.append(
        records.location(ben, germany, table.origin.source, confidence=1.0, raw="Germany", where=table.where)
    )
    return build(database, events, table)


def drawn(database: Database, name: str, **values: object) -> Network:
    """The network that a query answers; `from_` stands for the parameter `from`."""
    answer = run(database, catalogue().find(name), {key.rstrip("_"): value for key, value in values.items()})
    assert isinstance(answer, Network)
    return answer


def sizes(network: Network, label: str) -> dict[str, float | None]:
    """The nodes of a label: title -> size, in the order of the answer."""
    return {node.title: node.size for node in network.nodes if node.label == label}


def ties(network: Network, kind: str) -> dict[tuple[str, str], Edge]:
    """The edges of a type by the titles of their ends."""
    titles = {node.key: node.title for node in network.nodes}
    return {(titles[edge.source], titles[edge.target]): edge for edge in network.edges if edge.type == kind}
