"""One input into the store: its lines read once, its events of the selection in a Parquet file, its counts told.

Every engine reads with this: in threads of this process, or on the workers of a Spark cluster.
"""

# ruff: noqa: S608 - tables and columns are our own, never input
from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

import duckdb
import pyarrow as pa

from graph.errors import StorageError
from ingest.sources.gharchive.activities import TYPES
from ingest.sources.gharchive.document import unfolded
from ingest.sources.gharchive.extract import CAREFUL, COLUMNS, EVENTS, LINES, ODD, quoted
from ingest.sources.gharchive.gunzip import Bytes
from ingest.sources.gharchive.hours import is_hour
from ingest.sources.gharchive.lines import Lines, decoded
from ingest.sources.gharchive.summary import Summary

if TYPE_CHECKING:
    from ingest.sources.gharchive.selection import Selection

MEMORY = "192MB"
"""What DuckDB may hold for one reader; an input that needs more goes through its folder."""
PART = ".part"
MOST_TYPES = 100
_FORM = "(FORMAT parquet, COMPRESSION snappy)"
_TABLE = ", ".join(f"{name} {kind}" for name, kind in COLUMNS.items())
_REPOSITORY = "(coalesce(repository, '') LIKE '_%/_%' AND NOT contains(repository, ' '))"
_MERGED = "type = 'PullRequestEvent' AND ((action = 'closed' AND merged) OR action = 'merged')"
_ONE = f"""
SELECT count(*), count(*) FILTER (moment IS NULL), count(*) FILTER (actor IS NULL),
       count(*) FILTER (NOT {_REPOSITORY}),
       count(DISTINCT actor_id) + count(DISTINCT lower(actor)) FILTER (actor_id IS NULL),
       count(DISTINCT repository_id) + count(DISTINCT lower(repository)) FILTER (repository_id IS NULL),
       count(*) FILTER ({_MERGED})
FROM events
"""
_SINGLE = "SELECT count(*), count(type), count(DISTINCT id) FROM events"
_NO_EVENT = "SELECT count(*) FROM events WHERE type IS NULL"
_TYPES = f"SELECT type, count(*) FROM events GROUP BY type ORDER BY 2 DESC, 1 LIMIT {MOST_TYPES}"
_HOURS = (
    "SELECT moment[:13] AS hour, count(*) AS events FROM events WHERE moment IS NOT NULL GROUP BY hour ORDER BY hour"
)
_BARE = f"SELECT moment[:7] AS month, count(*) FROM events WHERE {_MERGED} AND author IS NULL AND "


@dataclass(frozen=True, slots=True)
class _Read:
    """What the lines of a file came to: how many there were, and how many were no event."""

    lines: int
    no_event: int


