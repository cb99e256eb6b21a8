"""Many readers at once on a large graph: fifty requests a second beside a bare route, then two hundred during a load.

Servers and the load run in processes of their own (`python -m benchmarks.reading ROLE PORT`), with the environment's
Neo4j; the readers are here.
"""

from __future__ import annotations

import asyncio
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

import httpx
import psutil

from api.asking import queries
from benchmarks.engine import scratch
from benchmarks.reading import BARE, LOADING, OURS, Asked, names_of, questions
from benchmarks.report import Section, marked, median, p95
from benchmarks.scale import fill
from benchmarks.world import World
from graph.connection import Connection
from graph.database import Database
from graph.engine import server

RATE, SECONDS, WARM = 50, 60, 20
READERS, LONG = 200, 300
PAUSE = 2.0
"""Seconds that a reader of many looks at an answer, on average."""
PROMISED, RATIO = 0.1, 1.5


@dataclass(slots=True)
class Heard:
    """Seconds of each answer, counted from when it was due, and the statuses of those that were none."""

    seconds: list[float] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    async def ask(self, client: httpx.AsyncClient, path: str, values: dict[str, str], due: float) -> None:
        """Ask, and note how long it took."""
        try:
            answer = await client.get(path, params=values)
        except httpx.HTTPError as error:
            self.failed.append(type(error).__name__)
            return
        self.seconds.append(time.perf_counter() - due)
        if answer.status_code != httpx.codes.OK:
            self.failed.append(str(answer.status_code))


def measure(world: World = World(), long: float = LONG) -> Section:  # noqa: B008 - a value that nobody changes
    """The section on many readers."""
    with scratch() as options, Database(server.start(options)) as database:
        fill(database, options, world)
        asked = questions(queries(), names_of(database), random.Random(8))  # noqa: S311 - nothing secret
        with ExitStack() as stack:
            ours, bare = (stack.enter_context(process(role, database.connection)) for role in (OURS, BARE))
            asked, left_out = answered(ours.address, asked)
            rows = steady(ours, bare, asked)
            before = memory(ours)
            with process(LOADING, database.connection):
                rows.append(crowd(ours, asked, long, before))
    promise = (
        f"Promise: 95 of 100 answers under {PROMISED * 1e3:.0f} ms at {RATE} requests a second, in at most {RATIO} "
        f"times what a bare route needs; {READERS} readers for {LONG // 60} minutes during a load without an error. "
        f"{len(asked)} questions by turns, of repositories and developers out of {world.contributions:,} "
        f"contributions. Left out, for they want a measure or have no answer here: {', '.join(left_out)}."
    )
    return Section("Many readers", promise, ("", "answers", "failed", "median", "p95", "memory"), rows)


@dataclass(frozen=True, slots=True)
class Running:
    """A process of ours, and the address where it answers."""

    address: str
    pid: int


@contextmanager
def process(role: str, connection: Connection) -> Iterator[Running]:
    """The process of that role, once it says that it is ready."""
    told = {"NEO4J_URI": connection.uri, "NEO4J_USERNAME": connection.username, "NEO4J_PASSWORD": connection.password}
    command = [sys.executable, "-m", "benchmarks.reading", role]
    environment = {**os.environ, **told, "OSSATLAS_RATE_LIMIT": ""}  # noqa: TID251 - handed on to the process
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None  # noqa: S101 - it is a pipe
        try:
            yield Running(run.stdout.readline().strip(), run.pid)
        finally:
            run.terminate()


def answered(address: str, asked: Sequence[Asked]) -> tuple[list[Asked], list[str]]:
    """Those of the questions that have an answer here, and the names of the others."""
    with httpx.Client(base_url=address, timeout=60) as client:
        status = [client.get(one.api, params=one.values).status_code for one in asked]
    refused = {one.name for one, code in zip(asked, status, strict=True) if code in {404, 422}}
    return [one for one in asked if one.name not in refused], sorted(refused)


def steady(ours: Running, bare: Running, asked: Sequence[Asked]) -> list[tuple[str, ...]]:
    """A row for each of the two at fifty requests a second, by turns so that both meet the same machine."""
    heard = {ours.address: Heard(), bare.address: Heard()}
    for _ in range(3):
        for running, path in ((ours, "api"), (bare, "bare")):
            asyncio.run(_paced(running.address, path, asked, heard[running.address]))
    mine, theirs = (heard[running.address] for running in (ours, bare))
    slow = p95(mine.seconds) > PROMISED
    return [
        row("a bare route", theirs, bare, missed=False),
        row(f"ossatlas, {p95(mine.seconds) / p95(theirs.seconds):.2f} times", mine, ours, missed=slow),
    ]


async def _paced(address: str, path: str, asked: Sequence[Asked], heard: Heard) -> None:
    async with httpx.AsyncClient(base_url=address, timeout=60) as client:
        for one in asked[:WARM]:
            await client.get(getattr(one, path), params=one.values)
        began = time.perf_counter()
        async with asyncio.TaskGroup() as group:
            for at in range(RATE * SECONDS // 3):
                due, one = began + at / RATE, asked[at % len(asked)]
                await asyncio.sleep(max(0.0, due - time.perf_counter()))
                group.create_task(heard.ask(client, getattr(one, path), one.values, due))


def crowd(ours: Running, asked: Sequence[Asked], long: float, before: float) -> tuple[str, ...]:
    """The row of many readers, each asking one thing after the other, while a load is under way."""
    heard = Heard()
    asyncio.run(_crowded(ours.address, asked, long, heard))
    name, *cells, grown = row(f"{READERS} readers during a load", heard, ours, missed=bool(heard.failed))
    return name, *cells, f"{grown} (before {before:.0f})"


async def _crowded(address: str, asked: Sequence[Asked], long: float, heard: Heard) -> None:
    end, drawn = time.perf_counter() + long, random.Random(9)  # noqa: S311 - nothing secret
    limits = httpx.Limits(max_connections=READERS)

    async def read(client: httpx.AsyncClient) -> None:
        while time.perf_counter() < end:
            await asyncio.sleep(drawn.expovariate(1 / PAUSE))
            one = drawn.choice(asked)
            await heard.ask(client, one.api, one.values, time.perf_counter())

    async with httpx.AsyncClient(base_url=address, timeout=60, limits=limits) as client, asyncio.TaskGroup() as group:
        for _ in range(READERS):
            group.create_task(read(client))


def row(name: str, heard: Heard, running: Running, *, missed: bool) -> tuple[str, ...]:
    """A line of the section."""
    middle, worst = (f"{seconds * 1e3:.0f} ms" for seconds in (median(heard.seconds), p95(heard.seconds)))
    failed = ", ".join(sorted(set(heard.failed)))
    count = f"{len(heard.failed):,} ({failed})" if failed else "0"
    return name, f"{len(heard.seconds):,}", count, middle, marked(worst, missed=missed), f"{memory(running):.0f} MiB"


def memory(running: Running) -> float:
    """MiB that the process has now."""
    return psutil.Process(running.pid).memory_info().rss / 2**20
