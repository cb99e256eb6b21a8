"""The worker: runs the jobs of a data folder, one after the other; `python -m api.jobs.worker FOLDER`.

It is a process of its own, so that a job goes on when the server that took it starts anew.
"""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

from filelock import FileLock, Timeout

from api.jobs.processes import Process, is_alive, of, signal_group, this
from api.jobs.store import CANCELLED, DONE, FAILED, LOST, Job, Jobs

LOCK = "jobs.lock"
OTHER = 10.0
"""Seconds that a worker waits for one that is about to end; one that is at work takes the new job as well."""
LOOK = 0.25
GRACE = 20.0
"""Seconds that a job has to end by itself; what was committed stays."""
COMMAND = (sys.executable, "-u", "-c", "from api.cli import main; main()")
UTF8 = "utf-8"
Clock = Callable[[], datetime]


def work(jobs: Jobs) -> None:
    """Run what waits, until nothing does; return at once where another worker is at it."""
    try:
        with FileLock(jobs.folder / LOCK, timeout=OTHER):
            end_lost(jobs)
            while job := jobs.take(this(), _now()):
                Run(jobs, job).to_its_end()
    except Timeout:
        return


def end_lost(jobs: Jobs) -> None:
    """Note which jobs have lost their worker, and end what is left of them."""
    for key, worker, process in jobs.running():
        if not is_alive(worker):
            if process:
                signal_group(process, signal.SIGINT)
            jobs.end(key, LOST, None, _now())


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a job."""

    jobs: Jobs
    job: Job

    def to_its_end(self) -> None:
        """Run it, keep what it says, end it where it is unwanted, and note what came of it."""
        popen = subprocess.Popen(  # noqa: S603 - checked by api/jobs/allowed.py
            [*COMMAND, *self.job.line],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        said: SimpleQueue[str] = SimpleQueue()
        reader = Thread(target=_read, args=(popen, said), daemon=True)
        reader.start()
        if process := of(popen.pid):
            self.jobs.runs_in(self.job.id, process)
            self._watch(popen, process, said)
        code = popen.wait()
        reader.join(1)  # a process that it started may hold the pipe for longer
        self._keep(said)
        state = DONE if code == 0 else CANCELLED if self.jobs.is_unwanted(self.job.id) else FAILED
        self.jobs.end(self.job.id, state, code, _now())

    def _watch(self, popen: subprocess.Popen[bytes], process: Process, said: SimpleQueue[str]) -> None:
        told_at = 0.0
        while popen.poll() is None:
            time.sleep(LOOK)
            self._keep(said)
            if not told_at and self.jobs.is_unwanted(self.job.id):
                signal_group(process, signal.SIGINT)
                told_at = time.monotonic()
            elif told_at and time.monotonic() - told_at > GRACE:
                signal_group(process, signal.SIGKILL)

    def _keep(self, said: SimpleQueue[str]) -> None:
        lines = []
        try:
            while True:
                lines.append(said.get_nowait())
        except Empty:
            pass
        if lines:
            self.jobs.say(self.job.id, lines, _now())


def _read(popen: subprocess.Popen[bytes], said: SimpleQueue[str]) -> None:
    for line in popen.stdout or ():
        said.put(line.decode(UTF8, "replace").rstrip("\r\n"))


def _now() -> datetime:
    return datetime.now(UTC)


if __name__ == "__main__":
    work(Jobs(Path(sys.argv[1])))
