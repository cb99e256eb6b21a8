"""Parquet files, read in batches: every value in words, so that one set of rules holds for all formats."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from graph.errors import BadInputError
from ingest.sources.tables.sheet import Row, Sheet, checked_columns, one_line
from ingest.sources.tables.workbook import words

BATCH = 8_192


def read_parquet(path: Path, _part: str | None = None) -> Sheet:
    """The table in the Parquet file `path`; its rows are numbered from 1."""
    fields = list(_opened(path).schema_arrow)
    columns = checked_columns(path.name, [field.name for field in fields])
    for field in fields:
        if not _plain(field.type):
            raise BadInputError(
                f"{path.name}: column {one_line(field.name)} is of type {one_line(str(field.type))}, "
                "expected text, numbers, dates or lists of text: leave it out"
            )
    return Sheet(path.name, columns, lambda: _rows(path))


def _opened(path: Path) -> Any:  # noqa: ANN401 - pyarrow has no types
    import pyarrow as pa  # noqa: PLC0415 - slow to import
    import pyarrow.parquet as pq  # noqa: PLC0415

    try:
        return pq.ParquetFile(path)
    except (pa.ArrowException, OSError, ValueError) as error:
        raise _broken(path, error) from None


def _broken(path: Path, error: BaseException) -> BadInputError:
    reason = one_line(str(error)) or type(error).__name__
    return BadInputError(f"{path.name} is not a whole Parquet file ({reason}): write it anew")


def _plain(kind: Any) -> bool:  # noqa: ANN401
    from pyarrow import types  # noqa: PLC0415

    if types.is_dictionary(kind):
        return _plain(kind.value_type)
    if types.is_list(kind) or types.is_large_list(kind):
        return bool(types.is_string(kind.value_type) or types.is_large_string(kind.value_type))
    return not (types.is_nested(kind) or types.is_binary(kind) or types.is_large_binary(kind)
                or types.is_fixed_size_binary(kind) or types.is_duration(kind))  # fmt: skip


def _rows(path: Path) -> Iterator[Row]:
    import pyarrow as pa  # noqa: PLC0415

    number = 0
    try:
        for batch in _opened(path).iter_batches(batch_size=BATCH):
            for values in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                number += 1
                cells = [_words(value) for value in values]
                if any(cells):
                    yield number, cells
    except (pa.ArrowException, OSError, ValueError, OverflowError) as error:
        if isinstance(error, BadInputError):
            raise
        raise _broken(path, error) from None


def _words(value: object) -> str:
    if isinstance(value, list):
        return ";".join(words(item) for item in value)
    if isinstance(value, Decimal):
        return format(value, "f")
    return words(value)
