"""`ossatlas cypher`: a statement of one's own, read-only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from api.choices import FormatChoice, FormatOption, OutputOption
from graph.errors import BadInputError

if TYPE_CHECKING:
    from graph.database import Database


def cypher(
    statement: Annotated[str, typer.Argument(help="The statement; it may only read.")],
    param: Annotated[
        list[str] | None,
        typer.Option("--param", "-p", metavar="NAME=VALUE", help="A parameter; JSON where it parses, text else."),
    ] = None,
    form: FormatOption = FormatChoice.table,
    output: OutputOption = None,
    limit: Annotated[int, typer.Option(min=1, help="Rows to take at most; a cut is said.")] = 1000,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds after which the server ends the statement.")] = 30.0,
) -> None:
    """Run a Cypher statement that only reads, and print its rows.

    Example:
      ossatlas cypher 'MATCH (r:Repository) RETURN r.name ORDER BY r.name LIMIT $n' --param n=5

    """
    from api.answer import of_rows  # noqa: PLC0415 - slow to import
    from api.complaint import warn  # noqa: PLC0415 - slow to import
    from api.delivery import hand_over  # noqa: PLC0415 - slow to import
    from api.session import opened  # noqa: PLC0415 - slow to import

    given = parameters(param or [])
    with opened() as database:
        rows = database.read(statement, given, timeout=timeout, limit=limit)
        unknown = remarks(database, statement, given)
    hand_over(of_rows("cypher", rows, given, limit), form, output, more="--limit")
    for remark in unknown:
        warn(remark)


def remarks(database: Database, statement: str, given: dict[str, object]) -> list[str]:
    """What the server remarks on labels, types and properties that the graph does not have; a line for each kind."""
    from graph.remarks import gathered  # noqa: PLC0415 - the same
    from viz.prose import remarked  # noqa: PLC0415 - the same

    try:
        told = database.explain(statement, given).notifications
    except BadInputError:  # such as a statement that is an EXPLAIN itself
        return []
    return [remarked(remark) for remark in gathered(told) if remark.names]


def parameters(given: list[str]) -> dict[str, object]:
    """The statement's parameters from `name=value` texts."""
    found: dict[str, object] = {}
    for text in given:
        name, sign, value = text.partition("=")
        if not sign or not name.isidentifier():
            raise BadInputError(f'--param {text!r} is no name=value, such as n=5 or names=\'["a","b"]\'')
        found[name] = _value(value)
    return found


def _value(text: str) -> object:
    import json  # noqa: PLC0415 - only when a parameter is given

    try:
        return json.loads(text)
    except ValueError:
        return text
