"""`ossatlas unload`: take a load back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer


def unload(name: Annotated[str, typer.Argument(help="A snapshot's key, or a source for all its snapshots.")]) -> None:
    """Take a snapshot, or all of a source, out of the graph; what other sources say too stays.

    What a source read stays in the data folder (`sources/gharchive`, `sources/github` and so on), and the next load of
    that source tells it again. Remove its folder there to forget it.

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
    for source, folder in _kept(keys):
        typer.echo(
            f"what {source} read stays in {folder}: its next load tells it again; remove that folder to forget it"
        )


def _kept(keys: Iterable[str]) -> Iterator[tuple[str, Path]]:
    """The sources of these snapshots that keep something in the data folder, each with its folder there."""
    from api.collecting import SOURCES  # noqa: PLC0415 - slow to import
    from api.settings import settings  # noqa: PLC0415 - slow to import

    for source in sorted({key.partition(":")[0] for key in keys}):
        folder = settings().data_dir / SOURCES / source
        if folder.is_dir() and any(folder.iterdir()):
            yield source, folder
