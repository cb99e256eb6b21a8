"""Servers with rules of their own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import httpx

from api.app import create_app
from api.around import Around
from api.safety.rules import Rules
from cypher.catalogue import catalogue
from graph.connection import Connection
from graph.database import Database
from tests.api.conftest import serving

NOWHERE = Connection("bolt://127.0.0.1:9", "neo4j", "nothing")


@contextmanager
def serving_with(around: Around, database: Database | None = None) -> Iterator[httpx.Client]:
    """A client of a real server; without a database it has a Neo4j that does not answer."""
    with (
        Database(NOWHERE) as away,
        serving(create_app(database or away, catalogue(), around=around)) as address,
        httpx.Client(base_url=address, timeout=60) as web,
    ):
        yield web


@contextmanager
def kept(rules: Rules, database: Database | None = None) -> Iterator[httpx.Client]:
    """The same, of a server that keeps `rules`."""
    with serving_with(Around(rules), database) as web:
        yield web
