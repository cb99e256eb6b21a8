"""What an engine does for this source: reads inputs into the store, and makes a month's tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from graph.errors import BadInputError

if TYPE_CHECKING:
    from ibis.expr.types import Table

    from ingest.sources.gharchive.selection import Selection
    from ingest.sources.gharchive.summary import Summary

NAMES = ("duckdb", "spark")


@dataclass(frozen=True, slots=True)
class Job:
    """A file to read and where its events go."""

    hash: str
    path: Path
    target: Path


class Engine(Protocol):
    """DuckDB on this machine, or Spark on many: the same reading, the same expressions."""

    def read(self, jobs: Iterable[Job], selection: Selection, work: Path) -> Iterator[tuple[Job, Summary]]:
        """Read each job; what is yielded is in the store."""

    def table(self, files: Sequence[Path]) -> Table:
        """The rows of Parquet files."""

    def write(self, table: Table, folder: Path) -> list[Path]:
        """The rows of `table` as Parquet files in `folder`, which is new."""


def open_engine(name: str, work: Path, master: str, java_home: Path | None) -> AbstractContextManager[Engine]:
    """The engine called `name`; BadInputError naming the engines that there are."""
    if name == "duckdb":
        from ingest.sources.gharchive.duck import Duck  # noqa: PLC0415 - the other engine does without

        return Duck(work)
    if name == "spark":
        from ingest.sources.gharchive.spark import open_spark  # noqa: PLC0415 - an extra

        return open_spark(master, java_home)
    raise BadInputError(f"there is no engine {name}: expected {' or '.join(NAMES)}")


def rows_of(files: Sequence[Path], name: str) -> Table:
    """The rows of Parquet files that the engine knows as `name`, for expressions."""
    import ibis  # noqa: PLC0415 - kept out of the command's start
    import pyarrow.parquet as pq  # noqa: PLC0415

    told = ibis.Schema.from_pyarrow(pq.read_schema(files[0]))
    table: Table = ibis.table({column: kind(nullable=True) for column, kind in told.items()}, name=name)
    return table
