"""Answers as Parquet, with the columns' meanings and the coverage in the file's metadata."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from api.answer import Answer
from api.formats.document import coverage_document, finite

if TYPE_CHECKING:
    import pyarrow as pa
    from _typeshed import ReadableBuffer

    from graph.model import Column, Coverage, Pages


def as_parquet(answer: Answer) -> bytes:
    """The rows of `answer` with the types that its columns declare; maps are JSON text."""
    table, about = answer.table, {"query": answer.query, "title": answer.title}
    return b"".join(_pages(table.columns, [table.rows], about | _rests_on(answer.coverage)))


def parquet_pages(columns: Sequence[Column], pages: Pages, coverage: Coverage) -> Iterator[bytes]:
    """The file, a row group for each of `pages`: no more than one of them is held."""
    return _pages(columns, pages, _rests_on(coverage))


def _pages(columns: Sequence[Column], pages: Pages, about: Mapping[str, str]) -> Iterator[bytes]:
    import pyarrow as pa  # noqa: PLC0415 - slow to import
    import pyarrow.parquet as pq  # noqa: PLC0415 - slow to import

    file, schema = Outlet(), pa.schema([_field(column) for column in columns], metadata=about)
    with pq.ParquetWriter(file, schema) as writer:
        for page in pages:
            values = zip(*page, strict=True) if page else [()] * len(columns)
            arrays = [_array(list(column), field) for column, field in zip(values, schema, strict=True)]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema))
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


def _field(column: Column) -> pa.Field:
    import pyarrow as pa  # noqa: PLC0415 - slow to import

    types = {"int": pa.int64(), "float": pa.float64(), "bool": pa.bool_()}
    inner = column.type.removeprefix("list[").removesuffix("]")
    kind = types.get(inner, pa.string())
    many = inner not in {column.type, "map"}
    return pa.field(column.name, pa.list_(kind) if many else kind, metadata={"about": column.about})


def _array(values: list[object], field: pa.Field) -> pa.Array:
    import pyarrow as pa  # noqa: PLC0415 - slow to import

    if pa.types.is_string(field.type):
        values = [value if value is None or isinstance(value, str) else json.dumps(finite(value)) for value in values]
    return pa.array(values, type=field.type)


def _rests_on(coverage: Coverage) -> dict[str, str]:
    return {"coverage": json.dumps(coverage_document(coverage), ensure_ascii=False)}
