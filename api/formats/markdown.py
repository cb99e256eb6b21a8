"""Answers as Markdown tables, to paste into an issue or a report; below stands what they rest on."""

from __future__ import annotations

from collections.abc import Sequence

from api.answer import Answer
from api.formats.words import resting_on, shown
from graph.model import Column

_NUMBERS = {"int", "float"}


def as_markdown(answer: Answer) -> bytes:
    """The title, the rows as a table, and a line with sources and months."""
    table = answer.table
    lines = [f"## {_escaped(answer.title)}", "", *rows_markdown(table.columns, table.rows), ""]
    return "\n".join([*lines, f"_{_escaped(resting_on(answer))}_", ""]).encode()


def rows_markdown(columns: Sequence[Column], rows: Sequence[Sequence[object]]) -> list[str]:
    """The lines of a Markdown table; numbers stand flush right."""
    head = "| " + " | ".join(_escaped(column.name) for column in columns) + " |"
    rule = "|" + "|".join("---:" if column.type in _NUMBERS else "---" for column in columns) + "|"
    return [head, rule, *("| " + " | ".join(_escaped(shown(value)) for value in row) + " |" for row in rows)]


def _escaped(text: str) -> str:
    for sign in "\\|<>*_`[]":
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.split())
