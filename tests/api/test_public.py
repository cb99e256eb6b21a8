"""Strangers' engines, with real processes: what they hold, what they refuse by themselves, and how they are ended."""

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

import httpx
import psutil
import pytest

from api import public
from api.app import create_app
from api.around import around_of
from api.following import Following
from api.public import CONSOLE, PUBLIC, ConsoleEngine, confined, opened_public, wanted
from api.served import Served, opened_for, own
from api.settings import Settings
from api.statements import GRACE, Desk, Statement
from cypher.catalogue import catalogue
from graph.backup.folder import place
from graph.backup.save import Maker, save
from graph.capped import Caps
from graph.database import Database
from graph.engine import server
from graph.engine.options import EngineOptions
from graph.errors import AtlasError, BadInputError, NotFoundError, QueryTimeoutError
from graph.forget import forget
from graph.load import load, prepare
from tests.api.conftest import serving
from tests.conftest import Shelf, wipe
from tests.cypher.hostile import STUBBORN
from tests.graph.worlds import at, origin, person, project, work

SECONDS = 2.0
START = 60.0
"""Seconds that an engine may take to start on a busy machine."""
GONE = "gone"
"""Who asked to be forgotten."""
PEOPLE = "MATCH (d:Developer) RETURN d.login AS login ORDER BY login"


def saved(graph: Database, file: Path, *people: str) -> Path:
    """The snapshot of a graph of these people, who all work on o/a."""
    wipe(graph)
    prepare(graph)
    load(graph, origin("people"), [work(person(name), project("o/a"), at(1)) for name in (*people, GONE)])
    file.parent.mkdir(parents=True, exist_ok=True)
    forget(graph, GONE)
    save(graph, file, Maker("0.0.0", datetime(2026, 7, 1, tzinfo=UTC)))
    return file


@pytest.fixture(scope="module")
def current(
    tmp_path_factory: pytest.TempPathFactory, downloads: Path, open_database: Database, shelf: Shelf
) -> Iterator[Settings]:
    """Settings whose data folder has the snapshot of ann and bob."""
    shelf.holds = ""
    folder = tmp_path_factory.mktemp("data")
    saved(open_database, place(folder) / "first.zip", "ann", "bob")
    made = Settings(data_dir=folder, downloads=downloads, idle_hours=0.5, heap_mb=512, page_cache_mb=64)
    yield made
    for engine in (PUBLIC, CONSOLE):
        server.stop(options(made, engine))


def options(current: Settings, engine: str) -> EngineOptions:
    limits = public.CATALOGUE_LIMITS if engine == PUBLIC else public.CONSOLE_LIMITS
    return confined(current, engine, limits)


@pytest.fixture(scope="module")
def copy(current: Settings) -> Iterator[Served]:
    with opened_public(current, None) as found:
        yield found


@pytest.fixture
def desk(copy: Served) -> Desk:
    return replace(copy.desk, caps=Caps(SECONDS))


def people(database: Database) -> list[object]:
    return [name for (name,) in database.read(PEOPLE).rows]


def process(current: Settings, engine: str) -> psutil.Process:
    pid = server.status(options(current, engine)).pid
    assert pid is not None
    return psutil.Process(pid)


def test_both_engines_hold_the_snapshot_and_nothing_that_came_later(copy: Served, open_database: Database) -> None:
    load(open_database, origin("later"), [work(person("zoe"), project("o/a"), at(2))])
    assert people(copy.database) == ["ann", "bob"]
    assert copy.desk.read(asked(PEOPLE)).rows.rows == [["ann"], ["bob"]]


def test_strangers_do_not_learn_who_asked_to_be_forgotten(copy: Served, open_database: Database) -> None:
    listed = "MATCH (f:Forgotten) RETURN f.key"
    assert open_database.read(listed).rows
    assert copy.database.read(listed).rows == copy.desk.read(asked(listed)).rows.rows == []


