from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from graph.errors import BadInputError
from ingest.sources.tables.parquet import BATCH, read_parquet


def _saved(folder: Path, **columns: object) -> Path:
    path = folder / "t.parquet"
    pq.write_table(pa.table(columns), path)
    return path


def test_values_of_all_plain_types_come_out_in_words(tmp_path: Path) -> None:
    path = _saved(
        tmp_path,
        text=["ann"],
        count=pa.array([3], pa.int32()),
        whole=[2.0],
        broken=[2.5],
        flag=[True],
        none=pa.array([None], pa.string()),
        day=[date(2025, 4, 12)],
        moment=[datetime(2025, 4, 12, 10, 30, tzinfo=UTC)],
        exact=[Decimal("1.50")],
        many=[["a", "b"]],
        coded=pa.array(["x"]).dictionary_encode(),
    )
    (number, cells), *rest = read_parquet(path).rows()
    assert (number, rest) == (1, [])
    assert cells == [
        "ann", "3", "2", "2.5", "true", "", "2025-04-12", "2025-04-12T10:30:00+00:00", "1.50", "a;b", "x",
    ]  # fmt: skip


def test_rows_of_nothing_are_left_out_and_the_others_keep_their_number(tmp_path: Path) -> None:
    path = _saved(tmp_path, a=["x", None, "y"])
    assert list(read_parquet(path).rows()) == [(1, ["x"]), (3, ["y"])]


def test_more_rows_than_a_batch_are_all_read(tmp_path: Path) -> None:
    path = _saved(tmp_path, a=[str(number) for number in range(BATCH + 5)])
    numbers = [number for number, _ in read_parquet(path).rows()]
    assert numbers == list(range(1, BATCH + 6))


@pytest.mark.parametrize(
    "column", [pa.array([{"a": 1}]), pa.array([b"x"]), pa.array([[1]]), pa.array([5], pa.duration("s"))]
)
def test_columns_that_are_no_cells_are_an_error(tmp_path: Path, column: object) -> None:
    with pytest.raises(BadInputError, match=r"t\.parquet: column odd is of type .*, expected text, numbers"):
        read_parquet(_saved(tmp_path, odd=column))


def test_a_file_that_is_damaged_inside_is_found_when_it_is_read(tmp_path: Path) -> None:
    path = _saved(tmp_path, a=[f"value {number}" for number in range(1000)])
    content = bytearray(path.read_bytes())
    content[8:200] = bytes(192)
    path.write_bytes(bytes(content))
    with pytest.raises(BadInputError, match=r"t\.parquet is not a whole Parquet file"):
        list(read_parquet(path).rows())
