"""A server with an engine of its own, which is stopped, started and moved beneath it."""

import socket
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from api.app import create_app
from api.around import Around
from api.following import Following, moved
from cypher.catalogue import catalogue
from graph.connection import Connection
from graph.database import Database
from graph.engine import server
from graph.engine.options import EngineOptions
from graph.engine.port import HOST
from graph.load import prepare
from tests.api.conftest import serving


@pytest.fixture
def engine(tmp_path: Path, downloads: Path) -> Iterator[EngineOptions]:
    options = EngineOptions(tmp_path, heap_mb=512, page_cache_mb=64, idle_hours=0.5, downloads=downloads, reserve_mb=0)
    yield options
    server.stop(options)


def ready(web: httpx.Client) -> int:
    answer = web.get("/readyz")
    assert answer.elapsed.total_seconds() < 2
    return answer.status_code


def soon_ready(web: httpx.Client) -> bool:
    """Whether the server is ready in half a minute: a plan that the engine makes for the first time takes a while."""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        if ready(web) == 200:
            return True
    return False


def answers(web: httpx.Client) -> int:
    return web.post("/api/v1/cypher", json={"statement": "RETURN 1 AS one"}).status_code


@pytest.mark.timeout(600)
def test_a_server_finds_its_engine_again_at_the_same_port_and_at_another(engine: EngineOptions) -> None:
    with Database(server.start(engine)) as database:
        prepare(database)
        app = create_app(database, catalogue(), around=Around(follow=Following(database, engine)))
        with serving(app) as address, httpx.Client(base_url=address, timeout=60) as web:
            assert (soon_ready(web), answers(web)) == (True, 200)
            first = database.connection.uri
            server.stop(engine)
            assert (ready(web), answers(web)) == (503, 503)
            server.start(engine)
            assert (soon_ready(web), answers(web), database.connection.uri) == (True, 200, first)
            server.stop(engine)
            server.start(engine)
            assert answers(web) == 200, "a rest that nobody noticed is none"
            server.stop(engine)
            with socket.create_server((HOST, int(first.rpartition(":")[2]))):
                server.start(engine)
                assert ready(web) == 503, "what listens there now is no Neo4j"
                assert (soon_ready(web), answers(web)) == (True, 200)
            assert database.connection.uri != first


def test_a_server_that_somebody_named_does_not_move(engine: EngineOptions) -> None:
    assert moved(engine, Connection("bolt://example.org", "neo4j", "secret")) is None
    assert moved(engine, Connection("bolt://127.0.0.1:1", "neo4j", "secret", embedded=True)) is None, "none was started"