class Reader:
    """Reads one input after another; close it, or use it in a `with`. `work` is for what does not fit in memory."""

    def __init__(self, selection: Selection, work: Path, *, memory: str = MEMORY) -> None:
        self._lines = Lines()
        settings: dict[str, str | bool | int | float | list[str]] = {
            "threads": 1, "memory_limit": memory, "temp_directory": str(work), "preserve_insertion_order": False,
            "autoinstall_known_extensions": False, "autoload_known_extensions": False,
        }  # fmt: skip
        self._store = duckdb.connect(config=settings)
        self._store.execute("SET TimeZone = 'UTC'")
        self._store.register("chosen", pa.table({"name": pa.array(selection.names, pa.string())}))
        self._store.register("chosen_ids", pa.table({"id": pa.array(selection.ids, pa.int64())}))
        told = f"moment IS NOT NULL AND actor IS NOT NULL AND {_REPOSITORY}"
        self._where = f"type IN {TYPES} AND {told} AND {_CHOSEN[selection.kind]}"

    def __enter__(self) -> Self:
        """The reader itself."""
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        """Let go what it holds."""
        self.close()

    def close(self) -> None:
        """Let go what it holds."""
        self._store.close()

    def read(self, path: Path, target: Path) -> Summary:
        """What `path` tells; its events of the selection are in `target` then, whole or not at all."""
        content = Bytes(path)
        try:
            with self._tables():
                read = self._fill(content)
                self._single()
                hours = self._possible_hours()
                told = self._summary(read, content, self._write(target), hours)
        except OSError as error:
            raise StorageError(f"{path.name} cannot be read into {target.parent}: {error.strerror or error}") from error
        return told

    @contextmanager
    def _tables(self) -> Iterator[None]:
        self._store.execute(f"CREATE OR REPLACE TEMP TABLE events ({_TABLE})").fetchall()
        try:
            yield
        finally:
            self._store.execute("DROP TABLE IF EXISTS events").fetchall()

    def _single(self) -> None:
        """Leave each event once, and no row of what is none; few hours hold doubles, so it looks before it sorts."""
        rows, told, single = self._store.execute(_SINGLE).fetchall()[0]
        if rows == told == single:
            return
        self._store.execute(
            "CREATE OR REPLACE TEMP TABLE events AS SELECT DISTINCT * FROM events WHERE type IS NOT NULL"
        ).fetchall()

    def _fill(self, content: Bytes) -> _Read:
        lines = sum(self._take(array) for array in self._lines.arrays(content))
        no_event = self._count(_NO_EVENT)
        if lines and no_event == lines and content.plain:  # one event over many lines, as people save it
            with unfolded(content.path) as array:
                if array is not None:
                    self._store.execute("DELETE FROM events").fetchall()
                    return _Read(self._take(array), self._count(_NO_EVENT))
        return _Read(lines, no_event)

    def _take(self, array: pa.Array) -> int:
        """How many lines of the array were taken: read fast, or with care where one of them is not as expected."""
        self._store.register(LINES, pa.table({"line": array}))
        if self._fast():
            return len(array)
        self._store.register(LINES, pa.table({"line": decoded(array)}))
        return self._count(f"INSERT INTO events {CAREFUL}")

    def _fast(self) -> bool:
        """Whether all lines were taken as events of today; where one is not, none of them is."""
        first = self._count("SELECT coalesce(max(rowid), -1) + 1 FROM events")
        try:
            self._store.execute(f"INSERT INTO events {EVENTS}").fetchall()
        except (
            duckdb.InvalidInputException,
            duckdb.ConversionException,
            UnicodeDecodeError,
        ):  # the message has the line
            return False
        odd = self._store.execute(ODD, [first]).fetchall()
        if odd:
            self._store.execute("DELETE FROM events WHERE rowid >= ?", [first]).fetchall()
        return not odd

    def _count(self, statement: str) -> int:
        rows = self._store.execute(statement).fetchall()
        return int(rows[0][0]) if rows else 0

    def _possible_hours(self) -> dict[str, int]:
        """Events by hour; times of the right form that cannot be are forgotten here, an hour of them at once."""
        told = dict(self._store.execute(_HOURS).fetchall())
        wrong = [hour for hour in told if not is_hour(hour)]
        if wrong:
            self._store.execute(
                "UPDATE events SET moment = NULL WHERE moment[:13] IN (SELECT unnest(?))", [wrong]
            ).fetchall()
        return {hour: count for hour, count in told.items() if hour not in wrong}

    def _summary(self, read: _Read, content: Bytes, kept: int, hours: dict[str, int]) -> Summary:
        one = self._store.execute(_ONE).fetchall()[0]
        queries = (_TYPES, f"{_BARE} {self._where} GROUP BY month ORDER BY month")
        types, bare = (dict(self._store.execute(query).fetchall()) for query in queries)
        return Summary(
            lines=read.lines, no_event=read.no_event, doubles=read.lines - read.no_event - one[0], events=one[0],
            no_time=one[1], no_actor=one[2], no_repository=one[3], actors=one[4], repositories=one[5], merged=one[6],
            too_long=self._lines.too_long, cut=content.cut, plain=content.plain,
            kept=kept, types=types, hours=hours, bare=bare,
        )  # fmt: skip

    def _write(self, target: Path) -> int:
        """How many events of the selection are in `target` now."""
        part = target.with_name(f"{target.name}.{os.getpid()}{PART}")
        query = f"SELECT * FROM events WHERE {self._where}"
        kept = self._count(f"COPY ({query}) TO {quoted(part)} {_FORM}")
        part.replace(target)
        return kept


_CHOSEN = {
    "all": "true",
    "organizations": "lower(split_part(repository, '/', 1)) IN (SELECT name FROM chosen)",
    "repositories": (
        "(lower(repository) IN (SELECT name FROM chosen) OR repository_id IN (SELECT id FROM chosen_ids))"
    ),
}
