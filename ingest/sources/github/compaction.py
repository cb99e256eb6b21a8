"""The store's rows, each thing once: as SQL over its files, and written anew by month."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import StorageError
from ingest.sources.github.store import INCOMING, READ, Store, Table

if TYPE_CHECKING:
    import duckdb

_FILE = re.compile(r"[^'\"\s]+\.parquet")


@contextmanager
def readable(store: Store) -> Iterator[None]:
    """Turns a damaged file of the store into a StorageError that says what to do."""
    import duckdb  # noqa: PLC0415 - heavy

    try:
        yield
    except (duckdb.IOException, duckdb.InvalidInputException) as error:
        named = _FILE.search(str(error))
        what = named[0] if named else f"a file below {store.folder}"
        raise StorageError(
            f"{what} cannot be read; remove the folder {store.folder.parent} to read all anew"
        ) from error


def rows_sql(store: Store, table: Table, repository: int) -> str:
    """SQL for the rows of one repository, each thing once; no rows where nothing was read."""
    return _rows_of(table, store.files(table, repository))


def _rows_of(table: Table, files: Sequence[Path]) -> str:
    if not files:
        return _empty(table)
    listed = ", ".join(_quoted(path) for path in files)
    newest = [f"{name} DESC NULLS LAST" for name in ("updated_at",) if any(c.name == name for c in table.columns)]
    names = ", ".join(column.name for column in (*table.columns, READ))
    return (
        f"SELECT {names} FROM read_parquet([{listed}], hive_partitioning = false) "  # noqa: S608
        f"QUALIFY row_number() OVER (PARTITION BY {', '.join(table.key)} "
        f"ORDER BY {', '.join([*newest, f'{READ.name} DESC'])}) = 1"
    )


def compact(store: Store, table: Table, repository: int, connection: duckdb.DuckDBPyConnection) -> bool:
    """Bring the new rows of one repository to those of their months, a file each; whether there were any.

    Old files go after the new ones are in place: a kill in between leaves rows twice, of which one counts.
    """
    home = store.home(table, repository)
    waiting = sorted((home / INCOMING).glob("*.parquet"))
    if not waiting:
        return False
    made = home / ".compacting"
    shutil.rmtree(made, ignore_errors=True)
    with readable(store):
        months = _months(table, waiting, connection)
        old = [*waiting, *(path for month in months for path in sorted(home.glob(f"month={month}/*.parquet")))]
        connection.execute(
            f"COPY (SELECT *, {_month(table)} AS month FROM ({_rows_of(table, old)}) "  # noqa: S608 - our own names
            f"ORDER BY {', '.join(table.key)}) TO {_quoted(made)} "
            "(FORMAT parquet, COMPRESSION zstd, PARTITION_BY (month), WRITE_PARTITION_COLUMNS false)"
        )
    _move(made, home, store)
    for path in old:
        path.unlink()
    return True


def _months(table: Table, files: Sequence[Path], connection: duckdb.DuckDBPyConnection) -> list[str]:
    """The months that rows of these files belong to."""
    sql = f"SELECT DISTINCT {_month(table)} FROM ({_rows_of(table, files)}) ORDER BY ALL"  # noqa: S608 - our own names
    return [month for (month,) in connection.execute(sql).fetchall()]


def _month(table: Table) -> str:
    return f"strftime({table.month}, '%Y-%m')"


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
