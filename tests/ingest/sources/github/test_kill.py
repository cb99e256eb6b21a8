"""A load that is killed at any moment is continued, and ends in the same reading and the same graph."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from random import Random
from subprocess import Popen

import pytest

from graph.canonical import graph_hash
from graph.connection import Connection
from graph.database import Database
from graph.load import prepare
from ingest.run import load
from tests.conftest import wipe
from tests.ingest.sources.github.loader import start
from tests.ingest.sources.github.reading import MODES, Room
from tests.ingest.sources.github.server.answers import Answer, Call
from tests.ingest.sources.github.server.serving import GitHub
from tests.ingest.sources.github.server.world import MAIN

NAMES = [MAIN, "acme/tool-1", "acme/Modern"]


def kill_soon(process: Popen[str], delay: float) -> None:
    """Kill it after so many seconds: while it reads the answer, writes the store, or asks again."""
    timer = threading.Timer(delay, process.kill)
    timer.daemon = True
    timer.start()


def killing(process: Popen[str], delay: float) -> Callable[[Call, Callable[[], Answer]], Answer]:
    """The right answer, after which the process that asked soon dies."""

    def spoil(_call: Call, right: Callable[[], Answer]) -> Answer:
        kill_soon(process, delay)
        return right()

    return spoil


def killed(github: GitHub, process: Popen[str], random: Random, calls: int) -> int:
    """Kill the process at one of its calls, or, where all is read, at one of the graph's batches; its exit code."""
    delay = random.choice([0.0, 0.0, 0.005, 0.02, 0.1])
    github.faults.add(".", killing(process, delay), skip=random.randrange(calls), times=1)
    assert process.stdout is not None
    if process.stdout.readline():
        kill_soon(process, delay)
    process.communicate()
    github.faults.clear()
    return process.returncode


def test_a_reading_that_is_killed_again_and_again_ends_the_same(quick: GitHub, tmp_path: Path) -> None:
    github, mode = quick, "rest"
    right = Room(github, tmp_path / "undisturbed", MODES[mode])
    digest, calls, random = right.read(*NAMES).digest, len(github.calls), Random(7)  # noqa: S311 - moments
    codes = [
        killed(github, start(github.address, tmp_path / "killed", MODES[mode], NAMES, None), random, calls // 2)
        for _ in range(2)
    ]
    assert -9 in codes
    assert Room(github, tmp_path / "killed", MODES[mode]).read(*NAMES).digest == digest


@pytest.mark.long
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("mode", MODES)
def test_a_load_that_is_killed_twenty_times_ends_in_the_same_graph(
    github: GitHub, tmp_path: Path, database: Database, connection: Connection, mode: str
) -> None:
    github.limits["core"] = 100_000
    prepare(database)
    for dataset in Room(github, tmp_path / "undisturbed", MODES[mode]).read(*NAMES).datasets:
        load(database, dataset)
    whole, calls, random = graph_hash(database), len(github.calls), Random(11)  # noqa: S311 - moments
    wipe(database)
    codes = []
    for number in range(20):
        process = start(github.address, tmp_path / "killed", MODES[mode], NAMES, connection)
        # The first ones have most to read; later ones get further, up to the graph.
        codes.append(killed(github, process, random, max(calls // (1 + number // 4), 4)))
    assert codes.count(-9) >= 10, codes
    for dataset in Room(github, tmp_path / "killed", MODES[mode]).read(*NAMES).datasets:
        load(database, dataset)
    assert graph_hash(database) == whole
