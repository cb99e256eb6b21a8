"""Answers as tables of Arrow, typed by their columns: what Parquet files, pandas and polars are made from."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from api.answer import Answer
from api.formats.document import coverage_document, finite

if TYPE_CHECKING:
    import pyarrow as pa

    from graph.model import Column, Coverage


def as_arrow(answer: Answer) -> pa.Table:
    """The rows of `answer`, with the meanings of its columns and the coverage in the metadata; maps are JSON text."""
    return arrow(schema(answer.table.columns, about(answer)), answer.table.rows)


def schema(columns: Sequence[Column], metadata: Mapping[str, str]) -> pa.Schema:
    """The types and meanings of `columns`."""
    import pyarrow as pa  # noqa: PLC0415 - slow to import

    return pa.schema([_field(column) for column in columns], metadata=metadata)


def arrow(typed: pa.Schema, rows: Sequence[Sequence[object]]) -> pa.Table:
    """The rows as a table of these types."""
    import pyarrow as pa  # noqa: PLC0415 - slow to import

    values = zip(*rows, strict=True) if rows else [()] * len(typed)
    arrays = [_array(list(column), field) for column, field in zip(values, typed, strict=True)]
    return pa.Table.from_arrays(arrays, schema=typed)


def about(answer: Answer) -> dict[str, str]:
    """What was asked, and what the answer rests on, as metadata."""
    return {"query": answer.query, "title": answer.title} | rests_on(answer.coverage)


def rests_on(coverage: Coverage) -> dict[str, str]:
    """What an answer rests on, as metadata."""
    return {"coverage": json.dumps(coverage_document(coverage), ensure_ascii=False)}


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
