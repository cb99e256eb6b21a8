"""How long readers of a public server wait while strangers run statements that never end by themselves."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from threading import Event, Thread

import httpx

from api.asking import queries
from api.engine_in_use import engine_options
from api.public import CONSOLE, PUBLIC
from api.settings import settings
from benchmarks.report import Section, marked, median, p95
from graph.engine import server
from tests.cypher.hostile import STUBBORN

STRANGERS = 4
ROUNDS = 3
ENDLESS = ("UNWIND range(1, 2000000000) AS x RETURN count(x) AS n", *STUBBORN)
PROMISED = 2.0
OSSATLAS = str(Path(sys.executable).with_name("ossatlas"))


def measure() -> Section:
    """The section on hostile statements."""
    user = engine_options(settings())
    with tempfile.TemporaryDirectory(prefix="ossatlas-bench-") as folder:
        told = {"OSSATLAS_DATA_DIR": folder, "OSSATLAS_DOWNLOADS": str(user.downloads or user.data_dir / "engine")}
        environment = {**os.environ, **told, "OSSATLAS_RATE_LIMIT": ""}  # noqa: TID251 - handed on to the processes
        try:
            for command in (("demo", "--no-serve"), ("snapshot", "save")):
                subprocess.run([OSSATLAS, *command], env=environment, check=True, stdout=subprocess.DEVNULL)
            with public(environment) as address:
                alone, beside = waited(address)
        finally:
            for data in (Path(folder), Path(folder, PUBLIC), Path(folder, CONSOLE)):
                server.stop(replace(user, data_dir=data))
    ratio = p95(beside) / p95(alone)
    promise = (
        f"Promise: others are answered within {PROMISED:g} times their usual 95th of 100. Every question's example, "
        f"{ROUNDS} times by turns alone and beside {STRANGERS} strangers whose statements never end by themselves."
    )
    rows = [row("alone", alone, 1.0), row(f"beside {STRANGERS} strangers", beside, ratio)]
    return Section("Hostile statements", promise, ("", "answers", "median", "p95", "ratio"), rows)


def row(name: str, taken: Sequence[float], ratio: float) -> tuple[str, ...]:
    """A line of the section."""
    middle, worst = (f"{seconds * 1e3:.0f} ms" for seconds in (median(taken), p95(taken)))
    return name, f"{len(taken):,}", middle, worst, marked(f"{ratio:.2f}", missed=ratio > PROMISED)


@contextmanager
def public(environment: dict[str, str]) -> Iterator[str]:
    """The address of a public server in a process of its own."""
    command = [OSSATLAS, "serve", "--public", "--port", "18800"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None  # noqa: S101 - it is a pipe
        try:
            yield run.stdout.readline().split(" ")[0].rstrip("/")
        finally:
            run.terminate()


def waited(address: str) -> tuple[list[float], list[float]]:
    """Seconds of each answer alone and beside strangers, by turns so that both meet the same machine."""
    ask(address)
    alone: list[float] = []
    beside: list[float] = []
    for _ in range(ROUNDS):
        alone += ask(address)
        with strangers(address):
            beside += ask(address)
    return alone, beside


def ask(address: str) -> list[float]:
    """Seconds that each question of the catalogue takes."""
    taken = []
    with httpx.Client(base_url=address, timeout=120) as web:
        for query in queries():
            if query.kind != "metric":
                began = time.perf_counter()
                web.get(f"/api/v1/queries/{query.name}", params=dict(query.examples[0])).raise_for_status()
                taken.append(time.perf_counter() - began)
    return taken


@contextmanager
def strangers(address: str) -> Iterator[None]:
    """People who run one endless statement after the other, for as long as the `with` block lasts."""
    enough = Event()

    def run(number: int) -> None:
        with httpx.Client(base_url=address, timeout=60) as web:
            while not enough.is_set():
                statement = ENDLESS[number % len(ENDLESS)]
                number += 1
                with suppress(httpx.HTTPError):
                    answer = web.post("/api/v1/cypher", json={"statement": statement})
                    if answer.status_code == httpx.codes.TOO_MANY_REQUESTS:
                        enough.wait(float(answer.headers.get("retry-after", "1")))

    threads = [Thread(target=run, args=(number,)) for number in range(STRANGERS)]
    for thread in threads:
        thread.start()
    time.sleep(1)
    try:
        yield
    finally:
        enough.set()
        for thread in threads:
            thread.join()
