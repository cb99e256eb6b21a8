"""Engines by name, and tables by the schema of their files."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from graph.errors import BadInputError
from ingest.sources.gharchive.duck import Duck
from ingest.sources.gharchive.engines import open_engine, rows_of


def test_an_engine_is_opened_by_its_name(tmp_path: Path) -> None:
    with open_engine("duckdb", tmp_path, "", None) as engine:
        assert isinstance(engine, Duck)


def test_another_name_is_refused_with_those_that_there_are(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="there is no engine hadoop: expected duckdb or spark"):
        open_engine("hadoop", tmp_path, "", None)


def test_columns_of_a_table_are_those_of_the_first_file_and_may_be_empty(tmp_path: Path) -> None:
    pq.write_table(pa.table({"actor": pa.array(["ann"]), "number": pa.array([1])}), tmp_path / "1.parquet")
    schema = rows_of([tmp_path / "1.parquet"], "events").schema()
    assert {name: str(kind) for name, kind in schema.items()} == {"actor": "string", "number": "int64"}
