"""How fast the API answers, warm: every query's example, beside a bare FastAPI route that runs the same Cypher."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from itertools import count

import httpx
import uvicorn
from fastapi import FastAPI

from api.app import create_app
from api.asking import queries
from api.measuring import measured_all
from benchmarks.engine import scratch
from benchmarks.report import Section, median, p95
from cypher.query import Query
from cypher.run import keyed
from graph.database import Database
from graph.engine import server
from graph.load import load, prepare
from graph.projection import projected
from ingest.datasets.bundled import bundled
from ingest.identity import Identities

TIMES = 40
WARM = 5
Taken = dict[str, tuple[list[float], list[float]]]


def measure() -> Section:
    """The section on the API."""
    with scratch() as options, Database(server.start(options)) as database:
        prepare(database)
        for dataset in bundled(Identities.load()):
            load(database, dataset.origin, dataset.records)
        list(measured_all(database))
        asked = [query for query in queries() if query.kind != "metric"]
        with serving(create_app(database, queries())) as ours, serving(bare(database, asked)) as theirs:
            taken = {query.name: _both(query, ours, theirs) for query in asked}
    rows = [_row(name, *both) for name, both in sorted(taken.items())]
    every = ([t for ours, _ in taken.values() for t in ours], [t for _, bare in taken.values() for t in bare])
    promise = f"Promise: p95 under 100 ms, warm, on the bundled data. {TIMES} requests each, one at a time."
    header = ("query", "median", "p95", "bare route, p95", "ratio of medians")
    return Section("Answers of the API", promise, header, [_row("**all**", *every), *rows])


def _row(name: str, ours: list[float], theirs: list[float]) -> tuple[str, ...]:
    ratio = median(ours) / median(theirs)
    times = (median(ours), p95(ours), p95(theirs))
    return name, *(f"{time * 1e3:.1f} ms" for time in times), f"{ratio:.1f}"


def _both(query: Query, ours: str, theirs: str) -> tuple[list[float], list[float]]:
    values = dict(query.examples[0])
    return _ask(f"{ours}/api/v1/queries/{query.name}", values), _ask(f"{theirs}/{query.name}", {})


def _ask(address: str, values: dict[str, str]) -> list[float]:
    taken = []
    with httpx.Client(timeout=60) as client:
        for _ in range(WARM + TIMES):
            began = time.perf_counter()
            client.get(address, params=values).raise_for_status()
            taken.append(time.perf_counter() - began)
    return taken[WARM:]


def bare(database: Database, asked: list[Query]) -> FastAPI:
    """The peer: one route per query that hands the driver's rows on as they are."""
    app = FastAPI()

    def route(query: Query) -> None:
        parameters = keyed(database, query, query.bind(dict(query.examples[0])))

        @app.get(f"/{query.name}")
        def answer() -> list[dict[str, object]]:
            around = projected(database, query.projection, parameters) if query.projection else nullcontext("")
            with around as graph:
                return database.read(query.text, parameters | {"graph": graph}, timeout=query.budget.seconds).records()

    for query in asked:
        route(query)
    return app


_PORTS = count(18650)


@contextmanager
def serving(app: FastAPI) -> Iterator[str]:
    """The address of `app`, served on loopback by uvicorn."""
    port = next(_PORTS)
    running = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="warning"))
    thread = threading.Thread(target=running.run)
    thread.start()
    while not running.started:
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        running.should_exit = True
        thread.join()
