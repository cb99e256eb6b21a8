"""A load that is killed at any moment is continued, and ends in the same reading and the same graph."""

from __future__ import annotations

import threading
from pathlib import Path
from random import Random
from subprocess import Popen

import pytest

from graph.canonical import graph_hash
from graph.connection import Connection
from graph.database import Database
from graph.load import prepare
from ingest.run import load
from ingest.source import Dataset
from ingest.sources.git import read_git
from tests.conftest import wipe
from tests.ingest.sources.git.loader import REPOSITORY, start
from tests.ingest.sources.git.making import Made, git
from tests.ingest.sources.git.reading import desk

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


def killed(process: Popen[str], random: Random, lines: int, latest: float) -> int:
    """Kill the process after one of its first `lines` lines, some milliseconds later; its exit code."""
    assert process.stdout is not None
    for _ in range(random.randint(1, lines)):
        if not process.stdout.readline():
            break
    timer = threading.Timer(random.uniform(0, latest), process.kill)
    timer.start()
    process.communicate()
    timer.cancel()
    return process.returncode


def test_a_reading_that_is_killed_three_times_ends_the_same(address: str, tmp_path: Path) -> None:
    whole, random = read(address, tmp_path / "undisturbed"), Random(3)  # noqa: S311 - moments, not secrets
    codes = [killed(start(address, tmp_path / "killed", None), random, 3, 0.2) for _ in range(3)]
    assert -9 in codes
    assert read(address, tmp_path / "killed").origin == whole.origin
    left = sorted(path.suffix for path in (tmp_path / "killed" / "git").iterdir())
    assert left == [".git", ".lock"]


@pytest.mark.long
@pytest.mark.timeout(1200)
def test_a_load_that_is_killed_twenty_times_ends_in_the_same_graph(
    address: str, tmp_path: Path, database: Database, connection: Connection
) -> None:
    prepare(database)
    load(database, read(address, tmp_path / "undisturbed"))
    whole, random = graph_hash(database), Random(11)  # noqa: S311 - moments, not secrets
    wipe(database)
    # The first ones die while cloning and counting, later ones in the midst of the graph's batches.
    codes = [
        killed(start(address, tmp_path / "killed", connection), random, 3 + 2 * number, 0.3) for number in range(20)
    ]
    assert codes.count(-9) >= 10, codes
    load(database, read(address, tmp_path / "killed"))
    assert graph_hash(database) == whole
