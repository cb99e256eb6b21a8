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
from tests.ingest.sources.opendigger.loader import start
from tests.ingest.sources.opendigger.world import statics
from tests.killing import KILLS, Load, kill_again_and_again

NAMES = [f"o/r{at}" for at in range(15)]
COUNT = "MATCH (:Developer)-[c:CONTRIBUTED_TO]->(:Repository) RETURN count(c)"


def written(folder: Path) -> Path:
    """A folder of series, details and networks of some repositories."""
    files: dict[str, object] = {}
    for at, name in enumerate(NAMES):
        months = {f"2025-{month:02}": month + at for month in range(1, 9)}
        pairs = {month: [[f"dev{one}", one + at + 1] for one in range(5)] for month in months}
        network = {"nodes": [], "edges": [[name, NAMES[at - 1], at + 1]]}
        told = {"openrank": months, "stars": months, "activity_details": pairs, "repo_network": network}
        files |= {f"github/{name}/{metric}.json": content for metric, content in told.items()}
        files[f"github/{name}/meta.json"] = {"id": at + 1, "updatedAt": 1_757_120_400_000}
    return statics(folder, files)


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_a_load_that_is_killed_twenty_times_ends_in_the_same_graph(
    tmp_path: Path, database: Database, connection: Connection
) -> None:
    prepare(database)
    desk, files = tmp_path / "desk", written(tmp_path / "static")

    def forget() -> None:
        wipe(database)
        shutil.rmtree(desk, ignore_errors=True)

    load = Load(partial(start, connection, desk, files, NAMES), forget, partial(graph_hash, database))
    assert len(kill_again_and_again(load, Random(7))) == KILLS  # noqa: S311 - moments, not secrets
    assert database.read(COUNT).rows == [[15 * 8 * 5]]
