"""Answers as JSON Lines: a row is an object on a line of its own, so that a reader needs no more than a line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from api.formats.document import finite

if TYPE_CHECKING:
    from api.answer import Answer
    from graph.model import Column, Coverage, Pages


def as_lines(answer: Answer) -> bytes:
    """The rows of `answer`, each as an object by the names of its columns; unknown is null."""
    return b"".join(line_pages(answer.table.columns, [answer.table.rows]))


def line_pages(columns: Sequence[Column], pages: Pages, _: Coverage | None = None) -> Iterator[bytes]:
    """The lines of each of `pages`."""
    names = [column.name for column in columns]
    for page in pages:
        yield "".join(_line(dict(zip(names, row, strict=True))) for row in page).encode()


def _line(record: dict[str, object]) -> str:
    return f"{json.dumps(finite(record), ensure_ascii=False, allow_nan=False)}\n"
