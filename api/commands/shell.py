"""`ossatlas shell`: Neo4j's cypher-shell on the graph in use."""

from __future__ import annotations

from typing import Annotated

import typer


def shell(
    arguments: Annotated[
        list[str] | None,
        typer.Argument(metavar="[STATEMENT | -- ARGUMENTS]", help="A statement, or after -- what cypher-shell takes."),
    ] = None,
) -> None:
    """Open Neo4j's own cypher-shell on the Neo4j in use; its jars are fetched at the first use.

    Statements may be typed, given, or piped in. It may write: `:exit` leaves it.

    Examples:
      ossatlas shell
      ossatlas shell 'MATCH (d:Developer) RETURN count(d)'
      ossatlas shell -- --format verbose --file questions.cypher
      ossatlas shell < questions.cypher

    """
    from api.engine_in_use import Showing, connection, engine_options  # noqa: PLC0415 - slow to import
    from api.settings import settings  # noqa: PLC0415 - slow to import
    from graph.engine.shell import run_shell  # noqa: PLC0415 - slow to import

    used = connection()
    with Showing() as report:
        code = run_shell(used, arguments or [], engine_options(settings()), report)
    raise typer.Exit(code)
