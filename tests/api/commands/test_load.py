from pathlib import Path

import pytest

from graph.database import Database
from tests.api.conftest import Command

GOOD = "login,repository,merged_prs\nann,o/left,3\nbob,o/left,1\nann,o/right,2\n"
BAD = GOOD + "cid,o/left,many\n"
SETTINGS = ("--source", "mine", "--kind", "contributors", "--period", "2025-01..2025-06", "--as-of", "2025-07-01")


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "people.csv"
    file.write_text(GOOD)
    return file


def test_a_table_is_loaded_once(database: Database, command: Command, table: Path) -> None:
    first, again = (command("load", "tables", str(table), *SETTINGS) for _ in range(2))
    assert (first.code, again.code) == (0, 0), first.err
    assert "loaded: 3 rows taken" in first.err
    assert "was loaded already" in again.err
    assert database.read("MATCH (:Developer)-[r:CONTRIBUTED_TO]->() RETURN count(r)").rows == [[3]]


def test_a_refused_row_is_listed_and_the_others_are_taken(database: Database, command: Command, table: Path) -> None:
    assert database
    table.write_text(BAD)
    said = command("load", "tables", str(table), *SETTINGS)
    assert said.code == 0
    assert "3 rows taken, 1 refused" in said.err
    assert "people.csv:5:" in said.err


def test_strict_stops_at_the_first_refused_row(database: Database, command: Command, table: Path) -> None:
    assert database
    table.write_text(BAD)
    said = command("load", "tables", str(table), *SETTINGS, "--strict")
    assert (said.code, "people.csv:5:" in said.err) == (2, True)


def test_a_file_that_is_not_there_is_one_sentence(command: Command, tmp_path: Path) -> None:
    said = command("load", "tables", str(tmp_path / "none.csv"), *SETTINGS)
    assert said.code == 3
    assert "none.csv" in said.err
    assert "Traceback" not in said.err


def test_help_lists_sources_and_their_options(command: Command) -> None:
    assert "tables" in command("load", "--help").out
    said = command("load", "tables", "--help").out
    assert all(option in said for option in ("--mapping FILE", "--source", "--period", "--as-of", "--strict"))
