"""A restore in a process of its own, to be killed: `python -m tests.graph.backup.restorer`, told by a line of JSON.

It writes one line per group of rows that is in.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from subprocess import PIPE, Popen

from graph.backup.restore import restore
from graph.connection import Connection
from graph.database import Database


def start(connection: Connection, file: Path) -> Popen[str]:
    """A process that restores `file`."""
    process = Popen(
        [sys.executable, "-m", "tests.graph.backup.restorer"], stdin=PIPE, stdout=PIPE, stderr=PIPE, text=True
    )
    assert process.stdin is not None
    told = [connection.uri, connection.username, connection.password, connection.database, str(file)]
    process.stdin.write(json.dumps(told) + "\n")
    process.stdin.flush()
    return process


def main() -> None:
    """Restore, and report."""
    uri, username, password, name, file = json.loads(sys.stdin.readline())
    with Database(Connection(uri, username, password, name)) as database:
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        restore(database, Path(file))


if __name__ == "__main__":
    main()
