"""A load at once that is killed at any moment leaves the empty graph, or the whole one."""

from __future__ import annotations

from contextlib import suppress
from random import Random
from subprocess import TimeoutExpired

import pytest

from graph.canonical import graph_hash
from graph.database import Database
from graph.engine import server
from graph.engine.options import EngineOptions
from graph.load import prepare
from tests.graph.bulk.loader import ROWS, start
from tests.graph.test_load_order import hash_of
from tests.graph.worlds import lines, origin, wipe


def kill_again_and_again(engine: EngineOptions, whole: str, kills: int, random: Random) -> None:
    for _ in range(kills):
        with Database(server.start(engine)) as database:
            wipe(database)
            empty = graph_hash(database)
        process = start(engine)
        assert process.stdout is not None
        for _ in range(random.randint(0, 8)):  # up to the last step, and then some way into it
            process.stdout.readline()
        with suppress(TimeoutExpired):
            process.wait(random.choice([0.0, 0.2, 1.0, 3.0]))
        process.kill()
        process.communicate()
        with Database(server.start(engine)) as database:
            assert graph_hash(database) in {empty, whole}
            if graph_hash(database) == whole:
                names = "SHOW CONSTRAINTS YIELD name WHERE name = 'contributed_to_key' RETURN count(*)"
                assert database.read(names).rows == [[1]]


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_a_kill_at_any_of_twenty_moments_leaves_nothing_or_everything(graph: Database, engine: EngineOptions) -> None:
    whole = hash_of(graph, [(origin("git"), lines(ROWS))])
    kill_again_and_again(engine, whole, 20, Random(7))  # noqa: S311 - moments, not secrets
    with Database(server.start(engine)) as database:
        wipe(database)
        prepare(database)
    process = start(engine)
    out, err = process.communicate()
    assert out.endswith("done\n"), err
    with Database(server.start(engine)) as database:
        assert graph_hash(database) == whole
