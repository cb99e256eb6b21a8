"""The store's rows, each thing once: as SQL over its files, and written anew by month."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.sources.github.store import INCOMING, READ, Store, Table

if TYPE_CHECKING:
    import duckdb

WAITING = 1
"""Files that wait in `incoming` before a table is compacted."""


def rows_sql(store: Store, table: Table, repository: int) -> str:
    """SQL for the rows of one repository, each thing once; no rows where nothing was read."""
    files = store.files(table, repository)
    if not files:
        return _empty(table)
    listed = ", ".join(_quoted(path) for path in files)
    newest = [f"{name} DESC NULLS LAST" for name in ("updated_at",) if any(c.name == name for c in table.columns)]
    names = ", ".join(column.name for column in (*table.columns, READ))
    return (
        f"SELECT {names} FROM read_parquet([{listed}], union_by_name = true, hive_partitioning = false) "  # noqa: S608
        f"QUALIFY row_number() OVER (PARTITION BY {', '.join(table.key)} "
        f"ORDER BY {', '.join([*newest, f'{READ.name} DESC'])}) = 1"
    )


def compact(store: Store, table: Table, repository: int, connection: duckdb.DuckDBPyConnection) -> bool:
    """Write the rows of one repository anew, one file per month; whether there was anything to do.

    Old files go after the new ones are in place: a kill in between leaves rows twice, of which one counts.
    """
    home = store.home(table, repository)
    old = store.files(table, repository)
    if sum(path.parent.name == INCOMING for path in old) < WAITING:
        return False
    made = home / ".compacting"
    shutil.rmtree(made, ignore_errors=True)
    connection.execute(
        f"COPY (SELECT *, strftime({table.month}, '%Y-%m') AS month FROM ({rows_sql(store, table, repository)}) "  # noqa: S608
        f"ORDER BY {', '.join(table.key)}) TO {_quoted(made)} "
        "(FORMAT parquet, COMPRESSION zstd, PARTITION_BY (month), WRITE_PARTITION_COLUMNS false)"
    )
    _move(made, home, store)
    for path in old:
        path.unlink()
    return True


def _move(made: Path, home: Path, store: Store) -> None:
    for path in sorted(made.glob("month=*/*.parquet")):
        folder = home / path.parent.name
        folder.mkdir(exist_ok=True)
        path.replace(folder / f"{store.next_number(home):08d}.parquet")
    shutil.rmtree(made)


def _empty(table: Table) -> str:
    types = {"int": "BIGINT", "str": "VARCHAR", "bool": "BOOLEAN", "time": "TIMESTAMP", "strs": "VARCHAR[]"}
    cells = ", ".join(f"NULL::{types[column.type]} AS {column.name}" for column in (*table.columns, READ))
    return f"SELECT {cells} WHERE false"


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"
