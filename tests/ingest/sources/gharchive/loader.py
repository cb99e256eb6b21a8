"""A loading process of its own, to be killed; told by a line of JSON what to load.

It writes one line when it is ready, one for each hour that was read and one for each committed batch.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from subprocess import PIPE, Popen

from graph.connection import Connection
from graph.database import Database
from graph.load import load
from ingest.desk import Desk
from ingest.identity import Identities
from ingest.sources.gharchive import read_gharchive

BATCH = 40


def start(connection: Connection, folder: Path, files: list[str]) -> Popen[str]:
    """A process that reads `files` into the store in `folder`, and loads the months."""
    process = Popen([sys.executable, "-m", "tests.ingest.sources.gharchive.loader"], stdin=PIPE, stdout=PIPE, text=True)
    assert process.stdin is not None
    told = [connection.uri, connection.username, connection.password, connection.database]
    process.stdin.write(json.dumps([str(folder), files, told]) + "\n")
    process.stdin.flush()
    return process


def load_hours(database: Database, folder: Path, files: list[str]) -> None:
    """Load the months of `files` in small batches."""
    desk = Desk(Identities.load(), folder, report=_said)
    for dataset in read_gharchive(files, desk, all=True):
        load(database, dataset.origin, dataset.records, batch=BATCH, report=_said)


def main() -> None:
    """Load, and report."""
    folder, files, told = json.loads(sys.stdin.readline())
    _said(None)
    with Database(Connection(*told)) as database:
        load_hours(database, Path(folder), files)


def _said(_: object) -> None:
    """Say that there was a step."""
    sys.stdout.write(".\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
