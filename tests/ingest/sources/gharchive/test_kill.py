"""A load that is killed at any moment is continued, and ends in the same graph."""

from __future__ import annotations

import threading
from pathlib import Path
from random import Random

import pytest

from graph.canonical import graph_hash
from graph.connection import Connection
from graph.database import Database
from graph.load import prepare
from tests.conftest import wipe
from tests.ingest.sources.gharchive.archive import faulty_hours
from tests.ingest.sources.gharchive.loader import load_hours, start

KILLS = 20


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_a_load_that_is_killed_twenty_times_ends_in_the_same_graph(
    tmp_path: Path, database: Database, connection: Connection
) -> None:
    files = [str(path) for path in faulty_hours(tmp_path / "hours", hours=80)]
    random = Random(3)  # noqa: S311 - moments, not secrets
    prepare(database)
    load_hours(database, tmp_path / "whole", files)
    whole = graph_hash(database)
    wipe(database)
    codes = []
    for _ in range(KILLS):
        process = start(connection, tmp_path / "killed", files)
        assert process.stdout is not None
        for _ in range(random.randrange(90)):
            process.stdout.readline()
        timer = threading.Timer(random.choice([0.0, 0.005, 0.05]), process.kill)
        timer.daemon = True
        timer.start()
        process.communicate()
        codes.append(process.returncode)
    assert codes.count(-9) >= KILLS // 2, codes
    load_hours(database, tmp_path / "killed", files)
    assert graph_hash(database) == whole
    assert not [path for path in (tmp_path / "killed").rglob("*") if path.name.endswith(".part")]