def test_a_statement_of_strangers_comes_after_all_else(copy: Served, current: Settings) -> None:
    assert copy
    assert [process(current, engine).nice() for engine in (PUBLIC, CONSOLE)] == [0, 19]


@contextmanager
def neighbour() -> Iterator[tuple[str, list[bytes]]]:
    """The address of a server of this machine, and what it was asked."""
    asked: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def answer() -> None:
            with suppress(OSError):
                while True:
                    client, _ = listener.accept()
                    asked.append(client.recv(100))
                    client.close()

        Thread(target=answer, daemon=True).start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/", asked


BESIDES_THE_GUARD = (
    ("CREATE (:Developer {key: 'x'})", "read"),
    ("CREATE INDEX x FOR (n:Developer) ON (n.x)", "read"),
    ("LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line", "file"),
    ("LOAD CSV FROM '{address}' AS line RETURN line", ""),
    ("CALL apoc.load.json('{address}') YIELD value RETURN value", "apoc.load.json"),
    ("RETURN apoc.cypher.runFirstColumnMany('RETURN 1', {}) AS x", "apoc.cypher"),
    ("CALL apoc.cypher.runWrite('CREATE (n)', {}) YIELD value RETURN value", "apoc.cypher"),
    ("CALL apoc.export.csv.all('/tmp/x', {}) YIELD file RETURN file", "apoc.export"),
    ("UNWIND range(1, 100000000) AS x RETURN collect(toString(x)) AS x", "memory"),
)


@pytest.mark.parametrize("engine", [PUBLIC, CONSOLE])
@pytest.mark.parametrize(("statement", "words"), BESIDES_THE_GUARD)
def test_the_engines_themselves_neither_write_nor_read_elsewhere(
    copy: Served, engine: str, statement: str, words: str
) -> None:
    database = copy.database if engine == PUBLIC else copy.desk.database()
    with neighbour() as (address, asked), pytest.raises(AtlasError) as refused:
        database.write(statement.replace("{address}", address))
    assert words in str(refused.value)
    assert asked == []
    assert people(database) == ["ann", "bob"]


def test_a_server_that_lost_its_engine_never_takes_the_owners(copy: Served, current: Settings) -> None:
    with around_of(current, copy, "127.0.0.1") as around:
        assert isinstance(around.follow, Following)
        assert around.follow.options == options(current, PUBLIC)


def test_graph_data_science_is_for_the_catalogue_alone(copy: Served) -> None:
    version = "RETURN gds.version() AS version"
    assert copy.database.read(version).rows
    with pytest.raises(AtlasError, match=r"gds\.version"):
        copy.desk.database().read(version)


def asked(statement: str) -> Statement:
    return Statement.model_validate({"statement": statement})


def taken(desk: Desk, statement: str) -> AtlasError:
    with pytest.raises(AtlasError) as refused:
        desk.read(asked(statement))
    return refused.value


@pytest.mark.parametrize(
    "statement", [STUBBORN[0], *(pytest.param(one, marks=pytest.mark.long) for one in STUBBORN[1:])]
)
def test_a_statement_that_heeds_no_cap_is_ended_with_its_engine(copy: Served, desk: Desk, statement: str) -> None:
    desk.read(asked("RETURN 1 AS x"))  # its engine runs
    began = time.monotonic()
    error = taken(desk, statement)
    assert time.monotonic() - began < SECONDS + GRACE + 10, str(error)
    assert error.status in {503, 504}
    assert "ended" in str(error)
    assert people(copy.database) == ["ann", "bob"]
    assert desk.read(asked(PEOPLE)).rows.rows == [["ann"], ["bob"]]


