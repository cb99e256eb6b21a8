"""One process at a time: who installs, starts, stops or removes an engine waits for the others."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.engine.home import unusable
from graph.engine.report import Report
from graph.errors import LockedError


@contextmanager
def turn(folder: Path, seconds: float, report: Report) -> Iterator[None]:
    """Inside, no other process is at work on `folder`. LockedError when it is not our turn within `seconds`."""
    from filelock import FileLock, Timeout  # noqa: PLC0415 - the command line starts without it

    lock = FileLock(folder / "at-work.lock")
    try:
        try:
            lock.acquire(timeout=0)
        except Timeout:
            report.say("Waiting for another process that is at work on the engine")
            lock.acquire(timeout=seconds)
    except Timeout as error:
        raise LockedError(
            f"another process has been at work on the engine in {folder} for over {seconds:.0f} s",
            hint="wait until it is done, or end it",
        ) from error
    except OSError as error:
        raise unusable(folder, error) from error
    try:
        yield
    finally:
        lock.release()
