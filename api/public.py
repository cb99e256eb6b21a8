"""What strangers are answered from: an engine for the catalogue and one for their own statements, of one snapshot."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from api.complaint import warn
from api.console import counted
from api.engine_in_use import Showing, engine_options
from api.served import Served
from api.settings import Settings
from api.statements import Desk
from cypher.guard import FUNCTIONS, PROCEDURES
from graph.backup.filled import filled
from graph.backup.folder import files, found, place
from graph.database import Database
from graph.engine import server
from graph.engine.options import Confinement, EngineOptions
from graph.errors import BadInputError, NotFoundError

if TYPE_CHECKING:
    from graph.connection import Connection

PUBLIC, CONSOLE = "public", "console"
"""Folders of the two engines, in the data folder."""
_APOC = tuple(sorted({name for name in PROCEDURES if name.startswith("apoc.")}))
_TEXTS = tuple(f"{start}*" for start in FUNCTIONS if start.startswith("apoc."))
CATALOGUE_LIMITS = Confinement(("gds.*", "apoc.version", *_TEXTS, *_APOC), ("gds.*", *_APOC), statement_mb=512)
CONSOLE_HEAP_MB = 768
"""Two statements of 128 MiB, and what the server itself needs."""
CONSOLE_LIMITS = Confinement((*_TEXTS, *_APOC), _APOC, statement_mb=128, yields=True)


@dataclass(slots=True)
class ConsoleEngine:
    """The engine of strangers' statements: started when one comes, ended under one that heeds no cap."""

    options: EngineOptions
    door: Database
    lock: Lock = field(default_factory=Lock)

    def database(self) -> Database:
        """The open door to the engine, which runs then."""
        with self.lock:
            connection = server.start(self.options)
            if connection != self.door.connection:
                self.door.reopen(connection)
            return self.door

    def end(self) -> None:
        """End it now, whatever it does."""
        server.stop(self.options, seconds=0)


@contextmanager
def opened_public(current: Settings, snapshot: str | None) -> Iterator[Served]:
    """The graph of a snapshot (the newest where none is named) in engines of its own, and the desk of strangers."""
    if current.neo4j_uri:
        raise BadInputError("NEO4J_URI is set; with --public, engines of its own are served", hint="unset it")
    file = wanted(place(current.data_dir), snapshot)
    catalogue = confined(current, PUBLIC, CATALOGUE_LIMITS)
    console = replace(confined(current, CONSOLE, CONSOLE_LIMITS), heap_mb=CONSOLE_HEAP_MB)
    with Showing() as said:
        connections = [_filled(options, file, said) for options in (catalogue, console)]
    warn(f"serving the snapshot {file.stem}")
    with Database(connections[0]) as database, Database(connections[1]) as door:
        engine = ConsoleEngine(console, door)
        yield Served(database, Desk(engine.database, force=engine.end), catalogue)


def _filled(options: EngineOptions, file: Path, said: Showing) -> Connection:
    with counted(f"filling {options.data_dir.name}") as report:
        return filled(options, file, said, report)


def wanted(folder: Path, snapshot: str | None) -> Path:
    """The snapshot that is named, or the newest of `folder`."""
    if snapshot:
        return found(folder, snapshot)
    there = files(folder)
    if not there:
        raise NotFoundError(f"there is no snapshot in {folder}", hint="make one: `ossatlas snapshot save`")
    return max(there, key=lambda file: file.stat().st_mtime)


def confined(current: Settings, folder: str, limits: Confinement) -> EngineOptions:
    """The options of the engine in `folder`; it has the jars of the user's own."""
    own = engine_options(current)
    jars = own.downloads or server.paths(own).root
    return replace(own, data_dir=own.data_dir / folder, bolt_port=None, downloads=jars, confined=limits)
