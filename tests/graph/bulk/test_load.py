"""Loads through the real importer, beside the same loads through the driver."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from graph.bulk.load import Told, Way, load_at_once
from graph.canonical import graph_hash
from graph.database import Database
from graph.engine import server
from graph.engine.home import Home
from graph.engine.importing import BusyError
from graph.engine.options import EngineOptions
from graph.errors import AtlasError, BadInputError, BadRowError
from graph.keys import named
from graph.load import Loaded, load, prepare
from graph.model import EdgeRecord, NodeRecord, Record, Value
from graph.rows import Tally
from graph.unload import unload
from ingest.datasets.bundled import bundled_table
from ingest.identity import Identities
from tests.graph.bulk.settled import Source
from tests.graph.bulk.test_combine import RENAMES, several_labels
from tests.graph.test_load import HOSTILE, with_bad_rows
from tests.graph.test_load_order import SOURCES
from tests.graph.worlds import at, lines, origin, project, wipe

LARGEST = 2**63 - 1


@pytest.fixture
def empty(engine: EngineOptions) -> Iterator[Database]:
    """The empty graph of the engine of these tests."""
    with Database(server.start(engine)) as database:
        wipe(database)
        yield database


def topics() -> list[Record]:
    """Lists of texts with every sign that might part them but one, and numbers at their bounds."""
    signs = "\x1f\x1e;,\x1d \"'\\"
    props: dict[str, Value] = {
        "former_names": [f"a{signs}", HOSTILE],
        "language": HOSTILE,
        "github_id": LARGEST,
        "archived": True,
    }
    repository = project("o/hostile", where=at(1), openrank_12m_sum=5e-324)
    odd = NodeRecord(repository.ref, {**repository.props, **props}, at(1))
    label = NodeRecord(named("Topic", "c\r\nd"), {"name": "c\r\nd\x00"}, at(2))
    return [odd, EdgeRecord("HAS_TOPIC", odd, label, {"source": "s"}, at(2))]


def worlds() -> list[Source]:
    """Everything that is hard: shared names, renames, many labels, hostile texts, refused rows, a correction."""
    return [
        *SOURCES.values(),
        (origin("labels"), several_labels("labels")),
        (origin("renames", "2025-07-01"), RENAMES),
        (origin("hostile"), topics()),
        (origin("bad"), with_bad_rows()),
        (origin("nothing"), []),
        SOURCES["rename"],  # once more
    ]


def indexes(database: Database) -> list[list[object]]:
    shown = "name, type, state, entityType, labelsOrTypes, properties, owningConstraint, options"
    made = database.read(f"SHOW INDEXES YIELD {shown} WHERE type <> 'LOOKUP' RETURN {shown} ORDER BY name").rows
    lookups = database.read("SHOW INDEXES YIELD type, state WHERE type = 'LOOKUP' RETURN type, state").rows
    return made + lookups


def everything(database: Database) -> list[list[object]]:
    """What the hash leaves out: how many there are of each label, and of each type between which labels."""
    nodes = database.read("MATCH (n) RETURN labels(n) AS l, count(*) ORDER BY l").rows
    edges = "MATCH (a)-[r]->(b) RETURN labels(a) AS a, type(r) AS r, labels(b) AS b, count(*) ORDER BY a, r, b"
    return nodes + database.read(edges).rows


def at_once(
    database: Database, engine: EngineOptions, sources: Sequence[Source], way: Way | None = None
) -> list[Loaded]:
    return load_at_once(database, engine, [Told(origin, rows) for origin, rows in sources], way or Way())


def test_an_import_makes_the_graph_that_loads_in_turn_make_and_the_next_load_goes_on_from_it(
    graph: Database, empty: Database, engine: EngineOptions
) -> None:
    sources = worlds()
    in_turn = [load(graph, *source) for source in sources]
    done = at_once(empty, engine, sources, Way(batch=3))
    assert done == in_turn
    assert graph_hash(empty) == graph_hash(graph)
    assert everything(empty) == everything(graph)
    assert indexes(empty) == indexes(graph)
    assert empty.read("MATCH (r:Repository {key: 'github:o/hostile'}) RETURN r.language").rows == [[HOSTILE]]
    for database in (empty, graph):
        load(database, origin("next", "2025-08-01"), [*lines(30), project("o/zz", former=["o/A"], where=at(31))])
    assert graph_hash(empty) == graph_hash(graph)
    for database in (empty, graph):
        unload(database, origin("renames").key)
    assert graph_hash(empty) == graph_hash(graph)


def both_ways(graph: Database, empty: Database, engine: EngineOptions, names: Sequence[str]) -> None:
    tables = [bundled_table(name, Identities.load()) for name in names]
    seen: list[Tally] = []
    in_turn = [load(graph, table.origin, table.records) for table in tables]
    done = load_at_once(empty, engine, [Told(table.origin, table.records, seen.append) for table in tables])
    assert done == in_turn
    assert seen[-1].rows_in == tables[-1].rows
    assert everything(empty) == everything(graph)
    assert graph_hash(empty) == graph_hash(graph)
    assert load(empty, tables[0].origin, []).already


def test_bundled_tables_come_to_the_same_graph_both_ways(
    graph: Database, empty: Database, engine: EngineOptions
) -> None:
    both_ways(graph, empty, engine, ["llm_landscape_2025", "repository_former_names", "deepseek_week_contributors"])


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_the_large_bundled_tables_come_to_the_same_graph_both_ways(
    graph: Database, empty: Database, engine: EngineOptions
) -> None:
    both_ways(graph, empty, engine, ["repository_former_names", "llm_landscape_commits_forks", "llm_landscape_commits"])


def test_a_graph_that_holds_something_is_left_alone(empty: Database, engine: EngineOptions) -> None:
    prepare(empty)
    load(empty, origin("git"), lines(3))
    before, pid = graph_hash(empty), server.status(engine).pid
    with pytest.raises(BusyError, match="the graph is not empty"):
        at_once(empty, engine, [(origin("other"), lines(3))])
    assert (graph_hash(empty), server.status(engine).pid) == (before, pid)


def test_an_engine_that_somebody_else_uses_goes_on(empty: Database, engine: EngineOptions) -> None:
    pid = server.status(engine).pid
    with Database(empty.connection) as other:
        other.read("RETURN 1")
        with pytest.raises(BusyError, match="another process uses the engine"):
            at_once(empty, engine, [(origin("git"), lines(3))])
    assert server.status(engine).pid == pid


def test_another_neo4j_than_the_engine_is_left_alone(graph: Database, engine: EngineOptions) -> None:
    with pytest.raises(BusyError, match="not that of the embedded engine"):
        at_once(graph, engine, [(origin("git"), lines(3))])


def test_a_refused_row_stops_a_strict_import_and_leaves_the_graph_empty_and_at_work(
    empty: Database, engine: EngineOptions
) -> None:
    home, bad = Home.of(engine), [*lines(4), project("bad/language", where=at(5), language=7)]
    with pytest.raises(BadRowError, match=r"table.csv:5: Repository.language: found 7, expected text"):
        at_once(empty, engine, [(origin("good"), lines(2)), (origin("git"), bad)], Way(strict=True))
    assert empty.read("MATCH (n) RETURN count(n)").rows == [[0]]
    assert not [path for path in home.root.iterdir() if path.name.startswith("import")]


def test_what_no_load_takes_is_refused_before_the_engine_stops(empty: Database, engine: EngineOptions) -> None:
    pid = server.status(engine).pid
    with pytest.raises(BadInputError, match=r"may hold no \|"):
        at_once(empty, engine, [(origin("a|b"), [])])
    with pytest.raises(AtlasError, match="MiB free"):
        at_once(empty, engine, [(origin("git"), [])], Way(rows=10**14))
    assert server.status(engine).pid == pid


def broken() -> Iterator[Record]:
    yield from lines(3)
    raise ConnectionResetError("the source went away")


def full() -> Iterator[Record]:
    yield from lines(3)
    raise OSError(28, "No space left on device")


@pytest.mark.long
def test_a_source_that_breaks_off_and_a_full_disk_leave_the_graph_empty(empty: Database, engine: EngineOptions) -> None:
    with pytest.raises(ConnectionResetError):
        load_at_once(empty, engine, [Told(origin("git"), broken())])
    with pytest.raises(AtlasError, match="cannot be written: No space left on device"):
        load_at_once(empty, engine, [Told(origin("git"), full())])
    assert empty.read("MATCH (n) RETURN count(n)").rows == [[0]]
