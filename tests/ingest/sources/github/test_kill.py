"""A load that is killed at any moment is continued, and ends in the same reading and the same graph."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path
from random import Random
from subprocess import Popen

import pytest

from graph.canonical import graph_hash
from graph.connection import Connection
from graph.database import Database
from graph.load import prepare
from tests.conftest import wipe
from tests.ingest.sources.github.loader import start
from tests.ingest.sources.github.reading import MODES, Room
from tests.ingest.sources.github.server.serving import GitHub
from tests.ingest.sources.github.server.world import MAIN
from tests.killing import KILLS, Load, kill_again_and_again

NAMES = [MAIN, "acme/tool-1", "acme/Modern"]


def loading(github: GitHub, room: Path, mode: str, connection: Connection | None) -> partial[Popen[str]]:
    return partial(start, github.address, room, MODES[mode], NAMES, connection)


def test_a_reading_that_is_killed_again_and_again_ends_the_same(quick: GitHub, tmp_path: Path) -> None:
    room = tmp_path / "killed"

    def forget() -> None:
        quick.renew()
        shutil.rmtree(room, ignore_errors=True)

    load = Load(loading(quick, room, "rest", None), forget, lambda: Room(quick, room, None).read(*NAMES).digest)
    assert len(kill_again_and_again(load, Random(7), 2)) == 2  # noqa: S311 - moments, not secrets


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("mode", MODES)
def test_a_load_that_is_killed_twenty_times_ends_in_the_same_graph(
    github: GitHub, tmp_path: Path, database: Database, connection: Connection, mode: str
) -> None:
    room = tmp_path / "killed"
    github.limits |= {"core": 100_000, "graphql": 100_000}
    prepare(database)

    def forget() -> None:
        github.renew()
        wipe(database)
        shutil.rmtree(room, ignore_errors=True)

    load = Load(loading(github, room, mode, connection), forget, partial(graph_hash, database))
    assert len(kill_again_and_again(load, Random(11))) == KILLS  # noqa: S311 - moments, not secrets
