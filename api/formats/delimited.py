"""Answers as CSV (RFC 4180), safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Sequence
from itertools import chain

from api.answer import Answer
from api.formats.document import finite
from graph.model import Column, Coverage, Pages, Table

_FORMULA = re.compile(r"^\s*[=+\-@\t\r]")
LIST_SEPARATOR = ";"


def as_csv(answer: Answer) -> bytes:
    """The rows of `answer` under their column names; unknown is an empty cell."""
    return table_csv(answer.table)


def table_csv(table: Table) -> bytes:
    """The rows of `table` under their column names, guarded like the rows where facts of the data name them."""
    return b"".join(csv_pages(table.columns, [table.rows]))


def csv_pages(columns: Sequence[Column], pages: Pages, _: Coverage | None = None) -> Iterator[bytes]:
    """The names of the columns, and then each of `pages`."""
    for page in chain([[[column.name for column in columns]]], pages):
        text = io.StringIO()
        csv.writer(text, lineterminator="\r\n").writerows([cell(value) for value in row] for row in page)
        yield text.getvalue().encode()


def cell(value: object) -> str:
    """`value` as text; text that a spreadsheet would compute gets an apostrophe before it."""
    plain = finite(value)
    if plain is None:
        return ""
    if isinstance(plain, bool):
        return "true" if plain else "false"
    if isinstance(plain, int | float):
        return str(plain)
    return _guarded(plain if isinstance(plain, str) else _nested(plain))


def _nested(value: object) -> str:
    if isinstance(value, list) and all(isinstance(item, str | int | float) for item in value):
        return LIST_SEPARATOR.join(map(str, value))
    return json.dumps(value, ensure_ascii=False)


def _guarded(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text
