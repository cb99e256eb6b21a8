from pathlib import Path

import pytest

from graph.database import Database
from ingest.sources.tables.kinds import KINDS
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


def test_what_was_guessed_and_not_read_is_said_before_the_load(
    database: Database, command: Command, tmp_path: Path
) -> None:
    assert database
    file = tmp_path / "people.csv"
    file.write_text("login,repository,month,commits,mood\nann,o/left,2025-01,3,good\n")
    said = command("load", "tables", str(file)).err.splitlines()
    assert said[:3] == [
        "people.csv: source people, method totals, as of 2025-01",
        "people.csv: read as a table of contributors, by its columns",
        "people.csv: columns that are not known and were not read: mood",
    ]


def test_people_in_a_column_that_is_not_known_are_refused(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text("who,repository,month,commits\nann,o/left,2025-01,3\n")
    said = command("load", "tables", str(file))
    assert (said.code, "a column of logins is called developer, login" in said.err) == (2, True)


def test_help_says_what_each_option_is_and_lists_the_kinds(command: Command) -> None:
    said = " ".join(command("load", "tables", "--help").out.split())
    assert all(kind in said for kind in KINDS)
    assert "a YAML file that says what the columns mean" in said
    assert "the day that the data stand for" in said


def test_a_source_that_cannot_be_is_told_in_words(command: Command, table: Path) -> None:
    said = command("load", "tables", str(table), "--source", "my list")
    assert (said.code, "found 'my list', expected small letters, digits, dots and hyphens" in said.err) == (2, True)


def test_a_load_that_is_killed_before_its_first_dataset_is_gone_on_with(
    command: Command, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("ingest.sources.tables.dataset.table_dataset", killed)
        command("load", "tables", str(table), *SETTINGS)
    assert f"ossatlas load tables {table}" in command("refresh", "--list").out


def test_a_load_of_what_is_not_there_is_not_noted(command: Command, tmp_path: Path) -> None:
    assert command("load", "tables", str(tmp_path / "none.csv"), *SETTINGS).code == 3
    assert "Nothing was loaded yet" in command("refresh", "--list").out
