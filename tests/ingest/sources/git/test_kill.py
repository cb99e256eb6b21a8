"""A load that is killed at any moment is continued, and ends in the same reading and the same graph."""

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
from ingest.source import Dataset
from ingest.sources.git import read_git
from tests.conftest import wipe
from tests.ingest.sources.git.loader import REPOSITORY, start
from tests.ingest.sources.git.making import Made, git
from tests.ingest.sources.git.reading import desk
from tests.killing import KILLS, Load, kill_again_and_again

COMMITS = 3_000


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a history of many people and months."""
    made = Made(tmp_path_factory.mktemp("served") / "origin.git")
    for number in range(COMMITS):
        who = f"Dev Number{number % 71} <{number % 71 + 1}+dev-{number % 71}@users.noreply.github.com>"
        when = f"{2015 + number // 300}-{number // 25 % 12 + 1:02}-03"
        made.commit(f"work {number} (#{number + 1})", who, when, files={f"f{number % 9}": str(number)})
    git("config", "uploadpack.allowFilter", "true", folder=made.write())
    return f"file://{made.folder}"


def read(address: str, room: Path) -> Dataset:
    (dataset,) = read_git([address], desk(room), repository=REPOSITORY)
    return dataset


def test_a_reading_that_is_killed_three_times_ends_the_same(address: str, tmp_path: Path) -> None:
    room = tmp_path / "killed"
    load = Load(
        partial(start, address, room, None),
        partial(shutil.rmtree, room, ignore_errors=True),
        lambda: read(address, room).origin,
    )
    assert len(kill_again_and_again(load, Random(3), 3)) == 3  # noqa: S311 - moments, not secrets
    left = sorted(path.suffix for path in (room / "git").iterdir())
    assert left == [".git", ".lock"]


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_a_load_that_is_killed_twenty_times_ends_in_the_same_graph(
    address: str, tmp_path: Path, database: Database, connection: Connection
) -> None:
    prepare(database)

    def forget() -> None:
        wipe(database)
        shutil.rmtree(tmp_path / "killed", ignore_errors=True)

    load = Load(partial(start, address, tmp_path / "killed", connection), forget, partial(graph_hash, database))
    assert len(kill_again_and_again(load, Random(11))) == KILLS  # noqa: S311 - moments, not secrets
