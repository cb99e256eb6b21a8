"""A restore that is killed at any moment ends, when it is run again, as one left alone."""

from __future__ import annotations

from random import Random

import pytest

from graph.database import Database
from graph.load import load
from tests.graph.backup.conftest import Saving, contents
from tests.graph.backup.restorer import start
from tests.graph.worlds import lines, origin, wipe
from tests.killing import Load, kill_again_and_again

KILLS = 5


@pytest.mark.timeout(600)
def test_killed_restores_come_to_the_graph_that_was_saved(graph: Database, saved: Saving) -> None:
    load(graph, origin("git"), lines(200))
    before, file = contents(graph), saved(graph)
    kills = Load(lambda: start(graph.connection, file), lambda: wipe(graph), lambda: contents(graph))
    kill_again_and_again(kills, Random(7), KILLS)  # noqa: S311 - moments, not secrets
    assert contents(graph) == before
