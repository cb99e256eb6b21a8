"""The store of one selection: a Parquet file of events for each input, and a ledger of what was read.

    <room>/<selection>/ledger.sqlite          one row for each input, by the hash of its content
    <room>/<selection>/events/<hash>.parquet  its events (columns: `extract.COLUMNS`)
    <room>/<selection>/pairs/<month>-*      developer x repository of a month, made anew when its inputs change
    <room>/<selection>/work/                  what is under way; empty when nothing is
    <room>/aggregate/<key>/                   the same of one call of `aggregate`, gone once that succeeded

An input counts once its row is in the ledger; that is written last, so a kill at any moment loses no more than
the input under way. Selections do not share a store: another choice reads its hours anew and changes nothing here.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import filelock

from graph.errors import BadInputError, LockedError, StorageError
from ingest.sources.gharchive.summary import Summary, read_summary

PASSING = "aggregate"
"""The folder of stores that are not to stay."""

_TABLES = """
CREATE TABLE IF NOT EXISTS input (hash TEXT NOT NULL PRIMARY KEY, summary TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS name (hash TEXT NOT NULL, name TEXT NOT NULL, hour TEXT NOT NULL, PRIMARY KEY (hash, name));
CREATE TABLE IF NOT EXISTS month (month TEXT NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (month, hash));
CREATE TABLE IF NOT EXISTS absent (hour TEXT NOT NULL PRIMARY KEY);
"""
_SUMMARY = "INSERT OR REPLACE INTO input VALUES (?, ?)"
_NAME = "INSERT OR IGNORE INTO name VALUES (?, ?, ?)"
_MONTH = "INSERT OR IGNORE INTO month VALUES (?, ?)"
_OF_MONTH = """
SELECT input.hash, min(name.name), group_concat(DISTINCT name.hour), input.summary
FROM month JOIN input USING (hash) JOIN name USING (hash)
WHERE month.month = ? GROUP BY input.hash ORDER BY input.hash
"""
_UP_TO = "SELECT DISTINCT hash FROM month WHERE month <= ? ORDER BY hash"


@dataclass(frozen=True, slots=True)
class Entry:
    """An input that was read: the hash of its content, its name, and the hours that it was named after.

    Two hours have the same content where both are empty.
    """

    hash: str
    name: str
    hours: tuple[str, ...]
    summary: Summary

    @property
    def months(self) -> set[str]:
        """The months that it tells of: of its events, and of its names."""
        return self.summary.months | {hour[:7] for hour in self.hours}


class Store:
    """What was read of one selection; made by `store`, which holds the lock."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.events, self.pairs, self.work = folder / "events", folder / "pairs", folder / "work"
        shutil.rmtree(self.work, ignore_errors=True)  # of a run that was killed
        for part in (self.events, self.pairs, self.work):
            part.mkdir(parents=True, exist_ok=True)
        for stray in self.events.glob("*.part"):
            stray.unlink(missing_ok=True)
        with self._ledger() as ledger:
            ledger.executescript(_TABLES)

    @contextmanager
    def _ledger(self) -> Iterator[sqlite3.Connection]:
        try:
            with closing(sqlite3.connect(self.folder / "ledger.sqlite", timeout=60)) as ledger, ledger:
                yield ledger
        except sqlite3.Error as error:
            raise StorageError(f"the ledger in {self.folder} cannot be used: {error}") from error

    def path(self, hash_: str) -> Path:
        """Where the events of an input are."""
        return self.events / f"{hash_}.parquet"

    def has(self, hash_: str) -> bool:
        """Whether the input was read, and its events are there."""
        with self._ledger() as ledger:
            row = ledger.execute("SELECT 1 FROM input WHERE hash = ?", (hash_,)).fetchone()
        return row is not None and self.path(hash_).exists()

    def note(self, hash_: str, summary: Summary) -> None:
        """Keep that the input was read, in one go; its events are there already."""
        with self._ledger() as ledger:
            ledger.execute(_SUMMARY, (hash_, summary.text()))
            ledger.executemany(_MONTH, [(month, hash_) for month in sorted(summary.months)])

    def name(self, hash_: str, name: str, hour: str) -> bool:
        """Keep what the input is named; whether that is new."""
        with self._ledger() as ledger:
            new = ledger.execute(_NAME, (hash_, name, hour)).rowcount > 0
            if hour:
                ledger.execute(_MONTH, (hour[:7], hash_))
                ledger.execute("DELETE FROM absent WHERE hour = ?", (hour,))
        return new

    def named(self, name: str) -> str | None:
        """The hash of the input that was read under `name`, or None."""
        with self._ledger() as ledger:
            found = ledger.execute(
                "SELECT hash FROM name JOIN input USING (hash) WHERE name = ? ORDER BY hash", (name,)
            )
            return next((str(hash_) for (hash_,) in found.fetchall() if self.path(hash_).exists()), None)

    def months_of(self, hash_: str) -> set[str]:
        """The months that an input tells of."""
        with self._ledger() as ledger:
            return {str(month) for (month,) in ledger.execute("SELECT month FROM month WHERE hash = ?", (hash_,))}

    def entries(self, month: str) -> list[Entry]:
        """All inputs that tell of `month`, ordered by hash."""
        with self._ledger() as ledger:
            rows = ledger.execute(_OF_MONTH, (month,)).fetchall()
        return [
            Entry(hash_, name, tuple(sorted(filter(None, hours.split(",")))), read_summary(text))
            for hash_, name, hours, text in rows
        ]

    def up_to(self, month: str) -> list[str]:
        """The hashes of all inputs that tell of `month` or one before it."""
        with self._ledger() as ledger:
            return [str(hash_) for (hash_,) in ledger.execute(_UP_TO, (month,))]

    def after(self, month: str) -> list[str]:
        """The later months of which something was read."""
        with self._ledger() as ledger:
            rows = ledger.execute("SELECT DISTINCT month FROM month WHERE month > ? ORDER BY month", (month,))
            return [str(found) for (found,) in rows]

    def lacks(self, hour: str) -> None:
        """Keep that the archive has no file of `hour`."""
        with self._ledger() as ledger:
            ledger.execute("INSERT OR IGNORE INTO absent VALUES (?)", (hour,))

    def absent(self, month: str) -> set[str]:
        """The hours of `month` of which the archive has no file."""
        with self._ledger() as ledger:
            return {
                str(hour) for (hour,) in ledger.execute("SELECT hour FROM absent WHERE hour LIKE ?", (f"{month}%",))
            }

    @contextmanager
    def scratch(self, name: str) -> Iterator[Path]:
        """A folder below `work` that is gone afterwards."""
        folder = self.work / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def opened_store(room: Path, selection: str) -> Iterator[Store]:
    """The store of `selection` below `room`; LockedError while another process works on it."""
    folder = room / selection
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with filelock.FileLock(folder / "lock", timeout=0):
            yield Store(folder)
    except filelock.Timeout as error:
        raise LockedError(
            f"another process reads GH Archive for the same selection ({selection}): wait for it"
        ) from error


@contextmanager
def passing_store(room: Path, key: str) -> Iterator[Store]:
    """A store that is gone once the `with` ended well; after a failure or a kill, the same `key` goes on with it."""
    with opened_store(room / PASSING, key) as store:
        try:
            yield store
        except BadInputError:  # something else has to be named, and that is another key
            shutil.rmtree(store.folder, ignore_errors=True)
            raise
        shutil.rmtree(store.folder, ignore_errors=True)
