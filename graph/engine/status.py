"""What the engine is and does at this moment."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from graph.engine.download import missing_jars
from graph.engine.home import Home
from graph.engine.java import find_java
from graph.engine.lock import Versions, locked_jars, locked_versions
from graph.engine.options import EngineOptions
from graph.engine.process import find_process
from graph.engine.state import read_state
from graph.errors import AtlasError


@dataclass(frozen=True, slots=True)
class Status:
    """One look at the engine. `pid`, `uri`, `started_at` and `memory_bytes` are None while it does not run."""

    installed: bool
    running: bool
    pid: int | None
    uri: str | None
    versions: Versions
    java: str | None
    disk_bytes: int
    memory_bytes: int | None
    started_at: str | None
    idle_hours: float
    folder: Path
    password_file: Path
    log: Path


def read_status(options: EngineOptions) -> Status:
    """The status now; nothing is started, fetched or written."""
    home = Home.of(options)
    state = read_state(home)
    process = find_process(home, state.pid)
    running = process is not None
    return Status(
        installed=not missing_jars(locked_jars(), home.jars),
        running=running,
        pid=process.pid if process else None,
        uri=f"bolt://127.0.0.1:{state.port}" if running and state.port else None,
        versions=locked_versions(),
        java=_java(options),
        disk_bytes=disk_bytes(home),
        memory_bytes=process.memory_info().rss if process else None,
        started_at=state.started_at if running else None,
        idle_hours=state.idle_hours if running else options.idle_hours,
        folder=home.root,
        password_file=home.password_file,
        log=home.log,
    )


def disk_bytes(home: Home) -> int:
    """Bytes of all files of the engine; files that vanish meanwhile count nothing."""
    return sum(_size(path) for path in home.root.rglob("*"))


def _size(path: Path) -> int:
    try:
        return path.lstat().st_size if not path.is_dir() else 0
    except OSError:
        return 0


def _java(options: EngineOptions) -> str | None:
    try:
        java = find_java(options.java_home)
    except AtlasError:
        return None
    return f"{java.version} ({java.executable})"
