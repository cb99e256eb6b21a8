from __future__ import annotations

import shutil
from pathlib import Path

from graph.database import Database
from tests.api.commands.conftest import people
from tests.api.conftest import Command
from tests.ingest.sources.gharchive.archive import ANN, BEN, push, write


def test_unload_takes_a_source_back(loaded: Database, command: Command) -> None:
    said = command("unload", "mine")
    assert (said.code, said.out.startswith("unloaded mine:")) == (0, True)
    assert people(loaded) == []
    assert "stays in" not in said.out


def test_what_a_source_keeps_is_told_with_its_folder_and_is_forgotten_without_it(
    database: Database, command: Command, tmp_path: Path
) -> None:
    first, second = (
        write(tmp_path / f"2021-07-21-{hour}.json.gz", [push(who, at=f"2021-07-21T0{hour}:00:00Z")])
        for hour, who in ((6, ANN), (7, BEN))
    )
    assert command("load", "gharchive", str(first), "--all").code == 0
    folder = tmp_path / "data" / "sources" / "gharchive"
    told = f"what gharchive read stays in {folder}: its next load tells it again; remove that folder to forget it"
    assert told in command("unload", "gharchive").out.splitlines()
    assert people(database) == []
    assert command("load", "gharchive", str(second), "--all").code == 0
    assert people(database) == ["ann", "ben"]
    command("unload", "gharchive")
    shutil.rmtree(folder)
    assert command("load", "gharchive", str(second), "--all").code == 0
    assert people(database) == ["ben"]


def test_help_says_what_stays(command: Command) -> None:
    said = " ".join(command("unload", "--help").out.split())
    assert "the next load of that source tells it again. Remove its folder there to forget it." in said


def test_unload_of_nothing_names_what_is_loaded(loaded: Database, command: Command) -> None:
    assert loaded
    said = command("unload", "yours")
    assert (said.code, "loaded are: mine" in said.err) == (3, True)
