"""A graph with everything that is hard to keep, and how it is saved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from graph.backup.save import Maker, save
from graph.database import Database
from graph.forget import forget
from graph.load import load
from tests.graph.bulk.test_load import worlds
from tests.graph.worlds import at, origin, person, project, work

NOW = datetime(2026, 7, 1, 12, tzinfo=UTC)
SMALL = Maker("0.0.0", NOW, page=3)
MEASURED = (
    "MATCH (r:Repository) SET r.pagerank = 0.1 + 0.2, r.community = 7",
    "MATCH (a:Repository), (b:Repository) WHERE a.key < b.key WITH a, b LIMIT 3 "
    "CREATE (a)-[:SHARES_DEVELOPERS {key: a.key + '|' + b.key, developers: 2, examples: ['ann', 'bob']}]->(b)",
    "MATCH (r:Repository) WITH r LIMIT 1 MERGE (m:Month {key: '1999-01', month: '1999-01'}) "
    "CREATE (r)-[:MEASURED {key: 'x', metric: 'openrank', value: 1.5}]->(m)",
    "CREATE (:Snapshot {key: 'measure:leiden:1', source: 'measure', state: 'complete', needs: []})",
)
ODD = (
    "CREATE (:Topic {key: 'z', whole: 1, real: 1.0, yes: true, none: [], many: [1, 2], reals: [1.0, 2.0]})",
    "CREATE (:Topic {key: 'y', date: date('2025-04-01'), dates: [date('2025-04-01'), date('1999-12-31')], "
    "local: localdatetime('2025-04-01T10:11:12.123456789'), time: time('10:11:12+01:00'), clock: localtime('10:11'), "
    "offset: datetime('2025-04-01T10:11:12.000000001+05:30'), zone: datetime('2025-07-01T10:00[Europe/Berlin]'), "
    "during: duration('P1Y2M3DT4H5.000000006S')})",
    "CREATE (:Topic {key: 'x', flat: point({x: 1.5, y: 2}), deep: point({longitude: 12.5, latitude: 56, height: 3})})",
    "CREATE (:Topic {key: 'w', name: 5, snapshots: 'no list', claims: ['a list']})",
    "CREATE (:Alias {key: 'Developer:github:@nobody', said: []})",
    *(
        f"CREATE (:Topic {{key: '{sign}', name: '{sign}'}})"
        for sign in ("\uffee", "\U0001f600", "z\u0301", "\u00e9", " ")
    ),
)
"""What no load writes: other types, other properties, names of nobody, and keys in the order of no alphabet."""


@pytest.fixture
def rich(graph: Database) -> Database:
    for told in worlds():
        load(graph, *told)
    people = [
        work(person("ann", 5, former=["anna"]), project("o/a"), at(1)),
        work(person("bob"), project("o/a"), at(2)),
    ]
    load(graph, origin("people"), people)
    load(graph, origin("gone"), [work(person("zoe"), project("o/a"), at(1))])
    forget(graph, "zoe")
    for statement in (*MEASURED, *ODD):
        graph.write(statement)
    return graph


Saving = Callable[..., Path]


@pytest.fixture
def saved(tmp_path: Path) -> Saving:
    """Saves a graph in small groups of rows, and tells the file."""

    def made(database: Database, name: str = "all.zip") -> Path:
        save(database, tmp_path / name, SMALL)
        return tmp_path / name

    return made


def contents(database: Database) -> list[str]:
    """Every node and every edge with all that they hold, in the driver's own types."""
    nodes = "MATCH (n) WHERE NOT n:Turn RETURN labels(n) AS l, properties(n) AS p, null AS a, null AS b"
    edges = "MATCH (a)-[r]->(b) RETURN type(r) AS l, properties(r) AS p, a.key AS a, b.key AS b"
    with database.writing() as writer:
        columns = ("l", "p", "a", "b")
        found = writer.together(
            lambda transaction: [
                row for text in (nodes, edges) for row in transaction.gather_as_stored(text, columns, {}).rows
            ]
        )
    return sorted(repr([label, sorted(props.items()), *ends]) for label, props, *ends in found)  # type: ignore[attr-defined]
