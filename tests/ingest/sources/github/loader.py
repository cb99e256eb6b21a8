"""A loading process of its own, to be killed: `python -m tests.ingest.sources.github.loader`, told by a line of JSON.

It reads the test's GitHub and, where a database is told, loads what it read; it writes one line when it is ready.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from subprocess import PIPE, Popen

from graph.connection import Connection
from graph.database import Database
from ingest.desk import Desk
from ingest.run import load
from ingest.sources.github import read_github
from tests.ingest.sources.github.reading import ALIASES, EVERYTHING
from tests.ingest.sources.github.server.world import NOW


def start(address: str, folder: Path, token: str | None, names: list[str], connection: Connection | None) -> Popen[str]:
    """A process that reads `names`, and loads them where there is a connection."""
    process = Popen(
        [sys.executable, "-m", "tests.ingest.sources.github.loader"], stdin=PIPE, stdout=PIPE, stderr=PIPE, text=True
    )
    assert process.stdin is not None
    told = [connection.uri, connection.username, connection.password, connection.database] if connection else None
    process.stdin.write(json.dumps([address, str(folder), token, names, told]) + "\n")
    process.stdin.flush()
    return process


def main() -> None:
    """Read, load, and report."""
    address, folder, token, names, told = json.loads(sys.stdin.readline())
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    desk = Desk(
        ALIASES, Path(folder), addresses={"github": address}, token=lambda: token, now=lambda: NOW
    )  # fmt: skip
    datasets = list(read_github(names, desk, what=EVERYTHING))
    if told:
        with Database(Connection(*told)) as database:
            for dataset in datasets:
                load(database, dataset)


if __name__ == "__main__":
    main()
