"""Ends the engine when nobody has used it for the idle hours; runs as `python -m graph.engine.idle`.

Use is an open Bolt connection, or a command that called `start` (it touches a file).
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from graph.engine.home import Home
from graph.engine.process import end, find_process
from graph.engine.report import LogReport
from graph.engine.state import State, read_state
from graph.engine.turn import turn

if TYPE_CHECKING:
    import psutil

MODULE = "graph.engine.idle"
LONGEST_PAUSE = 60.0
LOCK_SECONDS = 600.0


def touch(home: Home) -> None:
    """Note that the engine is used now."""
    home.last_used_file.touch()


def watcher_for(home: Home, state: State) -> int | None:
    """Number of the process that watches the engine of `home`: the one at work, a new one, or none when never idle."""
    if not state.idle_hours:
        return None
    if _watcher(state.watcher, home):
        return state.watcher
    with (home.neo4j / "logs" / "idle.log").open("wb") as log:
        process = subprocess.Popen(  # noqa: S603 - our own command line
            [sys.executable, "-m", MODULE, str(home.root)],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            cwd=Path(__file__).parents[2],
            start_new_session=True,
        )
    process.returncode = 0  # it outlives us, and Python shall not warn of it
    return process.pid


def end_watcher(home: Home, state: State) -> None:
    """End the process that watches the engine of `home`, if there is one."""
    if watcher := _watcher(state.watcher, home):
        end(watcher)


def _watcher(pid: int | None, home: Home) -> psutil.Process | None:
    import psutil  # noqa: PLC0415 - the command line starts without it

    try:
        process = psutil.Process(pid) if pid else None
        words = process.cmdline() if process else []
    except (psutil.Error, OSError):
        return None
    return process if MODULE in words and str(home.root) in words else None


def watch(home: Home) -> None:
    """Return once the engine of `home` has ended, by itself or because it was idle."""
    while True:
        state = read_state(home)
        process = find_process(home, state.pid)
        if process is None or not state.idle_hours or state.port is None:
            return
        if is_used(process, state.port):
            touch(home)
        left = seconds_left(home, state)
        if left <= 0 and end_idle(home):
            return
        time.sleep(min(LONGEST_PAUSE, max(left, 0.1)))


def seconds_left(home: Home, state: State) -> float:
    """Seconds until the engine counts as idle; negative when it does."""
    try:
        used_at = home.last_used_file.stat().st_mtime
    except OSError:
        return 0.0
    return used_at + state.idle_hours * 3600 - time.time()


def is_used(process: psutil.Process, port: int) -> bool:
    """Whether somebody has a Bolt connection open to `process`."""
    import psutil  # noqa: PLC0415 - the command line starts without it

    try:
        connections = process.net_connections("tcp")
    except psutil.Error:
        return False
    return any(c.status == psutil.CONN_ESTABLISHED and c.laddr and c.laddr.port == port for c in connections)


def end_idle(home: Home) -> bool:
    """Whether the engine has ended: by us where nobody uses it, whatever the clock says, or by itself before."""
    with turn(home.root, LOCK_SECONDS, LogReport()):
        state = read_state(home)
        process = find_process(home, state.pid)
        if process is None:
            return True
        if state.port is None or seconds_left(home, state) > 0 or is_used(process, state.port):
            return False
        end(process)
        return True


if __name__ == "__main__":
    watch(Home(Path(sys.argv[1]), Path(sys.argv[1])))
