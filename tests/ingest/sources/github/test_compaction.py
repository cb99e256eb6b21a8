"""Compaction: the same rows, by month, whatever happens on the way."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from graph.errors import StorageError
from ingest.sources.github.compaction import compact, readable
from ingest.sources.github.store import PULLS, TABLES, Store, Table
from tests.ingest.sources.github.stored import ANN, ID, pull, small_store
from tests.ingest.sources.github.test_store import rows


def compacted(store: Store, table: Table) -> bool:
    """Compact one table."""
    with duckdb.connect() as connection:
        return compact(store, table, ID, connection)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_compaction_changes_no_row(table: Table, tmp_path: Path) -> None:
    store = small_store(tmp_path)
    before = rows(store, table)
    assert compacted(store, table) == bool(before)
    assert rows(store, table) == before
    assert not compacted(store, table)


def test_compacted_rows_lie_by_month_in_one_file_each(tmp_path: Path) -> None:
    store = small_store(tmp_path)
    compacted(store, PULLS)
    folders = sorted(path.parent.name for path in store.files(PULLS, ID))
    assert folders == ["month=2024-01", "month=2024-02"]


def test_months_without_news_are_left_alone(tmp_path: Path) -> None:
    store = small_store(tmp_path)
    compacted(store, PULLS)
    january = next(path for path in store.files(PULLS, ID) if path.parent.name == "month=2024-01")
    store.add(PULLS, ID, [pull(9, ANN, "2024-02-07")])
    compacted(store, PULLS)
    assert january in store.files(PULLS, ID)
    assert len(rows(store, PULLS)) == 4


def test_a_compaction_that_was_broken_off_loses_and_doubles_nothing(tmp_path: Path) -> None:
    store = small_store(tmp_path)
    before = rows(store, PULLS)
    waiting = {path: path.read_bytes() for path in store.files(PULLS, ID)}
    compacted(store, PULLS)
    for path, content in waiting.items():  # as if the old files had not been removed any more
        path.write_bytes(content)
    half = store.home(PULLS, ID) / ".compacting" / "month=2024-01"
    half.mkdir(parents=True)
    (half / "data_0.parquet").write_bytes(b"half a file")
    again = Store(tmp_path)
    assert rows(again, PULLS) == before
    assert compacted(again, PULLS)
    assert rows(again, PULLS) == before


def test_a_damaged_file_is_named_with_what_to_do(tmp_path: Path) -> None:
    store = small_store(tmp_path / "github" / "store")
    store.files(PULLS, ID)[0].write_bytes(b"PAR1 and no more")
    with pytest.raises(StorageError, match=r"00000001\.parquet cannot be read; remove .*github"), readable(store):
        rows(store, PULLS)
