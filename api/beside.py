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
TABLES = """
CREATE TABLE IF NOT EXISTS tokens (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, hash BLOB NOT NULL, scopes TEXT NOT NULL,
    created_at TEXT NOT NULL, expires_at TEXT NOT NULL, revoked_at TEXT
);
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


def _file(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / NAME
    file.touch(mode=0o600)
    return file


def _unusable(folder: Path, error: Exception) -> StorageError:
    return StorageError(f"{folder / NAME} cannot be used: {error}", hint="see that the data folder may be written")
