"""`ossatlas reset`: empty the graph."""

from __future__ import annotations

import typer

from api.choices import YesOption
from api.consent import ask_first


def reset(*, yes: YesOption = False) -> None:
    """Empty the graph: all nodes and edges go; the list of people to be forgotten stays.

    Example:
      ossatlas reset --yes

    """
    from api.session import opened  # noqa: PLC0415 - slow to import
    from graph.reset import reset as empty  # noqa: PLC0415 - slow to import

    with opened() as database:
        ask_first(f"Empty the graph at {database.connection.uri}?", yes=yes)
        nodes = empty(database)
    typer.echo(f"removed {nodes} nodes; `ossatlas demo` loads the bundled data again")
