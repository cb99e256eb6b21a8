"""A loading process of its own, to be killed: told by one line of JSON where the graph, the desk and the files are.

It writes a line when it is ready, and one for each step: a repository that was fetched, a batch that was committed.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from subprocess import PIPE, Popen

from graph.connection import Connection
from graph.database import Database
from ingest.desk import Desk
from ingest.identity import Identities
from ingest.run import load
from ingest.source import find_source


def start(connection: Connection, folder: Path, files: Path, names: Sequence[str]) -> Popen[str]:
    """A process that loads `names` from `files`, with its desk in `folder`."""
    process = Popen(
        [sys.executable, "-m", "tests.ingest.sources.opendigger.loader"],
        stdin=PIPE,
        stdout=PIPE,
        stderr=PIPE,
        text=True,
    )
    assert process.stdin is not None
    told = [connection.uri, connection.username, connection.password, connection.database, str(folder), str(files)]
    process.stdin.write(json.dumps([*told, *names]) + "\n")
    process.stdin.flush()
    return process


def main() -> None:
    """Load, and report."""
    uri, username, password, name, folder, files, *names = json.loads(sys.stdin.readline())
    step()
    now = datetime(2025, 9, 1, tzinfo=UTC)
    desk = Desk(Identities.load(), Path(folder), report=lambda _: step(), now=lambda: now)
    with Database(Connection(uri, username, password, name)) as database:
        for dataset in find_source("opendigger").open(tuple(names), desk, **{"from": files, "metrics": ("all",)}):
            load(database, dataset, report=lambda _: step())


def step() -> None:
    """Say that something was done."""
    sys.stdout.write("done\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
