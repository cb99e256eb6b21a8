"""`ossatlas snapshot`: save, list, restore, in a user's hands."""

from __future__ import annotations

import json
from pathlib import Path

from graph.canonical import graph_hash
from graph.database import Database
from graph.version import data_version
from tests.api.commands.conftest import people
from tests.api.conftest import Command


def test_a_graph_is_saved_listed_and_restored(loaded: Database, command: Command, tmp_path: Path) -> None:
    before, version = graph_hash(loaded), data_version(loaded)
    said = command("snapshot", "save")
    assert (said.code, "saved" in said.out) == (0, True)
    [row] = json.loads(command("snapshot", "list", "--format", "json").out)["rows"]
    [file] = (tmp_path / "data" / "snapshots").iterdir()
    assert (row["name"], row["bytes"], row["state"]) == (file.stem, file.stat().st_size, "whole")
    assert row["data_version"] == version
    assert row["name"].endswith(version)
    assert row["nodes"] == loaded.read("MATCH (n) WHERE NOT n:Turn RETURN count(n)").rows[0][0]
    assert command("reset", "--yes").code == 0
    said = command("snapshot", "restore", file.stem)
    assert (said.code, f"restored {row['nodes']:,} nodes" in said.out) == (0, True)
    assert graph_hash(loaded) == before


def test_a_second_save_of_the_same_needs_force(loaded: Database, command: Command, tmp_path: Path) -> None:
    assert loaded
    target = str(tmp_path / "a.zip")
    assert command("snapshot", "save", "--output", target).code == 0
    said = command("snapshot", "save", "--output", target)
    assert (said.code, "is there already" in said.err, "--force" in said.err) == (2, True, True)
    assert command("snapshot", "save", "--output", target, "--force").code == 0


def test_a_graph_that_holds_something_is_replaced_with_consent_alone(
    loaded: Database, command: Command, tmp_path: Path
) -> None:
    target = str(tmp_path / "a.zip")
    command("snapshot", "save", "--output", target)
    loaded.write("MATCH (d:Developer {login: 'ann'}) DETACH DELETE d")
    assert command("snapshot", "restore", target).code == 2
    said = command("snapshot", "restore", target, "--replace")
    assert (said.code, "Nobody is there to answer" in said.err) == (2, True)
    assert people(loaded) == ["bob"]
    assert command("snapshot", "restore", target, "--replace", "--yes").code == 0
    assert people(loaded) == ["ann", "bob"]


def test_who_is_forgotten_later_is_left_out_and_forget_names_older_snapshots(
    loaded: Database, command: Command
) -> None:
    command("snapshot", "save")
    assert "1 snapshot was saved before" in command("forget", "ann", "--yes").err
    name = json.loads(command("snapshot", "list", "--format", "json").out)["rows"][0]["name"]
    said = command("snapshot", "restore", name, "--replace", "--yes")
    assert (said.code, "left out, for they asked to be forgotten: 1 developer," in said.err) == (0, True)
    assert people(loaded) == ["bob"]


def test_what_is_left_out_of_a_snapshot_is_said(loaded: Database, command: Command) -> None:
    loaded.write("CREATE (:Stranger)")
    loaded.write("MATCH (s:Snapshot) SET s.state = 'loading'")
    said = command("snapshot", "save").err
    assert "not of ossatlas's schema: 1 nodes and 0 edges" in said
    assert "is in it as far as it was loaded" in said


def test_wrong_files_are_said_before_neo4j_is_asked(command: Command, tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_text("hello")
    said = command("snapshot", "restore", str(tmp_path / "a.zip"))
    assert (said.code, "is no snapshot of ossatlas" in said.err) == (2, True)
    assert command("snapshot", "restore", "nope").code == 3


def test_without_snapshots_the_list_is_empty(command: Command) -> None:
    assert json.loads(command("snapshot", "list", "--format", "json").out)["rows"] == []
