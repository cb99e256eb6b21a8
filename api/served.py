"""What a server answers from: one's own graph, or with `--public` a copy of it in engines of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from api.engine_in_use import engine_options
from api.safety.rules import is_loopback
from api.session import opened
from api.statements import Desk
from graph.errors import BadInputError

if TYPE_CHECKING:
    from api.settings import Settings
    from graph.database import Database
    from graph.engine.options import EngineOptions


@dataclass(frozen=True, slots=True)
class Served:
    """The graph, the desk where statements of others are run, and the embedded engine that the graph may be in."""

    database: Database
    desk: Desk
    engine: EngineOptions


@contextmanager
def opened_for(current: Settings, host: str, *, public: bool, snapshot: str | None = None) -> Iterator[Served]:
    """What a server at `host` answers from, with `public` that `snapshot`, or the newest."""
    if public:
        from api.public import opened_public  # noqa: PLC0415 - only here

        with opened_public(current, snapshot) as copy:
            yield replace(copy, desk=replace(copy.desk, closed=closed(current)))
        return
    if snapshot:
        raise BadInputError("--snapshot says what is served with --public", hint="add --public, or leave it out")
    with opened() as database:
        yield own(current, database, host)


def own(current: Settings, database: Database, host: str) -> Served:
    """One's own graph; statements of others reach it from this machine alone, unless the settings say otherwise."""
    reached = current.console == "auto" and not is_loopback(host)
    why = closed(current, f"this server listens on {host}, to others" if reached else "")
    return Served(database, Desk(lambda: database, closed=why), engine_options(current))


def closed(current: Settings, why: str = "") -> str:
    """Why statements of others are not run, `why` or by the settings; empty where they are."""
    why = "OSSATLAS_CONSOLE is off" if current.console == "off" else why
    return f"statements of your own are not run here: {why}" if why else ""
