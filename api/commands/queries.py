"""`ossatlas queries`: what can be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from api.choices import FormatChoice, FormatOption, OutputOption
from graph.errors import NotFoundError

if TYPE_CHECKING:
    from api.answer import Answer
    from cypher.query import Query


def queries(
    family: Annotated[str, typer.Option(help="Only queries of this family.", metavar="FAMILY")] = "",
    form: FormatOption = FormatChoice.table,
    output: OutputOption = None,
) -> None:
    """List the queries of the catalogue, by family.

    Example:
      ossatlas queries --family contributors

    """
    from api.asking import queries as every  # noqa: PLC0415 - slow to import
    from api.delivery import hand_over  # noqa: PLC0415 - slow to import

    found = list(every())
    families = sorted({query.family for query in found})
    if family and family not in families:
        raise NotFoundError(f"there is no family {family!r}; there are {', '.join(families)}")
    hand_over(_listed([query for query in found if family in {"", query.family}]), form, output)


def _listed(found: list[Query]) -> Answer:
    from api.answer import Answer  # noqa: PLC0415 - slow to import
    from graph.model import Column, Table  # noqa: PLC0415 - slow to import

    columns = (
        Column("family", "str", "folder of the catalogue"),
        Column("name", "str", "what to type after `ossatlas query`, or `ossatlas measure` for a metric"),
        Column("kind", "str", "table, graph or metric"),
        Column("title", "str", "what it answers"),
    )
    rows = sorted((query.family, query.name, query.kind, query.title) for query in found)
    return Answer("queries", "The catalogue", Table(columns, rows))
