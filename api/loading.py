"""Datasets into the graph, with a bar, a rate, and every refused row said."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from api.complaint import warn
from api.console import errors, progress
from api.engine_in_use import Showing, check_room, engine_options
from api.settings import settings
from graph.bulk.choice import why_not
from graph.engine.importing import BusyError
from graph.errors import AtlasError
from graph.load import Loaded, prepare
from ingest.run import AtOnce, is_large, load, load_at_once

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from graph.database import Database
    from graph.rows import Tally
    from ingest.source import Dataset

SHOWN = 20


def load_all(
    database: Database, datasets: Iterable[Dataset], *, strict: bool = False, refresh: bool = False
) -> Iterator[Loaded]:
    """Load each dataset as it comes, or all at once into an empty graph when they are large; yield what each did.

    Into an empty graph they are gathered first; where their source fails on the way, those before it are loaded.
    """
    with progress() as bars:
        reason = why_not(database)
        told, broken = (datasets, None) if reason else gathered(datasets)
        if not reason and is_large(told):
            _said("", told)
            try:
                yield from all_at_once(database, list(told), bars, strict=strict, refresh=refresh)
            except BusyError as error:
                reason = str(error)
            else:
                told = ()
        yield from _one_by_one(database, told, bars, reason, strict=strict, refresh=refresh)
        if broken is not None:
            raise broken


def gathered(datasets: Iterable[Dataset]) -> tuple[list[Dataset], AtlasError | None]:
    """All datasets, or those before the failure of their source, and the failure."""
    found: list[Dataset] = []
    try:
        found.extend(iter(datasets))
    except AtlasError as error:
        return found, error
    return found, None


def _one_by_one(
    database: Database, datasets: Iterable[Dataset], bars: Progress, reason: str, *, strict: bool, refresh: bool
) -> Iterator[Loaded]:
    check_room(database)  # Neo4j waits without end where it cannot write an index
    prepare(database)
    for dataset in datasets:
        if reason and is_large([dataset]):
            _said(reason, [dataset])
        yield load_one(database, dataset, bars, strict=strict, refresh=refresh)


def all_at_once(
    database: Database, datasets: Sequence[Dataset], bars: Progress, *, strict: bool = False, refresh: bool = False
) -> list[Loaded]:
    """Load all of `datasets` through Neo4j's offline importer, under a bar for each."""
    shown = [Bar.of(dataset, bars) for dataset in datasets]
    with Showing() as report:
        by = AtOnce(engine_options(settings()), report, [bar.move for bar in shown])
        done = load_at_once(database, datasets, by, strict=strict, refresh=refresh)
    for bar, each in zip(shown, done, strict=True):
        bar.end(each)
    return done


def load_one(
    database: Database, dataset: Dataset, bars: Progress, *, strict: bool = False, refresh: bool = False
) -> Loaded:
    """Load one dataset under a bar of its own."""
    bar = Bar.of(dataset, bars)
    done = load(database, dataset, strict=strict, refresh=refresh, report=bar.move)
    bar.end(done)
    return done


@dataclass(slots=True)
class Bar:
    """The bar of one dataset, with its rate from its first row on."""

    bars: Progress
    task: TaskID
    began: float

    @classmethod
    def of(cls, dataset: Dataset, bars: Progress) -> Bar:
        """A bar for `dataset`."""
        origin = dataset.origin
        task = bars.add_task(f"{origin.source}/{origin.dataset}", total=dataset.rows, rate="")
        return cls(bars, task, time.monotonic())

    def move(self, tally: Tally) -> None:
        """Show how far it is."""
        rate = tally.rows_in / max(time.monotonic() - self.began, 0.001)
        self.bars.update(self.task, completed=tally.rows_in, rate=f"{rate:,.0f}/s")

    def end(self, done: Loaded) -> None:
        """Show that it is done."""
        rate = "left out" if done.newer else "already" if done.already else "done"
        self.bars.update(self.task, completed=done.rows_in, total=done.rows_in, rate=rate)


def _said(why_not_at_once: str, datasets: Iterable[Dataset]) -> str:
    """Say which way the rows of `datasets` go; return why they do not go at once."""
    rows = sum(dataset.rows or 0 for dataset in datasets)
    if why_not_at_once:
        warn(f"{rows:,} rows go into the graph in batches: {why_not_at_once}")
    else:
        warn(f"{rows:,} rows go into the empty graph at once, through Neo4j's offline importer")
    return why_not_at_once


def tell(done: Loaded) -> None:
    """Say what a load did, and list the first refused rows."""
    if done.newer:
        warn(f"{done.snapshot} was left out: the graph holds a reading of the same as of {done.newer}, which is newer")
        return
    how = "was loaded already" if done.already else "loaded"
    refused = f", {done.rows_refused} refused" if done.rows_refused else ""
    errors().print(f"{done.snapshot} {how}: {done.rows_taken} rows taken{refused}")
    for line in done.refused[:SHOWN]:
        warn(f"  {line}")
    if done.rows_refused > SHOWN:
        warn(f"  and {done.rows_refused - SHOWN} more")
