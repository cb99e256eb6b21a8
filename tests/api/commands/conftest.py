"""A small table, loaded by the command that is under test elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.database import Database
from tests.api.commands.test_load import GOOD, SETTINGS
from tests.api.conftest import Command


@pytest.fixture
def loaded(database: Database, command: Command, tmp_path: Path) -> Database:
    file = tmp_path / "people.csv"
    file.write_text(GOOD)
    assert command("load", "tables", str(file), *SETTINGS).code == 0
    return database


def people(database: Database) -> list[str]:
    return [str(login) for (login,) in database.read("MATCH (d:Developer) RETURN d.login ORDER BY d.login").rows]
