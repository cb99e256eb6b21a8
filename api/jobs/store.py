"""The list of jobs, beside the graph: what was asked, how far it is, what it said."""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from api.access.tokens import iso
from api.beside import beside
from graph.errors import NotFoundError, TooManyError

if TYPE_CHECKING:
    from sqlite3 import Connection, Row

    from api.jobs.processes import Process

QUEUED, RUNNING, DONE, FAILED, CANCELLED, LOST = "queued", "running", "done", "failed", "cancelled", "lost"
OVER = (DONE, FAILED, CANCELLED, LOST)
MOST_WAITING = 20
MOST_KEPT = 200
MOST_LINES = 10_000
LONGEST_LINE = 2_000


@dataclass(frozen=True, slots=True)
class Job:
    """One job; times are ISO, UTC. `caller` is the name of whose token started it."""

    id: str
    line: tuple[str, ...]
    state: str
    caller: str
    created_at: str
    started_at: str | None
    ended_at: str | None
    exit_code: int | None

    @property
    def is_over(self) -> bool:
        """Whether nothing more comes of it."""
        return self.state in OVER


@dataclass(frozen=True, slots=True)
class Line:
    """What a job said, as its `number`-th line."""

    number: int
    at: str
    text: str


@dataclass(frozen=True, slots=True)
class Jobs:
    """The jobs of a data folder."""

    folder: Path

    def add(self, line: Sequence[str], caller: str, now: datetime) -> Job:
        """A new job at the end of the queue; TooManyError where that is long enough."""
        key = secrets.token_hex(8)
        with beside(self.folder, writing=True) as file:
            (waiting,) = file.execute("SELECT count(*) FROM jobs WHERE state = ?", (QUEUED,)).fetchone()
            if waiting >= MOST_WAITING:
                raise TooManyError(f"{waiting} jobs are waiting already", 60)
            file.execute(_ADD, (key, json.dumps(list(line)), QUEUED, caller, iso(now)))
            file.execute(_FORGET, (*OVER, MOST_KEPT))
            file.execute("DELETE FROM job_lines WHERE job NOT IN (SELECT id FROM jobs)")
            return _found(file, key)

    def find(self, key: str) -> Job:
        """The job of that id; NotFoundError where there is none."""
        with beside(self.folder) as file:
            return _found(file, key)

    def all(self) -> list[Job]:
        """All jobs that are kept, the newest first."""
        with beside(self.folder) as file:
            return [_job(row) for row in file.execute("SELECT * FROM jobs ORDER BY rowid DESC")]

    def take(self, worker: Process, now: datetime) -> Job | None:
        """The job that waits longest, which is `worker`'s from now on; None where none waits."""
        with beside(self.folder, writing=True) as file:
            row = file.execute("SELECT id FROM jobs WHERE state = ? ORDER BY rowid LIMIT 1", (QUEUED,)).fetchone()
            if row is None:
                return None
            file.execute(_TAKE, (RUNNING, iso(now), *worker, row["id"]))
            return _found(file, row["id"])

    def runs_in(self, key: str, process: Process) -> None:
        """Note the process in which the job runs."""
        with beside(self.folder, writing=True) as file:
            file.execute("UPDATE jobs SET pid = ?, pid_since = ? WHERE id = ?", (*process, key))

    def cancel(self, key: str, now: datetime) -> Job:
        """The job, which ends soon, or at once where it waited; one that is over stays what it is."""
        with beside(self.folder, writing=True) as file:
            job = _found(file, key)
            if job.state == QUEUED:
                file.execute(_END, (CANCELLED, None, iso(now), key))
            elif job.state == RUNNING:
                file.execute("UPDATE jobs SET unwanted = 1 WHERE id = ?", (key,))
            return _found(file, key)

    def is_unwanted(self, key: str) -> bool:
        """Whether somebody asked the job to end."""
        with beside(self.folder) as file:
            return bool(file.execute("SELECT unwanted FROM jobs WHERE id = ?", (key,)).fetchone()[0])

    def end(self, key: str, state: str, exit_code: int | None, now: datetime) -> None:
        """Note that the job is over, unless that is known."""
        with beside(self.folder, writing=True) as file:
            file.execute(_END, (state, exit_code, iso(now), key))

    def say(self, key: str, lines: Sequence[str], now: datetime) -> None:
        """Keep what the job said, up to its most lines."""
        with beside(self.folder, writing=True) as file:
            (there,) = file.execute("SELECT count(*) FROM job_lines WHERE job = ?", (key,)).fetchone()
            kept = [text[:LONGEST_LINE] for text in lines[: MOST_LINES - there]]
            numbered = [(key, number, iso(now), text) for number, text in enumerate(kept, there + 1)]
            file.executemany("INSERT INTO job_lines VALUES (?, ?, ?, ?)", numbered)

    def lines(self, key: str, after: int = 0) -> list[Line]:
        """What the job said behind its `after`-th line."""
        with beside(self.folder) as file:
            rows = file.execute("SELECT * FROM job_lines WHERE job = ? AND number > ? ORDER BY number", (key, after))
            return [Line(row["number"], row["at"], row["text"]) for row in rows]

    def running(self) -> list[tuple[str, Process, Process | None]]:
        """The jobs that are said to run: id, the worker's process and the job's own."""
        with beside(self.folder) as file:
            rows = file.execute("SELECT * FROM jobs WHERE state = ?", (RUNNING,)).fetchall()
        return [
            (row["id"], (row["worker"], row["worker_since"]), (row["pid"], row["pid_since"]) if row["pid"] else None)
            for row in rows
        ]


_ADD = "INSERT INTO jobs (id, line, state, caller, created_at) VALUES (?, ?, ?, ?, ?)"
_TAKE = "UPDATE jobs SET state = ?, started_at = ?, worker = ?, worker_since = ? WHERE id = ?"
_END = "UPDATE jobs SET state = ?, exit_code = ?, ended_at = ? WHERE id = ? AND state IN ('queued', 'running')"
_FORGET = """
DELETE FROM jobs WHERE state IN (?, ?, ?, ?) AND rowid NOT IN (SELECT rowid FROM jobs ORDER BY rowid DESC LIMIT ?)
"""


def _found(file: Connection, key: str) -> Job:
    row = file.execute("SELECT * FROM jobs WHERE id = ?", (key,)).fetchone()
    if row is None:
        raise NotFoundError(f"there is no job {key!r}")
    return _job(row)


def _job(row: Row) -> Job:
    return Job(
        row["id"], tuple(json.loads(row["line"])), row["state"], row["caller"], row["created_at"], row["started_at"],
        row["ended_at"], row["exit_code"],
    )  # fmt: skip
