"""How fast the embedded engine starts and stops, with its ahead-of-time cache and without."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

from api.engine_in_use import engine_options
from api.settings import settings
from benchmarks.report import Section, median
from graph.database import Database
from graph.engine import server
from graph.engine.options import EngineOptions

TIMES = 3


def measure() -> Section:
    """The section on the engine."""
    with scratch() as options:
        server.start(options)
        server.stop(options)
        cached = [_start_and_stop(options) for _ in range(TIMES)]
        with patch("graph.engine.aot.start_flags", return_value=()):
            plain = [_start_and_stop(options) for _ in range(TIMES)]
    start, stop = (median([taken[at] for taken in plain]) for at in (0, 1))
    rows = [
        (name, f"{median([t[0] for t in taken]):.2f} s", f"{median([t[0] for t in taken]) / start:.2f}",
         f"{median([t[1] for t in taken]):.2f} s", f"{median([t[1] for t in taken]) / stop:.2f}",
         f"{max(t[2] for t in taken):.0f} MiB")
        for name, taken in (("without the cache", plain), ("with the ahead-of-time cache", cached))
    ]  # fmt: skip
    promise = f"Promise: start to first answer under 6 s with the cache, stop under 2 s. Median of {TIMES}."
    return Section("The embedded engine", promise, ("", "start", "ratio", "stop", "ratio", "memory"), rows)


@contextmanager
def scratch() -> Iterator[EngineOptions]:
    """An engine with a database of its own in a folder that goes away; jars and cache are those of the user."""
    user = engine_options(settings())
    with tempfile.TemporaryDirectory(prefix="ossatlas-bench-") as folder:
        options = replace(user, data_dir=Path(folder), downloads=user.downloads or user.data_dir / "engine")
        try:
            yield options
        finally:
            server.stop(options)


def _start_and_stop(options: EngineOptions) -> tuple[float, float, float]:
    began = time.perf_counter()
    with Database(server.start(options)) as database:
        database.read("RETURN 1")
        started = time.perf_counter() - began
        memory = (server.status(options).memory_bytes or 0) / 2**20
    began = time.perf_counter()
    server.stop(options)
    return started, time.perf_counter() - began, memory
