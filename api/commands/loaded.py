"""`ossatlas loaded`: what is loaded."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from api.choices import FormatChoice, FormatOption, OutputOption

if TYPE_CHECKING:
    from collections.abc import Mapping

    from api.answer import Answer


def loaded(form: FormatOption = FormatChoice.table, output: OutputOption = None) -> None:
    """List what is loaded: each snapshot's key, state, rows, day and months; another --format has all columns.

    Examples:
      ossatlas loaded
      ossatlas loaded --format json

    """
    from api.asking import ask  # noqa: PLC0415 - slow to import
    from api.delivery import hand_over  # noqa: PLC0415 - slow to import
    from api.session import opened  # noqa: PLC0415 - slow to import

    with opened() as database:
        answer = ask(database, "snapshots", {})
    narrow = form is FormatChoice.table and output is None
    hand_over(in_short(answer) if narrow else answer, form, output)


def in_short(answer: Answer) -> Answer:
    """The answer with the columns that fit a terminal, the key first: it is what `unload` takes."""
    from graph.model import Column, Table  # noqa: PLC0415 - slow to import

    columns = (
        Column("key", "str", "source, dataset and content hash"),
        Column("state", "str", "loading, complete or unloading"),
        Column("rows", "int", "rows that are in the graph"),
        Column("as_of", "str", "the day that its data stand for"),
        Column("months", "str", "first and last month covered"),
    )
    rows = [(row["key"], row["state"], row["rows_taken"], row["as_of"], _months(row)) for row in answer.table.records()]
    return replace(answer, result=Table(columns, rows, answer.coverage, answer.result.cut))


def _months(row: Mapping[str, object]) -> str | None:
    first, last = row["covers_from"], row["covers_to"]
    return None if first is None else f"{first}" if first == last else f"{first}..{last}"
