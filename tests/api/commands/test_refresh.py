from __future__ import annotations

from pathlib import Path

import pytest

from graph.database import Database
from tests.api.conftest import Command

ROWS = "login,repository,merged_prs\nann,o/left,3\n"
SETTINGS = ("--source", "mine", "--kind", "contributors", "--period", "2025-01..2025-06", "--as-of", "2025-07-01")
COUNT = "MATCH (:Developer)-[r:CONTRIBUTED_TO]->() RETURN count(r), sum(r.merged_prs)"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "people.csv"
    file.write_text(ROWS)
    return file


def test_what_changed_since_is_loaded_in_place_of_the_older_reading(
    database: Database, command: Command, table: Path
) -> None:
    assert command("load", "tables", str(table), *SETTINGS).code == 0
    table.write_text(ROWS.replace("3", "5") + "bob,o/left,1\n")
    said = command("refresh")
    assert said.code == 0, said.err
    assert "loaded: 2 rows taken" in said.err
    assert database.read(COUNT).rows == [[2, 6]]
    assert len(database.read("MATCH (s:Snapshot) RETURN s.key").rows) == 1


def test_one_load_that_fails_is_told_and_the_others_go_on(database: Database, command: Command, table: Path) -> None:
    other = table.with_name("gone.csv")
    other.write_text(ROWS)
    for file in (other, table):
        assert command("load", "tables", str(file), *SETTINGS).code == 0
    other.unlink()
    table.write_text(ROWS + "bob,o/left,1\n")
    said = command("refresh")
    assert said.code == 3
    assert "gone.csv" in said.err
    assert database.read("MATCH (d:Developer {login: 'bob'}) RETURN count(d)").rows == [[1]]


def test_refresh_lists_what_it_would_load(database: Database, command: Command, table: Path) -> None:
    assert database
    assert "Nothing was loaded yet" in command("refresh", "--list").out
    command("load", "tables", str(table), *SETTINGS)
    assert command("refresh", "--list").out.startswith(f"ossatlas load tables {table} --source mine")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("nowhere", "there is no source called nowhere; the sources are"),
        ("tables", "nothing was loaded from tables yet"),
    ],
)
def test_a_source_that_cannot_be_refreshed_is_one_sentence(command: Command, name: str, sentence: str) -> None:
    said = command("refresh", "--source", name)
    assert (said.code, sentence in said.err) == (3, True)


def test_two_tables_of_one_name_in_two_folders_stay_side_by_side(
    database: Database, command: Command, tmp_path: Path
) -> None:
    for month, login in (("jan", "ann"), ("feb", "bob")):
        (tmp_path / month).mkdir()
        (tmp_path / month / "people.csv").write_text(f"login,repository,merged_prs\n{login},o/{month},3\n")
        assert command("load", "tables", str(tmp_path / month / "people.csv"), *SETTINGS).code == 0
    assert command("refresh").code == 0
    assert database.read(COUNT).rows == [[2, 6]]


def test_a_load_goes_on_from_the_folder_in_which_it_was_typed(
    database: Database, command: Command, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(table.parent)
    assert command("load", "tables", table.name, *SETTINGS).code == 0
    table.write_text(ROWS.replace("3", "4"))
    monkeypatch.chdir("/")
    assert command("refresh").code == 0
    assert database.read(COUNT).rows == [[1, 4]]


def test_a_folder_that_is_gone_fails_and_its_name_elsewhere_is_not_taken(
    database: Database, command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (mine := tmp_path / "mine").mkdir()
    (strangers := tmp_path / "strangers").mkdir()
    for folder, login in ((mine, "ann"), (strangers, "eve")):
        (folder / "people.csv").write_text(ROWS.replace("ann", login))
    monkeypatch.chdir(mine)
    assert command("load", "tables", "people.csv", *SETTINGS).code == 0
    monkeypatch.chdir(strangers)
    (mine / "people.csv").unlink()
    mine.rmdir()
    said = command("refresh")
    assert (said.code, f"the folder {mine} is gone" in said.err) == (3, True)
    assert database.read("MATCH (d:Developer) RETURN collect(d.login)").rows == [[["ann"]]]
