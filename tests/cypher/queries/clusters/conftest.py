"""A world of groups: some stay, one falls apart, one ends, one begins in 2025."""

from __future__ import annotations

import pytest

from graph.database import Database
from tests.cypher.queries.conftest import Holding
from tests.cypher.queries.famous_networks import stored
from tests.cypher.queries.told import Told, build

ROBOT = "dependabot[bot]"
EARLY, LATE = "2024-03", "2025-03"
TIES = {
    "a/one": ["ann", "amy", "abe"],
    "a/two": ["ann", "amy", "abe"],
    "a/three": ["ann", "amy", "bob"],
    "b/one": ["bob", "ben", "bea"],
    "b/two": ["bob", "ben", "bea", "eve"],
}
"""Who works where, early: bob ties the two groups, eve works in one project alone."""


@pytest.fixture
def groups(holding: Holding) -> Database:
    """The graph with the world of groups, and its communities."""
    return holding("groups", make)


def make(database: Database) -> Database:
    """The world: events of 2024-01 to 2025-06, and a table of domains and employers."""
    events, table = Told(), Told("table", "reference")
    for name, people in TIES.items():
        for number, who in enumerate(people):
            events.did(who, name, EARLY, each=5 if who == "bob" and name[0] == "b" else 3 - number % 3)
    for name in ("a/one", "a/two", "a/three"):
        events.did("ann", name, LATE)
        events.did("amy", name, LATE)
    for number in range(1, 6):
        events.did("dan", f"d/{number}", EARLY)
        events.did("dot", f"d/{number}", EARLY)
        events.did("dan" if number < 4 else "dot", f"d/{number}", LATE)
    for name in ("n/one", "n/two"):
        events.did("new", name, LATE)
        events.did(ROBOT, name, LATE, each=50)
        events.did(ROBOT, "a/one", LATE, each=50)
    table.domain("Serving", "a/one", "a/two")
    table.domain("Training", "b/one", "b/two")
    table.works_at("bob", "Works")
    build(database, events, table)
    stored(
        database,
        "shared-ties",
        "leiden",
        "pagerank",
        "repository-centrality",
        "developer-ties",
        "developer-leiden",
        "developer-pagerank",
        "developer-centrality",
    )
    return database
