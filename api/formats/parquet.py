"""Answers as Parquet, with the columns' meanings and the coverage in the file's metadata."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from api.answer import Answer
from api.formats.arrow import about, arrow, rests_on, schema

if TYPE_CHECKING:
    import pyarrow as pa
    from _typeshed import ReadableBuffer

    from graph.model import Column, Coverage, Pages


def as_parquet(answer: Answer) -> bytes:
    """The rows of `answer` with the types that its columns declare; maps are JSON text."""
    table = answer.table
    return b"".join(_pages(schema(table.columns, about(answer)), [table.rows]))


def parquet_pages(columns: Sequence[Column], pages: Pages, coverage: Coverage) -> Iterator[bytes]:
    """The file, a row group for each of `pages`: no more than one of them is held."""
    return _pages(schema(columns, rests_on(coverage)), pages)


def _pages(typed: pa.Schema, pages: Pages) -> Iterator[bytes]:
    import pyarrow.parquet as pq  # noqa: PLC0415 - slow to import

    file = Outlet()
    with pq.ParquetWriter(file, typed) as writer:
        for page in pages:
            writer.write_table(arrow(typed, page))
            yield file.taken()
    yield file.taken()


class Outlet(io.RawIOBase):
    """A file that is written to and taken out of, piece by piece; it tells its place in the whole."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces: list[bytes] = []
        self._at = 0

    def writable(self) -> bool:
        """Whether it can be written to."""
        return True

    def write(self, piece: ReadableBuffer, /) -> int:
        """How many bytes of `piece` were written: all."""
        self._pieces.append(bytes(piece))
        self._at += len(self._pieces[-1])
        return len(self._pieces[-1])

    def tell(self) -> int:
        """How many bytes were written so far."""
        return self._at

    def taken(self) -> bytes:
        """What was written since this was asked last."""
        pieces, self._pieces = self._pieces, []
        return b"".join(pieces)
