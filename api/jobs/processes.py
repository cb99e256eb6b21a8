"""Processes, told apart by number and start: a number alone is given out again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import Thread

import psutil

Process = tuple[int, float]
"""Number and start of a process; the start in seconds from the machine's own, where the system tells these.

Seconds since 1970 would change under a process when somebody sets the clock.
"""


def this() -> Process:
    """The process that asks."""
    return of(os.getpid()) or (os.getpid(), 0.0)


def of(pid: int) -> Process | None:
    """The process of that number; None where it has ended."""
    try:
        return pid, _start(psutil.Process(pid))
    except psutil.Error:
        return None


def is_alive(process: Process) -> bool:
    """Whether it runs; one that has ended and whose parent has not looked does not."""
    try:
        found = psutil.Process(process[0])
        return _start(found) == process[1] and found.status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False


def _start(process: psutil.Process) -> float:
    return round(process.create_time() - (psutil.boot_time() if psutil.LINUX else 0.0), 3)


def signal_group(process: Process, which: signal.Signals) -> None:
    """Send a signal to the process and those that it started, as Ctrl-C in a terminal does; nothing where it ended."""
    if is_alive(process):
        with suppress(ProcessLookupError):
            os.killpg(process[0], which)


def start_worker(folder: Path) -> Process | None:
    """Start a process that works the list of `folder` off; it outlives us, and ends at once where there is another."""
    popen = subprocess.Popen(  # noqa: S603 - our own command line
        [sys.executable, "-m", "api.jobs.worker", str(folder)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    Thread(target=popen.wait, daemon=True).start()  # as long as we live somebody looks when it has ended
    return of(popen.pid)
