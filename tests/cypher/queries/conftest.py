"""Worlds that several tests only read: loaded once, and again where another test emptied the graph."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.database import Database
from tests.conftest import Shelf, wipe

Holding = Callable[[str, Callable[[Database], object]], Database]


@pytest.fixture
def holding(open_database: Database, shelf: Shelf) -> Holding:
    """The graph with the world of that name, built where the graph holds another."""

    def held(name: str, build: Callable[[Database], object]) -> Database:
        if shelf.holds != name:
            shelf.holds = ""
            wipe(open_database)
            build(open_database)
            shelf.holds = name
        return open_database

    return held
