"""Why an engine ended while it started, from what it wrote."""

from __future__ import annotations

import re
from pathlib import Path

from graph.engine.download import damaged_jars
from graph.engine.home import Home
from graph.engine.lock import locked_jars
from graph.engine.port import port_taken
from graph.errors import AtlasError, GraphUnavailableError, LockedError, StorageError

TELLING = re.compile(r"Caused by:|Error|Exception|Invalid|Could not")
NAMES = re.compile(r"\b[\w.$]+(?:Exception|Error): ")


def log_size(home: Home) -> int:
    """Size of Neo4j's log now, so that later only what a new start wrote is read."""
    return home.log.stat().st_size if home.log.exists() else 0


def explain(home: Home, port: int, log_start: int) -> AtlasError:
    """The error that says in one sentence why the engine of `home` ended while it started."""
    text = _read(home.console, 0) + _read(home.log, log_start)
    if "PortBindException" in text or "Address already in use" in text:
        return port_taken(port)
    if "FileLockException" in text:
        return LockedError(f"another Neo4j uses the data in {home.neo4j}", hint="stop it, or wait until it has ended")
    if "No space left on device" in text:
        return StorageError(f"the disk of {home.neo4j} is full")
    if damaged := _damaged(home.jars):
        return GraphUnavailableError(f"{damaged} is damaged", hint="`ossatlas engine install` fetches it anew")
    return GraphUnavailableError(
        f"the engine ended while it started: {_telling(text)}", hint="`ossatlas engine logs` shows what it wrote"
    )


def _damaged(jars: Path) -> Path | None:
    """The first jar that is there with other bytes than it has to have; a start looks at sizes alone."""
    found = (jars / jar.place for jar in damaged_jars(locked_jars(), jars))
    return next((path for path in found if path.exists()), None)


def explain_import(folder: Path, text: str) -> AtlasError:
    """The error that says in one sentence why Neo4j's importer failed, out of what it wrote."""
    if "No space left on device" in text:
        return StorageError(f"the disk of {folder} is full", hint="free some space; the graph is as it was")
    if "OutOfMemoryError" in text:
        return StorageError("Neo4j's importer ran out of memory", hint="raise OSSATLAS_HEAP_MB")
    return GraphUnavailableError(f"Neo4j's importer failed: {_telling(text)}")


def _read(path: Path, start: int) -> str:
    try:
        with path.open("rb") as file:
            file.seek(start)
            return file.read(1 << 20).decode("utf-8", errors="replace")
    except OSError:
        return ""


def _telling(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if TELLING.search(line)]
    causes = [line for line in lines if line.startswith("Caused by:")]
    line = (causes or lines or text.splitlines() or ["it wrote nothing"])[-1 if causes else 0]
    return NAMES.sub("", line.removeprefix("Caused by:")).strip().rstrip(".")[:300]
