"""A prepared graph: constraints and indexes are made once, and stay when a test's data goes."""

from __future__ import annotations

import pytest

from graph.database import Database
from graph.load import prepare


@pytest.fixture(scope="session")
def prepared(open_database: Database) -> None:
    """Constraints and indexes of the schema."""
    prepare(open_database)


@pytest.fixture
def graph(prepared: None, database: Database) -> Database:  # noqa: ARG001 - has to run first
    """A clean graph with its constraints."""
    return database
