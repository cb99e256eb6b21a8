"""`ossatlas graph-hash`: one line that says whether two graphs are the same."""

from __future__ import annotations

import typer


def graph_hash() -> None:
    """Print the hash of the whole graph: the same inputs, in any order and any number of times, give the same.

    Example:
      ossatlas graph-hash

    """
    from api.session import opened  # noqa: PLC0415 - slow to import
    from graph.canonical import graph_hash as hash_of  # noqa: PLC0415 - slow to import

    with opened() as database:
        typer.echo(hash_of(database))
