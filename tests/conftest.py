"""One real Neo4j for the test run: `connection`, and `database` with a clean graph for each test.

The embedded engine by default; `--neo4j=docker` runs the same tests against a container. Jars and the ahead-of-time
cache are kept in the user's cache folder; the database is new in each run and deleted after it.
"""

from __future__ import annotations

import gc
import secrets
import shutil
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from filelock import FileLock, Timeout
from platformdirs import user_cache_path

from api.measuring import measured_all
from graph.connection import Connection
from graph.database import Database
from graph.engine import server
from graph.engine.lock import locked_versions
from graph.engine.options import EngineOptions
from graph.load import load, prepare
from ingest.datasets.bundled import bundled
from ingest.identity import Identities

CACHE = user_cache_path("ossatlas-tests", appauthor=False)
DOWNLOADS = CACHE / "downloads"
RUNS = CACHE / "runs"
GOLDEN = Path(__file__).parent / "golden"
WIPE = (
    "MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 20000 ROWS",
    "MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS OF 20000 ROWS",
    "CALL gds.graph.list() YIELD graphName CALL gds.graph.drop(graphName) YIELD graphName AS dropped RETURN dropped",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--neo4j` and `--golden`."""
    parser.addoption("--neo4j", choices=["embedded", "docker"], default="embedded", help="which Neo4j the tests use")
    parser.addoption("--golden", action="store_true", help="rewrite tests/golden; read the diff afterwards")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with the file of that name in tests/golden; `--golden` writes it instead."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8"), f"{path.name} differs; `make golden` rewrites it"

    return compare


@pytest.fixture(scope="session")
def connection(request: pytest.FixtureRequest) -> Iterator[Connection]:
    """The Neo4j of this test run."""
    if request.config.getoption("--neo4j") == "docker":
        yield from docker_neo4j()
    else:
        yield from embedded_neo4j()


@pytest.fixture(scope="session")
def open_database(connection: Connection) -> Iterator[Database]:
    """The one open door of this test run; tests take `database`, which is clean."""
    with Database(connection) as opened:
        yield opened


@dataclass
class Shelf:
    """What the one graph of this test run holds: nothing that is known, or the bundled atlas."""

    holds: str = ""


@pytest.fixture(scope="session")
def shelf() -> Shelf:
    """What the graph holds, so that the atlas is not loaded for each test that reads it."""
    return Shelf()


@pytest.fixture
def database(open_database: Database, shelf: Shelf) -> Database:
    """The Neo4j of this test run without nodes, edges and projections; constraints and indexes stay."""
    shelf.holds = ""
    wipe(open_database)
    return open_database


@pytest.fixture
def atlas(open_database: Database, shelf: Shelf) -> Database:
    """The Neo4j of this test run with all bundled tables and their measures, for tests that only read."""
    if shelf.holds != "atlas":
        wipe(open_database)
        prepare(open_database)
        for dataset in bundled(Identities.load()):
            load(open_database, dataset.origin, dataset.records, strict=True)
        for _ in measured_all(open_database):
            pass
        shelf.holds = "atlas"
    return open_database


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that read the bundled atlas come one after the other, so that it is loaded once."""
    items.sort(key=lambda item: "atlas" in getattr(item, "fixturenames", ()))


def wipe(database: Database) -> None:
    """Empty the graph; edges first: with hubs, DETACH DELETE needs more memory than there is."""
    for statement in WIPE:
        database.run_alone(statement)


@pytest.fixture(scope="session")
def downloads() -> Path:
    """The folder of jars and ahead-of-time cache that all test runs share."""
    server.install(EngineOptions(CACHE / "installed", downloads=DOWNLOADS, reserve_mb=0))
    return DOWNLOADS


def embedded_neo4j() -> Iterator[Connection]:
    """An embedded engine with a database of its own, ended and deleted afterwards, also after an interrupt."""
    RUNS.mkdir(parents=True, exist_ok=True)
    end_abandoned_runs()
    folder = RUNS / secrets.token_hex(8)
    options = run_options(folder)
    with FileLock(owner_file(folder)):
        try:
            yield server.start(options)
        finally:
            server.stop(options)
            shutil.rmtree(folder, ignore_errors=True)
    owner_file(folder).unlink(missing_ok=True)


def run_options(folder: Path) -> EngineOptions:
    """Options of a test run's engine; should everything fail, it ends itself after an hour."""
    return EngineOptions(
        folder, heap_mb=1024, page_cache_mb=256, idle_hours=1.0, downloads=DOWNLOADS, reserve_mb=0, lock_seconds=240
    )


def owner_file(folder: Path) -> Path:
    """The lock that a test run holds as long as it lives."""
    return folder.with_suffix(".owner")


def end_abandoned_runs() -> None:
    """End the engines, and delete the databases, of test runs that were killed."""
    for folder in [path for path in RUNS.iterdir() if path.is_dir()]:
        try:
            with FileLock(owner_file(folder), timeout=0):
                server.stop(run_options(folder))
                shutil.rmtree(folder, ignore_errors=True)
        except Timeout:
            continue  # another test run is using it
        owner_file(folder).unlink(missing_ok=True)


def docker_neo4j() -> Iterator[Connection]:
    """A container of the same Neo4j with GDS and APOC; skips when no Docker engine answers."""
    if reason := docker_is_absent():
        pytest.skip(f"--neo4j=docker: no Docker engine answers ({reason})")
    from testcontainers.community.neo4j import Neo4jContainer  # noqa: PLC0415 - most test runs do without

    password = secrets.token_urlsafe(16)
    container = Neo4jContainer(f"neo4j:{locked_versions().neo4j}", password=password)
    container.with_env("NEO4J_PLUGINS", '["graph-data-science", "apoc"]')
    with container:
        yield Connection(container.get_connection_url(), "neo4j", password)


def docker_is_absent() -> str:
    """Why no Docker engine answers; empty when one does."""
    import docker  # type: ignore[import-untyped]  # noqa: PLC0415 - has no types; most test runs do without

    with warnings.catch_warnings():  # a failed try leaves its socket to the garbage collector
        warnings.simplefilter("ignore", ResourceWarning)
        try:
            docker.from_env().close()
        except docker.errors.DockerException as error:
            return type(error).__name__
        finally:
            gc.collect()
    return ""
