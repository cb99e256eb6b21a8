"""A load that is killed at any moment is continued, and ends in the same graph."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path
from random import Random

import pytest

from graph.canonical import graph_hash
from graph.connection import Connection
from graph.database import Database
from graph.load import prepare
from tests.conftest import wipe
from tests.ingest.sources.gharchive.archive import faulty_hours
from tests.ingest.sources.gharchive.loader import start
from tests.killing import KILLS, Load, kill_again_and_again


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_a_load_that_is_killed_twenty_times_ends_in_the_same_graph(
    tmp_path: Path, database: Database, connection: Connection
) -> None:
    files = [str(path) for path in faulty_hours(tmp_path / "hours", hours=80)]
    room = tmp_path / "killed"
    prepare(database)

    def forget() -> None:
        wipe(database)
        shutil.rmtree(room, ignore_errors=True)

    load = Load(partial(start, connection, room, files), forget, partial(graph_hash, database))
    assert len(kill_again_and_again(load, Random(3))) == KILLS  # noqa: S311 - moments, not secrets
    assert not [path for path in room.rglob("*") if path.name.endswith(".part")]
