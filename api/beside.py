"""What a server keeps beside the graph: one SQLite file of the data folder, for its owner's eyes alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.errors import StorageError

NAME = "server.sqlite3"
PATIENCE = 10.0
"""Seconds that a process waits for another that writes."""
_DAMAGED = "put the file back from a backup, or move it away and make the tokens anew; nothing of the graph is in it"
HINTS = {
    sqlite3.SQLITE_NOTADB: _DAMAGED,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_FULL: "free some space",
}
TABLES = """
CREATE TABLE IF NOT EXISTS tokens (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, hash BLOB NOT NULL, scopes TEXT NOT NULL,
    created_at TEXT NOT NULL, expires_at TEXT NOT NULL, revoked_at TEXT
);
CREATE TABLE IF NOT EXISTS jobs (
    id TEXT PRIMARY KEY, line TEXT NOT NULL, state TEXT NOT NULL, caller TEXT NOT NULL, created_at TEXT NOT NULL,
    started_at TEXT, ended_at TEXT, exit_code INTEGER, unwanted INTEGER NOT NULL DEFAULT 0,
    worker INTEGER, worker_since REAL, pid INTEGER, pid_since REAL
);
CREATE TABLE IF NOT EXISTS job_lines (
    job TEXT NOT NULL, number INTEGER NOT NULL, at TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (job, number)
) WITHOUT ROWID;
"""


@contextmanager
def beside(folder: Path, *, writing: bool = False) -> Iterator[sqlite3.Connection]:
    """The file of `folder`, made where it is missing; with `writing`, all that is done inside is kept, or nothing."""
    try:
        file = _file(folder)
        connection = sqlite3.connect(file, timeout=PATIENCE, isolation_level=None)
    except (OSError, sqlite3.Error) as error:
        raise _unusable(folder, error) from error
    try:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(TABLES)
        if writing:
            connection.execute("BEGIN IMMEDIATE")
        yield connection
        if writing:
            connection.execute("COMMIT")
    except sqlite3.Error as error:
        raise _unusable(folder, error) from error
    finally:
        connection.close()  # what was not committed is as if it had not been


def is_there(folder: Path) -> bool:
    """Whether anything was kept yet: a server of which nobody asks more than to read needs no folder to write in."""
    return (folder / NAME).is_file()


def _file(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / NAME
    file.touch(mode=0o600)
    return file


def _unusable(folder: Path, error: Exception) -> StorageError:
    hint = HINTS.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, "see that the data folder may be written")
    return StorageError(f"{folder / NAME} cannot be used: {error}", hint=hint)
