"""`ossatlas engine …`: the embedded Neo4j in the user's hands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.choices import YesOption

if TYPE_CHECKING:
    from graph.connection import Connection
    from graph.engine.options import EngineOptions
    from graph.engine.status import Status

ABOUT = """The Neo4j that ossatlas brings along: it starts when a command needs it, and ends when idle.

\b
Examples:
  ossatlas engine status
  ossatlas engine stop
"""
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]

app = typer.Typer(name="engine", help=ABOUT, no_args_is_help=True, rich_markup_mode=None)


@app.command()
def install() -> None:
    """Get the jars, check every byte of them, and prepare fast starts; what is there already stays.

    Example:
      ossatlas engine install

    """
    from api.engine_in_use import Showing  # noqa: PLC0415 - slow to import
    from graph.engine import server  # noqa: PLC0415 - slow to import

    with Showing() as report:
        server.install(_options(), report)
    versions = server.status(_options()).versions
    typer.echo(f"installed: Neo4j {versions.neo4j}, Graph Data Science {versions.gds}, APOC {versions.apoc}")


@app.command()
def start() -> None:
    """Start the engine, installed first where needed; one that runs is left as it is.

    Example:
      ossatlas engine start

    """
    from api.engine_in_use import Showing  # noqa: PLC0415 - slow to import
    from graph.engine import server  # noqa: PLC0415 - slow to import

    options = _options()
    with Showing() as report:
        address = server.start(options, report).uri
    idle = f"; it ends after {options.idle_hours:g} idle hours" if options.idle_hours else ""
    typer.echo(f"Neo4j runs at {address}{idle}")


@app.command()
def stop() -> None:
    """End the engine; what was committed stays.

    Example:
      ossatlas engine stop

    """
    from api.engine_in_use import Showing  # noqa: PLC0415 - slow to import
    from graph.engine import server  # noqa: PLC0415 - slow to import

    with Showing() as report:
        typer.echo("stopped" if server.stop(_options(), report) else "the engine was not running")


@app.command()
def status(*, json: JsonOption = False) -> None:
    """Show whether the engine runs, and the disk and memory that it uses.

    Examples:
      ossatlas engine status
      ossatlas engine status --json

    """
    from graph.engine import server  # noqa: PLC0415 - slow to import

    found = server.status(_options())
    if json:
        typer.echo(status_json(found))
        return
    from api.console import output  # noqa: PLC0415 - slow to import

    output().print(_grid(status_lines(found)))


@app.command()
def path() -> None:
    """Print the folder of the engine.

    Example:
      du -sh "$(ossatlas engine path)"

    """
    from graph.engine.home import Home  # noqa: PLC0415 - slow to import

    typer.echo(Home.of(_options()).root)


@app.command()
def logs(
    lines: Annotated[int, typer.Option("--lines", "-n", min=1, max=100_000, help="How many of the last lines.")] = 40,
) -> None:
    """Print the last lines that the engine wrote.

    Example:
      ossatlas engine logs --lines 100

    """
    from graph.engine.home import Home  # noqa: PLC0415 - slow to import

    home = Home.of(_options())
    written = [line for file in (home.log, home.console) for line in last_lines(file, lines)]
    typer.echo("\n".join(written) if written else f"the engine has not run yet in {home.root}")


@app.command()
def shell_address(*, json: JsonOption = False) -> None:
    """Print where any Bolt client reaches the graph, the line for cypher-shell, and lines for Python.

    Example:
      ossatlas engine shell-address

    """
    from api.engine_in_use import connection  # noqa: PLC0415 - slow to import
    from graph.engine.home import Home  # noqa: PLC0415 - slow to import

    used = connection()
    secret = Home.of(_options()).password_file if used.embedded else None
    shell = f"cypher-shell -a {used.uri} -u {used.username} -d {used.database}"
    shell = f"NEO4J_PASSWORD=\"$(cat '{secret}')\" {shell}" if secret else shell
    told = {"address": used.uri, "user": used.username, "database": used.database}
    if json:
        typer.echo(_json({**told, "password_file": secret, "shell": shell}))
        return
    password = f"in {secret}, which only you may read" if secret else "what NEO4J_PASSWORD holds"
    for name, value in {**told, "password": password, "shell": shell}.items():
        typer.echo(f"{name:9} {value}")
    typer.echo("Python    " + "\n          ".join(python_lines(used, secret)))


@app.command()
def remove(*, yes: YesOption = False) -> None:
    """Delete the engine with its database, jars and password; asks first.

    Example:
      ossatlas engine remove --yes

    """
    from api.engine_in_use import Showing  # noqa: PLC0415 - slow to import
    from graph.engine import server  # noqa: PLC0415 - slow to import

    options = _options()
    folder = server.paths(options).root
    if not folder.exists():
        typer.echo(f"there is no engine in {folder}")
        return
    if not yes:
        typer.confirm(f"Delete the engine and all data in {folder}?", abort=True, err=True)
    with Showing() as report:
        freed = server.remove(options, report)
    typer.echo(f"removed {folder}; {_size(freed)} are free again")


def python_lines(used: Connection, secret: Path | None) -> list[str]:
    """Lines of Python that read from the graph with Neo4j's driver; the password itself is not in them."""
    password = f"open({str(secret)!r}).read().strip()" if secret else "input('password: ')"
    return [
        "from neo4j import GraphDatabase",
        f"password = {password}",
        f"with GraphDatabase.driver({used.uri!r}, auth=({used.username!r}, password)) as driver:",
        f"    print(driver.execute_query('MATCH (n) RETURN count(n)', database_={used.database!r}).records)",
    ]


