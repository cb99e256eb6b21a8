"""A Neo4j that is slow, away, started again, refuses, or is behind a line on which nothing arrives any more.

Elsewhere: one that never says anything (tests/api/test_health.py), that comes back at another port
(tests/api/test_following.py), that two use at once (tests/graph/test_load.py).
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from api.app import create_app
from cypher.catalogue import catalogue
from graph.connection import Connection
from graph.database import Database
from graph.engine.port import HOST, choose_port
from graph.load import BATCH
from tests.api.conftest import serving
from tests.faults.installation import Installation, table
from tests.faults.proxy import proxy

ROWS = BATCH * 2 + 1
ABSENT = 3.0
"""Seconds for which an engine does nothing."""
SILENCE = 200.0
"""Seconds after which nobody may wait any more: the server names 120 for a read, and the driver tries for a while."""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory, downloads: Path) -> Iterator[Installation]:
    made = Installation(tmp_path_factory.mktemp("engine"), downloads)
    yield made
    made.end()


@pytest.fixture(scope="module")
def rows(engine: Installation) -> Path:
    return table(engine.folder / "people.csv", ROWS)


@pytest.fixture(scope="module")
def left_alone(engine: Installation, rows: Path) -> str:
    """The hash that a load comes to which nothing happens to."""
    assert engine.ended(engine.load(rows)).code == 0
    return engine.hash()


@pytest.fixture
def emptied(engine: Installation, left_alone: str) -> Installation:  # noqa: ARG001 - has to be known before
    engine.empty()
    return engine


@contextmanager
def asked(connection: Connection) -> Iterator[httpx.Client]:
    """Somebody who asks an API before that Neo4j."""
    with (
        Database(connection) as database,
        serving(create_app(database, catalogue())) as address,
        httpx.Client(base_url=address, timeout=SILENCE) as web,
    ):
        yield web


def answers(web: httpx.Client) -> int:
    return web.post("/api/v1/cypher", json={"statement": "RETURN 1 AS one"}).status_code


def test_a_slow_neo4j_is_waited_for(emptied: Installation, rows: Path, left_alone: str) -> None:
    with asked(emptied.connection()) as web:
        assert answers(web) == 200
        load = emptied.load(rows)
        emptied.wait_for_batch()
        emptied.process().suspend()
        assert web.get("/readyz").status_code == 503
        time.sleep(ABSENT)
        emptied.process().resume()
        assert answers(web) == 200
    ended = emptied.ended(load)
    assert ended.code == 0, ended.err
    assert emptied.hash() == left_alone


@pytest.mark.long
def test_a_neo4j_that_went_away_is_named_and_the_load_goes_on_with_the_next_command(
    emptied: Installation, rows: Path, left_alone: str
) -> None:
    load = emptied.load(rows)
    emptied.wait_for_batch()
    emptied.kill()
    ended = emptied.ended(load)
    assert (ended.code, ended.sentence.partition(":")[0]) == (5, "Neo4j does not answer")
    assert emptied.ended(emptied.load(rows)).code == 0
    assert emptied.hash() == left_alone


@pytest.mark.long
def test_a_neo4j_that_is_started_again_is_found_by_the_load(emptied: Installation, rows: Path, left_alone: str) -> None:
    load = emptied.load(rows)
    emptied.wait_for_batch()
    emptied.end()
    emptied.connection()
    ended = emptied.ended(load)
    assert ended.code in {0, 5}
    if ended.code:
        assert ended.sentence.startswith("Neo4j does not answer")
        assert emptied.ended(emptied.load(rows)).code == 0
    assert emptied.hash() == left_alone


@pytest.mark.parametrize(
    ("is_open", "sentence"), [(True, "Neo4j refuses the user name or password"), (False, "Neo4j does not answer")]
)
def test_one_that_refuses_is_named(engine: Installation, rows: Path, is_open: bool, sentence: str) -> None:  # noqa: FBT001 - a case
    uri = engine.connection().uri if is_open else f"bolt://{HOST}:{choose_port(None, None)}"
    refused = replace(engine, more={"NEO4J_URI": uri, "NEO4J_PASSWORD": "another one"})
    ended = refused.ended(refused.load(rows))
    assert (ended.code, ended.sentence.partition(":")[0]) == (5, sentence)


@pytest.mark.long
@pytest.mark.timeout(900)
def test_nobody_waits_without_end_on_a_line_on_which_nothing_arrives(
    emptied: Installation, rows: Path, left_alone: str
) -> None:
    direct = emptied.connection()
    with proxy(int(direct.uri.rpartition(":")[2])) as line:
        behind = replace(direct, uri=f"bolt://{HOST}:{line.port}")
        told = {"NEO4J_URI": behind.uri, "NEO4J_PASSWORD": behind.password}
        with asked(behind) as web, ThreadPoolExecutor() as pool:
            assert answers(web) == 200
            load = replace(emptied, more=told).load(rows)
            emptied.wait_for_batch()
            line.silent.set()
            began = time.monotonic()
            asking = pool.submit(answers, web)
            ended = emptied.ended(load)
            assert asking.result() == 503
            assert time.monotonic() - began < SILENCE
            line.silent.clear()
            assert answers(web) == 200
    assert (ended.code, ended.sentence.partition(":")[0]) == (5, "Neo4j does not answer")
    assert emptied.ended(emptied.load(rows)).code == 0
    assert emptied.hash() == left_alone
