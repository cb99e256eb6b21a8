"""`ossatlas unload`: take a load back."""

from __future__ import annotations

from typing import Annotated

import typer


def unload(name: Annotated[str, typer.Argument(help="A snapshot's key, or a source for all its snapshots.")]) -> None:
    """Take a snapshot, or all of a source, out of the graph; what other sources say too stays.

    Example:
      ossatlas unload deepseek-week

    """
    from api.session import opened  # noqa: PLC0415 - slow to import
    from api.standing import no_longer  # noqa: PLC0415 - slow to import
    from graph.unload import unload as take_back  # noqa: PLC0415 - slow to import

    with opened() as database:
        keys = take_back(database, name)
    for key in keys:
        typer.echo(f"unloaded {key}")
    for line in no_longer(name):
        typer.echo(f"no longer refreshed: {line.words}")
