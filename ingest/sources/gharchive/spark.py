"""Spark on this machine or a cluster: its workers read inputs as DuckDB's threads do, its SQL makes the months.

The store has to be in a folder that all workers see, and `ossatlas` installed on them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import count, islice
from pathlib import Path
from typing import TYPE_CHECKING

import ibis
import pyarrow as pa

import ingest
from graph.errors import BadInputError, SourceError
from ingest.sources.gharchive.engines import Job, rows_of
from ingest.sources.gharchive.java import find_java
from ingest.sources.gharchive.reading import Reader
from ingest.sources.gharchive.summary import Summary, read_summary

if TYPE_CHECKING:
    from ibis.expr.types import Table
    from pyspark.sql import SparkSession

    from ingest.sources.gharchive.selection import Selection

FIELDS = ("hash", "path", "target")
_READ = "hash string, summary string"
LOCAL_PARTITIONS = "8"
LOOPBACK = "127.0.0.1"
_PER_SLOT = 4
"""Jobs for each core at a time: what is read is noted after each such lot, so a kill loses no more."""
_SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.parquet.compression.codec": "zstd",
    "spark.sql.execution.arrow.maxRecordsPerBatch": "64",
    "spark.sql.adaptive.enabled": "true",
    "spark.log.level": "ERROR",
    "spark.python.authenticate.socketTimeout": "300s",  # 15 s are too few on a busy machine
}


class Spark:
    """The engine of many machines."""

    def __init__(self, session: SparkSession) -> None:
        self.session = session
        self._numbers = count()

    def read(self, jobs: Iterable[Job], selection: Selection, work: Path) -> Iterator[tuple[Job, Summary]]:
        """Read each job on a worker; what is yielded is in the store."""
        lot = _PER_SLOT * self.session.sparkContext.defaultParallelism
        remaining = iter(jobs)
        while held := {job.hash: job for job in islice(remaining, lot)}:
            rows = [(job.hash, str(job.path), str(job.target)) for job in held.values()]
            frame = self.session.createDataFrame(rows, list(FIELDS)).repartition(len(rows), FIELDS[0])
            for row in frame.mapInArrow(reading(selection, str(work)), _READ).collect():
                yield held[row["hash"]], read_summary(row["summary"])

    def table(self, files: Sequence[Path]) -> Table:
        """The rows of Parquet files."""
        name = f"files_{next(self._numbers)}"
        self.session.read.parquet(*map(str, files)).createOrReplaceTempView(name)
        return rows_of(files, name)

    def write(self, table: Table, folder: Path) -> list[Path]:
        """The rows of `table` as Parquet files in `folder`, which is new."""
        self.session.sql(ibis.to_sql(table, dialect="pyspark")).write.parquet(str(folder))
        return sorted(folder.glob("*.parquet"))


def reading(selection: Selection, work: str) -> Callable[[Iterable[pa.RecordBatch]], Iterable[pa.RecordBatch]]:
    """What a worker does: jobs in, summaries out; the events are in the store then."""

    def read(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        with Reader(selection, Path(work)) as reader:
            for batch in batches:
                rows = batch.to_pylist()
                told = [reader.read(Path(row["path"]), Path(row["target"])).text() for row in rows]
                yield pa.RecordBatch.from_pydict({"hash": [row["hash"] for row in rows], "summary": told})

    return read


@contextmanager
def open_spark(master: str, java_home: Path | None = None, memory: str = "1g") -> Iterator[Spark]:
    """A session on the cluster at `master`, stopped afterwards unless it was there before.

    A BadInputError where pyspark or Java is missing, a SourceError where Spark does not start.
    """
    if find_spec("pyspark") is None:
        raise BadInputError("the engine spark needs pyspark: install ossatlas with its extra, ossatlas[spark]")
    from pyspark.sql import SparkSession  # noqa: PLC0415 - an extra

    before = SparkSession.getActiveSession()
    session = before or _start(master, find_java(java_home), memory)
    try:
        yield Spark(session)
    finally:
        if before is None:
            session.stop()


def _start(master: str, java_home: Path, memory: str) -> SparkSession:
    from pyspark.errors import PySparkException  # noqa: PLC0415 - an extra
    from pyspark.sql import SparkSession  # noqa: PLC0415

    builder = SparkSession.builder.master(master).appName("ossatlas")
    settings = {**_SETTINGS, "spark.driver.memory": memory}
    if master.startswith("local"):
        root = str(Path(ingest.__file__).parents[1])
        settings |= {
            "spark.executorEnv.PYTHONPATH": root,
            "spark.driver.host": LOOPBACK,
            "spark.driver.bindAddress": LOOPBACK,
        }
        settings["spark.sql.shuffle.partitions"] = LOCAL_PARTITIONS
    for name, value in settings.items():
        builder = builder.config(name, value)
    try:
        with _java(java_home):
            session = builder.getOrCreate()
    except PySparkException as error:
        raise SourceError(f"Spark does not start at {master}: {error}") from error
    if master.startswith("local"):
        session.sparkContext.pythonExec = sys.executable  # else any python3 on PATH, without our libraries
    return session


@contextmanager
def _java(home: Path) -> Iterator[None]:
    """JAVA_HOME for what is started meanwhile: Spark's launcher takes it from there alone."""
    variables = os.environ  # noqa: TID251 - written for a child process, not read as a setting
    before = variables.get("JAVA_HOME")
    variables["JAVA_HOME"] = str(home)
    try:
        yield
    finally:
        del variables["JAVA_HOME"]
        if before is not None:
            variables["JAVA_HOME"] = before
