"""Answers as Parquet, with the columns' meanings and the coverage in the file's metadata."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

from api.answer import Answer
from api.formats.document import coverage_document, finite

if TYPE_CHECKING:
    import pyarrow as pa

    from graph.model import Column


def as_parquet(answer: Answer) -> bytes:
    """The rows of `answer` with the types that its columns declare; maps are JSON text."""
    import pyarrow as pa  # noqa: PLC0415 - slow to import
    import pyarrow.parquet as pq  # noqa: PLC0415 - slow to import

    table = answer.table
    fields = [_field(column) for column in table.columns]
    values = zip(*table.rows, strict=True) if table.rows else [()] * len(fields)
    arrays = [_array(list(column), field) for column, field in zip(values, fields, strict=True)]
    file = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, schema=pa.schema(fields, metadata=_metadata(answer))), file)
    return file.getvalue()


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


def _metadata(answer: Answer) -> dict[str, str]:
    coverage = json.dumps(coverage_document(answer.coverage), ensure_ascii=False)
    return {"query": answer.query, "title": answer.title, "coverage": coverage}
