"""DuckDB on this machine: some inputs at a time in threads, a month's tables within a fixed memory."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from itertools import count, islice
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType
from typing import TYPE_CHECKING, Self

import ibis

from ingest.sources.gharchive.bounded import bounded
from ingest.sources.gharchive.engines import rows_of
from ingest.sources.gharchive.extract import quoted
from ingest.sources.gharchive.month import FORM
from ingest.sources.gharchive.reading import Reader

if TYPE_CHECKING:
    import duckdb
    from ibis.expr.types import Table

    from ingest.sources.gharchive.engines import Job
    from ingest.sources.gharchive.selection import Selection
    from ingest.sources.gharchive.summary import Summary

MOST_READERS = 3
"""Each holds some 100 MiB."""


class Duck:
    """The engine of one machine; close it, or use it in a `with`. `work` takes what does not fit in memory."""

    def __init__(self, work: Path, readers: int | None = None) -> None:
        self.work = work
        self.readers = readers or min(os.cpu_count() or 1, MOST_READERS)
        self._numbers = count()
        self._opened: duckdb.DuckDBPyConnection | None = None

    @property
    def _store(self) -> duckdb.DuckDBPyConnection:
        """Opened when it is first asked for, so that it holds nothing while inputs are read."""
        if self._opened is None:
            self._opened = bounded(self.work, self.readers, ordered=False)
        return self._opened

    def __enter__(self) -> Self:
        """The engine itself."""
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        """Let go what it holds."""
        if self._opened is not None:
            self._opened.close()

    def read(self, jobs: Iterable[Job], selection: Selection, work: Path) -> Iterator[tuple[Job, Summary]]:
        """Read each job; what is yielded is in the store. A few are under way at a time, so memory stays flat."""
        idle: SimpleQueue[Reader] = SimpleQueue()
        made: list[Reader] = []

        def one(job: Job) -> tuple[Job, Summary]:
            reader = idle.get()
            try:
                return job, reader.read(job.path, job.target)
            finally:
                idle.put(reader)

        try:
            for at in range(self.readers):
                made.append(Reader(selection, work / f"reader-{at}"))
                idle.put(made[-1])
            with ThreadPoolExecutor(self.readers) as pool:
                yield from _few_at_a_time(pool, one, iter(jobs), self.readers)
        finally:
            for reader in made:
                reader.close()

    def table(self, files: Sequence[Path]) -> Table:
        """The rows of Parquet files."""
        name = f"files_{next(self._numbers)}"
        listed = ", ".join(map(quoted, files))
        self._store.execute(f"CREATE VIEW {name} AS FROM read_parquet([{listed}])").fetchall()
        return rows_of(files, name)

    def write(self, table: Table, folder: Path) -> list[Path]:
        """The rows of `table` as Parquet files in `folder`, which is new."""
        folder.mkdir()
        path = folder / "all.parquet"
        query = ibis.to_sql(table, dialect="duckdb")
        self._store.execute(f"COPY ({query}) TO {quoted(path)} {FORM}").fetchall()
        return [path]


def _few_at_a_time(
    pool: ThreadPoolExecutor, one: Callable[[Job], tuple[Job, Summary]], jobs: Iterator[Job], few: int
) -> Iterator[tuple[Job, Summary]]:
    """The results as they come; no more than `few` jobs are handed over before."""
    running: set[Future[tuple[Job, Summary]]] = {pool.submit(one, job) for job in islice(jobs, few)}
    while running:
        done, running = wait(running, return_when=FIRST_COMPLETED)
        running |= {pool.submit(one, job) for job in islice(jobs, len(done))}
        yield from (future.result() for future in done)
