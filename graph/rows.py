"""Rows of a source on their way to the loader: taken whole or refused whole, counted, and put into batches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from graph.check import check
from graph.errors import BadRowError
from graph.model import NodeRecord, Record

SHOWN_REFUSALS = 100
Item = Record | BadRowError


@dataclass(frozen=True, slots=True)
class Row:
    """What a source made of one row: its place, and its records or refusals. Line 0 is no row but the whole file."""

    file: str
    line: int
    items: tuple[Item, ...]


@dataclass(slots=True)
class Tally:
    """How far a load is: rows read and refused, and the first refusals in words."""

    rows_in: int = 0
    rows_refused: int = 0
    refused: list[str] = field(default_factory=list)

    @property
    def rows_taken(self) -> int:
        """Rows of which nothing was refused."""
        return self.rows_in - self.rows_refused


def rows_of(items: Iterable[Item], *, skip: int = 0) -> Iterator[Row]:
    """The rows of `items`, less the first `skip`, which an earlier run has loaded; whole-file items always come."""
    seen = 0
    for (file, line), group in groupby(items, key=_place):
        seen += line > 0
        if line == 0 or seen > skip:
            yield Row(file, line, tuple(group))


def _place(item: Item) -> tuple[str, int]:
    return (item.file, item.line) if isinstance(item, BadRowError) else (item.where.file, item.where.line)


def batches(rows: Iterable[Row], size: int) -> Iterator[list[Row]]:
    """`rows` in lists of at least `size` records, the last one shorter; a row is never split."""
    batch: list[Row] = []
    held = 0
    for row in rows:
        batch.append(row)
        held += len(row.items)
        if held >= size:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch


def taken(row: Row, tally: Tally, seen: dict[int, NodeRecord], *, strict: bool = False) -> list[Record]:
    """The records of `row`, or none of them when one is refused; `strict` raises the refusal instead.

    `seen` holds nodes that were found good already.
    """
    try:
        records = [_checked(item, seen) for item in row.items]
    except BadRowError as refusal:
        if strict:
            raise
        tally.rows_in += row.line > 0
        tally.rows_refused += row.line > 0
        if len(tally.refused) < SHOWN_REFUSALS:
            tally.refused.append(str(refusal))
        return []
    tally.rows_in += row.line > 0
    return records


def _checked(item: Item, seen: dict[int, NodeRecord]) -> Record:
    if isinstance(item, BadRowError):
        raise item
    check(item, seen)
    return item
