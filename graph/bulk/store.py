"""The DuckDB in which what was put aside is sorted and combined, within bounds of memory; it spills to its folder."""

# ruff: noqa: S608 - tables and columns are named by the schema, never by input

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import AtlasError, StorageError

if TYPE_CHECKING:
    import duckdb

THREADS = 4
"""More than these want more memory for each of them."""
TOGETHER = 2_000_000
"""Rows that are combined at once."""
_CHUNK = 20_000


def parts_of(rows: int, together: int) -> int:
    """In how many parts `rows` are combined, `together` or so in each."""
    return 1 + rows // together


@dataclass(frozen=True, slots=True)
class Store:
    """An open DuckDB; its tables lie in a file of the folder that it was opened in."""

    inner: duckdb.DuckDBPyConnection

    def run(self, statement: str) -> None:
        """Run a statement that returns nothing."""
        with _translated():
            self.inner.execute(statement).fetchall()

    def count(self, relation: str) -> int:
        """The number of rows of `relation`."""
        with _translated():
            found = self.inner.execute(f"SELECT count(*) FROM {relation}").fetchone()
        return int(found[0]) if found else 0

    def fill(self, table: str, select: Callable[[str], str], by: str, parts: int) -> None:
        """Make `table` out of what `select` selects, in `parts` by the hash of `by`, which all rows of a group share.

        DuckDB sorts and joins on disk what does not fit into memory, but it holds texts and lists that it combines.
        """
        for part in range(parts):
            head = f"INSERT INTO {table}" if part else f"CREATE TABLE {table} AS"
            self.run(f"{head} {select(f'hash({by}) % {parts} = {part}')}")

    def rows(self, statement: str) -> Iterator[list[tuple[object, ...]]]:
        """The rows of `statement`, in lists of some thousands, in flat memory."""
        with _translated():
            cursor = self.inner.cursor().execute(statement)
            while rows := cursor.fetchmany(_CHUNK):
                yield rows


@contextmanager
def opened(folder: Path, memory_mb: int) -> Iterator[Store]:
    """A Store in `folder` that uses up to `memory_mb` MiB of memory."""
    import duckdb  # noqa: PLC0415 - slow to import

    settings: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": f"{memory_mb}MiB",
        "temp_directory": str(folder / "spill"),
        "preserve_insertion_order": "false",
        "threads": min(THREADS, os.cpu_count() or 1),
    }
    with _translated(), duckdb.connect(str(folder / "store.duckdb"), config=settings) as inner:
        yield Store(inner)


def text(value: str) -> str:
    """`value` as a literal of SQL."""
    return "'{}'".format(value.replace("'", "''"))


def listed(names: Iterable[str]) -> str:
    """`names` as a list in SQL."""
    return ", ".join(names)


@contextmanager
def _translated() -> Iterator[None]:
    """Inside, DuckDB's errors come out as ours."""
    import duckdb  # noqa: PLC0415 - slow to import

    try:
        yield
    except (duckdb.IOException, duckdb.OutOfMemoryException) as error:
        raise StorageError(f"there is no room to sort what was read: {str(error).splitlines()[0]}") from error
    except duckdb.Error as error:
        raise AtlasError(f"what was read cannot be sorted: {str(error).splitlines()[0]}") from error
