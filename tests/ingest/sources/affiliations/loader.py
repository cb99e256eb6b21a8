"""A loading process of its own, to be killed; told by a line of JSON what to load.

It writes one line when it is ready.
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
from ingest.sources.affiliations import read_affiliations

BATCH = 20


def start(connection: Connection, files: list[str]) -> Popen[str]:
    """A process that loads `files`."""
    process = Popen(
        [sys.executable, "-m", "tests.ingest.sources.affiliations.loader"], stdin=PIPE, stdout=PIPE, text=True
    )
    assert process.stdin is not None
    told = [connection.uri, connection.username, connection.password, connection.database]
    process.stdin.write(json.dumps([files, told]) + "\n")
    process.stdin.flush()
    return process


def load_files(database: Database, files: list[str]) -> None:
    """Load `files` in small batches."""
    desk = Desk(Identities.load(), Path(files[0]).parent)
    for dataset in read_affiliations(files, desk):
        load(database, dataset.origin, dataset.records, batch=BATCH)


def main() -> None:
    """Load, and report."""
    files, told = json.loads(sys.stdin.readline())
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    with Database(Connection(*told)) as database:
        load_files(database, files)


if __name__ == "__main__":
    main()
