"""An installation of its own: a data folder, the command line on it as a user types it, and what the graph came to."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen

import psutil

from graph.connection import Connection
from graph.database import Database
from graph.engine import server
from graph.engine.home import Home
from graph.engine.options import EngineOptions
from graph.engine.process import find_process
from graph.load import BATCH

OSSATLAS = Path(sys.executable).with_name("ossatlas")
SETTINGS = ("--source", "mine", "--kind", "contributors", "--period", "2025-01..2025-06", "--as-of", "2025-07-01")
HEAP_MB, CACHE_MB = 512, 64
LOOK = 0.02
ERROR = "error: "


@dataclass(frozen=True, slots=True)
class Ended:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def sentence(self) -> str:
        """The one sentence of the error; an AssertionError where it wrote several, or of a defect."""
        told = [line.removeprefix(ERROR) for line in self.err.splitlines() if line.startswith(ERROR)]
        assert len(told) == 1, self.err
        assert "Traceback" not in self.err
        return told[0]


@dataclass(frozen=True, slots=True)
class Installation:
    """A data folder below `folder`, with the jars of `downloads`; `more` settings go to its commands."""

    folder: Path
    downloads: Path
    more: Mapping[str, str] = field(default_factory=dict)

    @property
    def options(self) -> EngineOptions:
        """The options of its engine, as its commands have them."""
        return EngineOptions(
            self.folder / "data", heap_mb=HEAP_MB, page_cache_mb=CACHE_MB, idle_hours=0.5, downloads=self.downloads
        )

    def start(self, *arguments: str) -> Popen[str]:
        """A command under way."""
        return Popen(
            [OSSATLAS, *arguments], env=self._environment(), cwd=self.folder, stdin=DEVNULL, stdout=PIPE, stderr=PIPE,
            text=True,
        )  # fmt: skip

    def run(self, *arguments: str) -> Ended:
        """A command, and how it ended."""
        return self.ended(self.start(*arguments))

    def ended(self, process: Popen[str]) -> Ended:
        """How that command ended."""
        out, err = process.communicate()
        return Ended(process.returncode, out, err)

    def load(self, table: Path) -> Popen[str]:
        """A load of that table, under way."""
        return self.start("load", "tables", str(table), *SETTINGS)

    def hash(self) -> str:
        """What the graph came to."""
        ended = self.run("graph-hash")
        assert ended.code == 0, ended.err
        return ended.out.strip()

    def connection(self) -> Connection:
        """To its engine, which is started where it rests."""
        return server.start(self.options)

    def process(self) -> psutil.Process:
        """Of its engine, which runs."""
        found = find_process(Home.of(self.options), None)
        assert found is not None
        return found

    def kill(self) -> None:
        """Kill its engine; afterwards it is gone."""
        process = self.process()
        process.kill()
        process.wait(30)

    def empty(self) -> None:
        """Forget all that was loaded."""
        ended = self.run("reset", "--yes")
        assert ended.code == 0, ended.err

    def wait_for_batch(self, batches: int = 1) -> None:
        """Return once so many batches of a load under way are committed."""
        with Database(self.connection()) as database:
            while not database.read(_BEGUN, {"rows": batches * BATCH}).rows:
                time.sleep(LOOK)

    def end(self) -> None:
        """End its engine."""
        server.stop(self.options, seconds=0)

    def _environment(self) -> dict[str, str]:
        told = {
            "OSSATLAS_DATA_DIR": str(self.folder / "data"), "OSSATLAS_DOWNLOADS": str(self.downloads),
            "OSSATLAS_HEAP_MB": str(HEAP_MB), "OSSATLAS_PAGE_CACHE_MB": str(CACHE_MB), "OSSATLAS_IDLE_HOURS": "0.5",
            "OSSATLAS_RATE_LIMIT": "",
        }  # fmt: skip
        ours = ("NEO4J_", "OSSATLAS_")
        handed_on = os.environ.items()  # noqa: TID251 - handed on to the command
        return {name: value for name, value in handed_on if not name.startswith(ours)} | told | dict(self.more)


_BEGUN = "MATCH (s:Snapshot) WHERE s.rows_in >= $rows RETURN s"


def table(file: Path, rows: int) -> Path:
    """A table of so many rows, each of another developer and one of fifty repositories."""
    lines = (f"dev-{row},o/repo-{row % 50},{row % 9 + 1}" for row in range(rows))
    file.write_text("login,repository,merged_prs\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return file
