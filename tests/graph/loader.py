"""A loading process of its own, to be killed: `python -m tests.graph.loader`, told by one line of JSON what to load.

It writes one line per committed batch.
"""

from __future__ import annotations

import json
import sys
from subprocess import PIPE, Popen

from graph.connection import Connection
from graph.database import Database
from graph.load import load
from graph.rows import Tally
from tests.graph.worlds import lines, origin


def start(connection: Connection, source: str, rows: int, batch: int) -> Popen[str]:
    """A process that loads `rows` rows of `source`."""
    process = Popen([sys.executable, "-m", "tests.graph.loader"], stdin=PIPE, stdout=PIPE, stderr=PIPE, text=True)
    assert process.stdin is not None
    told = [connection.uri, connection.username, connection.password, connection.database, source, rows, batch]
    process.stdin.write(json.dumps(told) + "\n")
    process.stdin.flush()
    return process


def main() -> None:
    """Load, and report."""
    uri, username, password, name, source, rows, batch = json.loads(sys.stdin.readline())
    with Database(Connection(uri, username, password, name)) as database:
        load(database, origin(source), lines(rows, source), batch=batch, report=reported)


def reported(tally: Tally) -> None:
    """Say how far it is."""
    sys.stdout.write(f"{tally.rows_in}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
