"""Command lines and a server on the graph of this test run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

import httpx
import pytest
import uvicorn
from starlette.applications import Starlette

from api.app import create_app
from api.cli import run
from api.serving import Announcing, listening
from api.settings import settings
from cypher.catalogue import catalogue
from graph.connection import Connection
from graph.database import Database

BOTH = "deepseek-ai/DeepEP,deepseek-ai/DeepGEMM"


@dataclass(frozen=True)
class Said:
    """What a command line left behind."""

    code: int
    out: str
    err: str


Command = Callable[..., Said]


@pytest.fixture
def command(
    connection: Connection, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Iterator[Command]:
    """Runs a command line against the Neo4j of this test run, with a data folder of its own."""
    monkeypatch.setenv("OSSATLAS_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("NEO4J_URI", connection.uri)
    monkeypatch.setenv("NEO4J_USERNAME", connection.username)
    monkeypatch.setenv("NEO4J_PASSWORD", connection.password)
    settings.cache_clear()

    def typed(*arguments: str) -> Said:
        capsys.readouterr()
        code = run(arguments)
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    yield typed
    settings.cache_clear()


@pytest.fixture(scope="session")
def server(open_database: Database) -> Iterator[str]:
    """The address of a real server on the graph of this test run."""
    with serving(create_app(open_database, catalogue())) as address:
        yield address


@pytest.fixture
def web(atlas: Database, server: str) -> Iterator[httpx.Client]:
    """A client of the server, which answers from the bundled data."""
    assert atlas
    with httpx.Client(base_url=server, timeout=60) as client:
        yield client


class serving:  # noqa: N801 - used as `with serving(app) as address`
    """A server in a thread, for as long as the `with` block lasts."""

    def __init__(self, app: Starlette) -> None:
        self.listener = listening("127.0.0.1", 18765)
        self.started = Event()
        config = uvicorn.Config(app, log_level="critical", timeout_graceful_shutdown=1, proxy_headers=False)
        self.server = Announcing(config, self.started.set)
        self.thread = Thread(target=self.server.run, kwargs={"sockets": [self.listener]}, daemon=True)

    def __enter__(self) -> str:
        self.thread.start()
        assert self.started.wait(30), "the server did not start within 30 s"
        return f"http://127.0.0.1:{self.listener.getsockname()[1]}"

    def __exit__(self, *_: object) -> None:
        self.server.should_exit = True
        self.thread.join(30)
        self.listener.close()