def test_an_end_by_force_is_said_to_who_caused_it_and_to_who_was_beside_it(desk: Desk) -> None:
    beside: list[AtlasError] = []
    patient = replace(desk, caps=Caps(30))
    other = Thread(target=lambda: beside.append(taken(patient, STUBBORN[2])))
    other.start()
    error = taken(desk, STUBBORN[0])
    other.join(START)
    assert isinstance(error, QueryTimeoutError)
    assert "did not heed its 2 s" in str(error)
    assert (beside[0].status, "under this one or another" in str(beside[0])) == (503, True)


def test_an_engine_that_was_left_open_is_confined_before_it_answers(current: Settings) -> None:
    limits = options(current, CONSOLE)
    with Database(server.start(replace(limits, confined=None))) as database:
        database.write("CREATE (n:Developer {key: 'x'}) DELETE n")
    engine = ConsoleEngine(limits, Database(server.start(limits)))
    with pytest.raises(AtlasError, match="read"):
        engine.database().write("CREATE (n:Developer {key: 'x'}) DELETE n")
    engine.door.close()


def test_what_cannot_be_served_is_said(tmp_path: Path) -> None:
    here = Settings(data_dir=tmp_path)
    with pytest.raises(NotFoundError, match="there is no snapshot in"):
        wanted(place(tmp_path), None)
    with (
        pytest.raises(BadInputError, match="NEO4J_URI is set"),
        opened_public(Settings(data_dir=tmp_path, neo4j_uri="bolt://there"), None),
    ):
        pass
    with pytest.raises(BadInputError, match="--public"), opened_for(here, "127.0.0.1", public=False, snapshot="x"):
        pass


@pytest.mark.parametrize(
    ("host", "console", "closed"),
    [
        ("127.0.0.1", "auto", ""),
        ("localhost", "auto", ""),
        ("::1", "auto", ""),
        ("0.0.0.0", "auto", "listens on 0.0.0.0, to others"),  # noqa: S104 - told, not bound
        ("atlas.example", "auto", "listens on atlas.example, to others"),
        ("0.0.0.0", "on", ""),  # noqa: S104 - told, not bound
        ("127.0.0.1", "off", "OSSATLAS_CONSOLE is off"),
    ],
)
def test_statements_of_others_do_not_reach_ones_own_graph(
    open_database: Database, host: str, console: str, closed: str
) -> None:
    desk = own(Settings(console=console), open_database, host).desk
    assert closed in desk.closed
    assert bool(closed) == bool(desk.closed)


def test_the_console_of_a_public_server_is_closed_where_the_settings_say_so(current: Settings) -> None:
    off = current.model_copy(update={"console": "off"})
    with opened_for(off, "0.0.0.0", public=True) as served:  # noqa: S104 - told, not bound
        assert "OSSATLAS_CONSOLE is off" in served.desk.closed


def test_a_closed_console_says_so(open_database: Database) -> None:
    desk = own(Settings(console="off"), open_database, "127.0.0.1").desk
    with (
        serving(create_app(open_database, catalogue(), desk=desk)) as address,
        httpx.Client(base_url=address, timeout=60) as web,
    ):
        answer = web.post("/api/v1/cypher", json={"statement": "RETURN 1"})
        assert (answer.status_code, "OSSATLAS_CONSOLE is off" in answer.json()["detail"]) == (403, True)
        page = web.get("/console").text
        assert "data-closed" in page
        assert page.count(" disabled") == 4


def test_the_same_snapshot_is_not_filled_in_again_and_another_takes_its_place(
    current: Settings, open_database: Database, tmp_path: Path, shelf: Shelf
) -> None:
    """The last one here: the others read the first snapshot, and to fill one in takes its time."""
    shelf.holds = ""
    before = process(current, PUBLIC).pid
    with opened_public(current, "first") as served:
        assert people(served.database) == ["ann", "bob"]
    assert process(current, PUBLIC).pid == before
    with opened_public(current, str(saved(open_database, tmp_path / "second.zip", "eve"))) as served:
        assert people(served.database) == ["eve"]
        assert served.desk.read(asked(PEOPLE)).rows.rows == [["eve"]]
