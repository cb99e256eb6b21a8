"""Datasets into the graph, with a bar, a rate, and every refused row said."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from api.complaint import warn
from api.console import errors, progress
from graph.load import Loaded, prepare
from ingest.run import load

if TYPE_CHECKING:
    from rich.progress import Progress

    from graph.database import Database
    from graph.rows import Tally
    from ingest.source import Dataset

SHOWN = 20


def load_all(
    database: Database, datasets: Iterable[Dataset], *, strict: bool = False, refresh: bool = False
) -> Iterator[Loaded]:
    """Load each dataset in turn, and yield what each load did."""
    prepare(database)
    with progress() as bars:
        for dataset in datasets:
            yield load_one(database, dataset, bars, strict=strict, refresh=refresh)


def load_one(
    database: Database, dataset: Dataset, bars: Progress, *, strict: bool = False, refresh: bool = False
) -> Loaded:
    """Load one dataset under a bar of its own."""
    origin = dataset.origin
    task = bars.add_task(f"{origin.source}/{origin.dataset}", total=dataset.rows, rate="")
    began = time.monotonic()

    def report(tally: Tally) -> None:
        rate = tally.rows_in / max(time.monotonic() - began, 0.001)
        bars.update(task, completed=tally.rows_in, rate=f"{rate:,.0f}/s")

    done = load(database, dataset, strict=strict, refresh=refresh, report=report)
    bars.update(task, completed=done.rows_in, total=done.rows_in, rate="already" if done.already else "done")
    return done


def tell(done: Loaded) -> None:
    """Say what a load did, and list the first refused rows."""
    how = "was loaded already" if done.already else "loaded"
    refused = f", {done.rows_refused} refused" if done.rows_refused else ""
    errors().print(f"{done.snapshot} {how}: {done.rows_taken} rows taken{refused}")
    for line in done.refused[:SHOWN]:
        warn(f"  {line}")
    if done.rows_refused > SHOWN:
        warn(f"  and {done.rows_refused - SHOWN} more")
