"""Which Neo4j this process uses, out of the settings; the engine's own words go to the error output."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from api.complaint import warn
from api.console import errors
from api.settings import Settings, settings
from graph.engine.choose import connect_to, named_server
from graph.engine.options import EngineOptions

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from graph.connection import Connection
    from graph.database import Database

HALTED_SECONDS = 5.0
"""For how long an engine that cannot write is waited for, before it is forced to end."""


def connection() -> Connection:
    """Connection to the Neo4j that the settings name, or to the embedded one, installed and started where needed."""
    current = settings()
    with Showing() as report:
        return connect_to(named(current), engine_options(current), report)


def check_room(database: Database) -> None:
    """Nothing where our engine has room to write, or the Neo4j is not ours; StorageError otherwise."""
    if database.connection.embedded:
        from graph.engine import server  # noqa: PLC0415 - slow to import

        server.check_room(engine_options(settings()))


def end_halted(database: Database) -> None:
    """End our engine, which serves nobody any more, so that the next command starts it; tell where it lacks room."""
    if database.connection.embedded:
        from graph.engine import server  # noqa: PLC0415 - slow to import

        server.stop(engine_options(settings()), seconds=HALTED_SECONDS)
        check_room(database)


def named(current: Settings) -> Connection | None:
    """The Neo4j that the settings name, or None."""
    if not current.neo4j_uri:
        return None
    password = current.neo4j_password.get_secret_value()
    return named_server(current.neo4j_uri, current.neo4j_username, password, current.neo4j_database)


def engine_options(current: Settings) -> EngineOptions:
    """What the settings tell the embedded engine."""
    return EngineOptions(
        current.data_dir,
        java_home=current.java_home,
        downloads=current.downloads,
        heap_mb=current.heap_mb,
        page_cache_mb=current.page_cache_mb,
        bolt_port=current.bolt_port,
        idle_hours=current.idle_hours,
        maven_url=current.maven_url,
        maven_settings=current.maven_settings,
    )


@dataclass(slots=True)
class Showing:
    """A report of the engine to the terminal: sentences, and a bar for each download; lines where nobody watches."""

    bars: Progress | None = None
    tasks: dict[str, TaskID] = field(default_factory=dict)

    def __enter__(self) -> Showing:
        return self

    def __exit__(self, *_: object) -> None:
        if self.bars is not None:
            self.bars.stop()

    def say(self, message: str) -> None:
        """Show one sentence."""
        if self.bars is not None and self.bars.live.is_started:
            self.bars.console.print(message, style="dim")
        else:
            warn(message)

    def progress(self, task: str, done: int, total: int) -> None:
        """Move the bar of `task`."""
        bars = self._started()
        if task not in self.tasks:
            self.tasks[task] = bars.add_task(task, total=total)
        bars.update(self.tasks[task], completed=done, total=total)

    def _started(self) -> Progress:
        if self.bars is None:
            from rich import progress as parts  # noqa: PLC0415 - slow to import

            self.bars = parts.Progress(
                parts.TextColumn("{task.description}"),
                parts.BarColumn(bar_width=24),
                parts.DownloadColumn(),
                parts.TransferSpeedColumn(),
                console=errors(),
                disable=not errors().is_terminal,
            )
            self.bars.start()
        return self.bars