def status_lines(found: Status) -> list[tuple[str, str]]:
    """Name and value of each line of `ossatlas engine status`."""
    versions = f"{found.versions.neo4j}, Graph Data Science {found.versions.gds}, APOC {found.versions.apoc}"
    running = f"running since {found.started_at} (process {found.pid})" if found.running else "not running"
    lines = [
        ("state", running if found.installed or found.running else "not installed; the first start does it"),
        ("address", found.uri or ""),
        ("Neo4j", versions),
        ("Java", found.java or "none that fits (17 to 25)"),
        ("disk", _size(found.disk_bytes)),
        ("memory", _size(found.memory_bytes) if found.memory_bytes else ""),
        ("ends after", f"{found.idle_hours:g} idle hours" if found.idle_hours else "never by itself"),
        ("folder", str(found.folder)),
        ("log", str(found.log)),
    ]
    return [line for line in lines if line[1]]


def status_json(found: Status) -> str:
    """The status as JSON."""
    from dataclasses import asdict  # noqa: PLC0415 - only here

    return _json(asdict(found))


def last_lines(file: Path, count: int) -> list[str]:
    """The last `count` lines of `file`; none when it is not there."""
    from collections import deque  # noqa: PLC0415 - only here

    try:
        with file.open(encoding="utf-8", errors="replace") as lines:
            return [line.rstrip("\n") for line in deque(lines, maxlen=count)]
    except OSError:
        return []


def _options() -> EngineOptions:
    from api.engine_in_use import engine_options  # noqa: PLC0415 - slow to import
    from api.settings import settings  # noqa: PLC0415 - slow to import

    return engine_options(settings())


def _grid(lines: list[tuple[str, str]]) -> object:
    from rich.table import Table  # noqa: PLC0415 - slow to import

    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim")
    grid.add_column(overflow="fold")
    for line in lines:
        grid.add_row(*line)
    return grid


def _json(value: object) -> str:
    import json  # noqa: PLC0415 - only here

    return json.dumps(value, indent=2, default=str)


def _size(count: int) -> str:
    return f"{count / 2**30:.1f} GiB" if count >= 2**30 else f"{count / 2**20:.0f} MiB"
