"""A loading process of its own, to be killed: `python -m tests.ingest.sources.git.loader`, told by a line of JSON.

It clones and reads an address and, where a database is told, loads what it read; it writes a line per step and batch.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from subprocess import PIPE, Popen

from graph.connection import Connection
from graph.database import Database
from graph.load import load as load_records
from graph.rows import Tally
from ingest.desk import Desk, Step
from ingest.identity import Identities
from ingest.sources.git import read_git
from tests.ingest.sources.git.reading import NOW

BATCH = 25
REPOSITORY = "our/project"


def start(address: str, folder: Path, connection: Connection | None) -> Popen[str]:
    """A process that reads `address`, and loads it where there is a connection."""
    process = Popen([sys.executable, "-m", "tests.ingest.sources.git.loader"], stdin=PIPE, stdout=PIPE, text=True)
    assert process.stdin is not None
    told = [connection.uri, connection.username, connection.password, connection.database] if connection else None
    process.stdin.write(json.dumps([address, str(folder), told]) + "\n")
    process.stdin.flush()
    return process


def main() -> None:
    """Clone, read, load, and report."""
    address, folder, told = json.loads(sys.stdin.readline())
    say("ready")
    desk = Desk(Identities.load(), Path(folder), report=stepped, now=lambda: NOW)
    datasets = list(read_git([address], desk, repository=REPOSITORY))
    say("read")
    if told:
        with Database(Connection(*told)) as database:
            for dataset in datasets:
                load_records(database, dataset.origin, dataset.records, report=reported, batch=BATCH)


def stepped(step: Step) -> None:
    """Say how far the reading is."""
    say(f"{step.what} {step.done}")


def reported(tally: Tally) -> None:
    """Say how far the graph is."""
    say(f"graph {tally.rows_in}")


def say(line: str) -> None:
    """A line for whoever waits to kill."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
