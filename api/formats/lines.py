"""Answers as JSON Lines: a row is an object on a line of its own, so that a reader needs no more than a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from api.formats.document import finite

if TYPE_CHECKING:
    from api.answer import Answer
    from graph.model import Column


def as_lines(answer: Answer) -> bytes:
    """The rows of `answer`, each as an object by the names of its columns; unknown is null."""
    return b"".join(lines(answer.table.columns, answer.table.rows))


def lines(columns: Sequence[Column], rows: Iterable[Sequence[object]]) -> Iterator[bytes]:
    """A line for each of `rows`."""
    names = [column.name for column in columns]
    for row in rows:
        record = finite(dict(zip(names, row, strict=True)))
        yield f"{json.dumps(record, ensure_ascii=False, allow_nan=False)}\n".encode()
