"""`ossatlas demo`: from nothing to an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from api.choices import HostOption, PortOption

if TYPE_CHECKING:
    from graph.database import Database


def demo(
    *,
    host: HostOption = None,
    port: PortOption = None,
    serving: Annotated[bool, typer.Option("--serve/--no-serve", help="Serve the pages afterwards.")] = True,
) -> None:
    """Load the bundled data, measure, print what they say in plain words, and serve the pages.

    Example:
      ossatlas demo --no-serve

    """
    from api.session import opened  # noqa: PLC0415 - slow to import
    from api.settings import settings  # noqa: PLC0415 - slow to import

    current = settings()
    with opened() as database:
        prepare(database)
        tell(database)
        if serving:
            from api.served import own  # noqa: PLC0415 - slow to import
            from api.serving import serve_until_stopped  # noqa: PLC0415 - slow to import

            at = host or current.host
            serve_until_stopped(own(current, database, at), at, port or current.port, pages=addresses)
        else:
            typer.echo("\n`ossatlas serve` opens the pages:")
            typer.echo("\n".join(f"  {line}" for line in addresses(host or current.host, port or current.port)))


def prepare(database: Database) -> None:
    """Load every bundled table and compute every measure; what is there already is quick."""
    from api.complaint import warn  # noqa: PLC0415 - slow to import
    from api.loading import load_all, tell  # noqa: PLC0415 - slow to import
    from api.measuring import measured_all  # noqa: PLC0415 - slow to import
    from api.settings import settings  # noqa: PLC0415 - slow to import
    from ingest.datasets.bundled import bundled  # noqa: PLC0415 - slow to import
    from ingest.identity import Identities  # noqa: PLC0415 - slow to import

    there = 0
    for done in load_all(database, bundled(Identities.load(settings().aliases)), refresh=True):
        there += done.already
        if not done.already:
            tell(done)
    if there:
        warn(f"{there} bundled tables were loaded already")
    for name, run in measured_all(database):
        warn(f"{name}: {run.rows} rows{' were written already' if run.already else ' written'}")


def tell(database: Database) -> None:
    """Print what the data say."""
    from api.asking import ask  # noqa: PLC0415 - slow to import
    from api.story import story  # noqa: PLC0415 - slow to import

    for paragraph in story(lambda name, given: ask(database, name, given).table):
        typer.echo()
        for line in paragraph:
            typer.echo(line)


def addresses(host: str, port: int) -> list[str]:
    """The addresses to open first."""
    from api.story import EXAMPLE  # noqa: PLC0415 - slow to import
    from viz import addresses as at  # noqa: PLC0415 - slow to import

    paths = (at.HOME, at.view("overlap-network", parameters=EXAMPLE), at.view("collaboration-network"), at.DOCS)
    return [f"http://{host}:{port}{path}" for path in paths]
