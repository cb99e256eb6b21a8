"""A small table, loaded by the command that is under test elsewhere; and what cypher-shell runs in."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from graph.connection import Connection
from graph.database import Database
from graph.engine.home import Home
from graph.engine.install import install_shell
from graph.engine.lock import SHELL_LOCK_FILE, locked_jars
from graph.engine.report import LogReport
from tests.api.commands.test_load import GOOD, SETTINGS
from tests.api.conftest import Command
from tests.conftest import run_options


@pytest.fixture
def loaded(database: Database, command: Command, tmp_path: Path) -> Database:
    file = tmp_path / "people.csv"
    file.write_text(GOOD)
    assert command("load", "tables", str(file), *SETTINGS).code == 0
    return database


def people(database: Database) -> list[str]:
    return [str(login) for (login,) in database.read("MATCH (d:Developer) RETURN d.login ORDER BY d.login").rows]


@pytest.fixture
def typed(connection: Connection, downloads: Path, tmp_path: Path) -> Mapping[str, str]:
    """The environment of the command: the Neo4j of this test run, and a data folder with the shell's jars."""
    home = Home.of(run_options(tmp_path))
    install_shell(run_options(tmp_path), home, LogReport())
    for jar in locked_jars(SHELL_LOCK_FILE):
        place = tmp_path / "engine" / "jars" / jar.place
        place.parent.mkdir(parents=True, exist_ok=True)
        place.hardlink_to(downloads / "jars" / jar.place)
    named = {
        "NEO4J_URI": connection.uri, "NEO4J_USERNAME": connection.username, "NEO4J_PASSWORD": connection.password,
        "OSSATLAS_DATA_DIR": str(tmp_path), "NEO4J_CYPHER_SHELL_HISTORY": "in-memory",
    }  # fmt: skip
    return os.environ | named  # noqa: TID251  handed on to a child
