"""The ways to the atlas of this test run: as the command line finds it, by a Bolt address, and over HTTP."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import ossatlas
from api.settings import settings
from graph.connection import Connection
from graph.database import Database


@pytest.fixture
def in_use(connection: Connection, monkeypatch: pytest.MonkeyPatch) -> Iterator[Connection]:
    """The Neo4j of this test run, as the one that the settings name."""
    monkeypatch.setenv("NEO4J_URI", connection.uri)
    monkeypatch.setenv("NEO4J_USERNAME", connection.username)
    monkeypatch.setenv("NEO4J_PASSWORD", connection.password)
    settings.cache_clear()
    yield connection
    settings.cache_clear()


@pytest.fixture(params=["as the command line", "by Bolt", "over HTTP"])
def explorer(
    request: pytest.FixtureRequest, atlas: Database, in_use: Connection, server: str
) -> Iterator[ossatlas.Explorer]:
    """The bundled atlas, by each of the three ways."""
    assert atlas
    where = {"as the command line": "", "by Bolt": in_use.uri, "over HTTP": server}[request.param]
    with ossatlas.connect(where) as opened:
        yield opened
