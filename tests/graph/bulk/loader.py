"""A process of its own that loads at once, to be killed: `python -m tests.graph.bulk.loader`, told by a line of JSON.

It writes a line for each batch, and for each step of the engine.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from subprocess import PIPE, Popen

from graph.bulk.load import Told, Way, load_at_once
from graph.database import Database
from graph.engine import server
from graph.engine.options import EngineOptions
from graph.rows import Tally
from tests.graph.worlds import lines, origin

ROWS = 400


def start(engine: EngineOptions) -> Popen[str]:
    """A process that loads ROWS rows at once."""
    process = Popen([sys.executable, "-m", "tests.graph.bulk.loader"], stdin=PIPE, stdout=PIPE, stderr=PIPE, text=True)
    assert process.stdin is not None
    process.stdin.write(json.dumps([str(engine.data_dir), str(engine.downloads)]) + "\n")
    process.stdin.flush()
    return process


def options(data_dir: Path, downloads: Path | None) -> EngineOptions:
    """The options of the engine in `data_dir`."""
    return EngineOptions(
        data_dir, heap_mb=512, page_cache_mb=64, idle_hours=0.5, downloads=downloads, reserve_mb=0, lock_seconds=240
    )


class Said:
    """Writes what the engine says."""

    def say(self, message: str) -> None:
        """Write one sentence."""
        sys.stdout.write(f"{message}\n")
        sys.stdout.flush()

    def progress(self, task: str, done: int, total: int) -> None:
        """Write nothing."""


def main() -> None:
    """Load, and tell."""
    data_dir, downloads = json.loads(sys.stdin.readline())
    engine, said = options(Path(data_dir), Path(downloads)), Said()

    def report(tally: Tally) -> None:
        said.say(f"{tally.rows_in} rows")

    with Database(server.start(engine)) as database:
        load_at_once(database, engine, [Told(origin("git"), lines(ROWS), report)], Way(batch=100), said)
    said.say("done")


if __name__ == "__main__":
    main()
