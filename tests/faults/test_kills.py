"""Kills at random moments: of the engine beneath a load, of the API above one. Those of loads are beside their sources.

After each kill what was committed is there and no row is there in part; in the end the graph is that of a load left
alone.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from random import Random
from subprocess import Popen

import httpx
import pytest

from api.jobs.store import DONE, OVER
from graph.canonical import graph_hash
from graph.database import Database
from graph.engine.port import choose_port
from tests.conftest import wipe
from tests.faults.installation import SETTINGS, Installation, table
from tests.graph.loader import start
from tests.graph.worlds import origin

KILLS = 10
ROWS, BATCH = 2000, 10
PAUSE = 1.0
"""Seconds for which a load works on at most before the engine beneath it is killed again."""
SECONDS = 3.0
"""What a job takes, about."""
LOOK = 0.2
_HELD = "MATCH (s:Snapshot {key: $key}) RETURN s.rows_in AS rows, COUNT { ()-[:CONTRIBUTED_TO]->() } AS edges"


def moments(seed: int) -> Iterator[float]:
    """As many moments as kills, 0..1, spread and in no order."""
    random = Random(seed)  # noqa: S311 - moments, not secrets
    spread = [(number + random.random()) / KILLS for number in range(KILLS)]
    random.shuffle(spread)
    yield from spread


def begun(engine: Installation) -> Popen[str]:
    """A load, or what is left of one, that goes on."""
    return start(engine.connection(), "git", ROWS, BATCH)


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_an_engine_that_is_killed_beneath_a_load_has_all_that_was_committed(installation: Installation) -> None:
    assert begun(installation).communicate()[1] == ""
    with Database(installation.connection()) as database:
        right = graph_hash(database)
        wipe(database)
    load = begun(installation)
    for moment in moments(3):
        load = still_loading(installation, load, right)
        time.sleep(moment * PAUSE)
        installation.kill()
        with Database(installation.connection()) as database:
            for rows, edges in database.read(_HELD, {"key": origin("git").key}).rows:
                assert rows == edges, "a batch and its count are one transaction"
    load.communicate()
    assert begun(installation).communicate()[1] == ""
    with Database(installation.connection()) as database:
        assert graph_hash(database) == right


def still_loading(engine: Installation, load: Popen[str], right: str) -> Popen[str]:
    """That load, or the next one where it gave up; what is done is looked at, and begun anew."""
    if load.poll() is None:
        return load
    load.communicate()
    if load.returncode == 0:
        with Database(engine.connection()) as database:
            assert graph_hash(database) == right
            wipe(database)
    return begun(engine)


@contextmanager
def server(engine: Installation) -> Iterator[httpx.Client]:
    """A client of a server of its own process, which is killed in the end."""
    served = replace(engine, more={"OSSATLAS_JOB_FOLDERS": str(engine.folder)})
    process = served.start("serve", "--port", str(choose_port(None, None)))
    assert process.stdout is not None
    address = process.stdout.readline().split()[0]
    try:
        with httpx.Client(base_url=address, timeout=60) as web:
            yield web
    finally:
        process.kill()
        process.communicate()


def ask(web: httpx.Client, file: Path) -> None:
    """Have that table loaded."""
    asked = {"command": "load", "arguments": ["tables", str(file), *SETTINGS]}
    answer = web.post("/api/v1/jobs", json=asked)
    assert answer.status_code == 202, answer.text


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_a_server_that_is_killed_loses_no_job(installation: Installation) -> None:
    tables = [table(installation.folder / f"people-{number}.csv", 50 + number) for number in range(KILLS)]
    assert installation.run("load", "tables", *map(str, tables), *SETTINGS).code == 0
    right = installation.hash()
    installation.empty()
    ended = installation.run("token", "create", "--name", "killer", "--scope", "jobs")
    told = {"Authorization": f"Bearer {ended.out.strip()}"}
    for file, moment in zip(tables, moments(5), strict=True):
        with server(installation) as web:
            web.headers.update(told)
            ask(web, file)
            time.sleep(moment * SECONDS)
    with server(installation) as web:
        web.headers.update(told)
        while not set(states(web)) <= set(OVER):
            time.sleep(LOOK)
        assert states(web) == [DONE] * KILLS
    assert installation.hash() == right


def states(web: httpx.Client) -> list[str]:
    """How far all jobs are."""
    return [job["state"] for job in web.get("/api/v1/jobs").raise_for_status().json()["jobs"]]
