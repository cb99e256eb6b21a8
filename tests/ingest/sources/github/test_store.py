"""The Parquet store: what is written is there, each thing once, by month."""

from __future__ import annotations

from datetime import timedelta, timezone
from pathlib import Path

import duckdb
import pytest

from ingest.sources.github.compaction import rows_sql
from ingest.sources.github.store import ISSUES, PULLS, TABLES, Store, Table
from tests.ingest.sources.github.stored import ANN, BEN, ID, at, issue, pull, small_store


def rows(store: Store, table: Table) -> list[tuple[object, ...]]:
    """All rows of the one repository."""
    with duckdb.connect() as connection:
        return connection.execute(f"SELECT * FROM ({rows_sql(store, table, ID)}) ORDER BY ALL").fetchall()  # noqa: S608


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_column_is_explained_and_the_key_and_the_month_are_columns(table: Table) -> None:
    names = [column.name for column in table.columns]
    assert {*table.key, table.month} <= set(names)
    assert len(names) == len(set(names))
    assert all((column.about and column.about[0].islower()) or column.about[0].isupper() for column in table.columns)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_that_was_never_read_has_no_rows(table: Table, tmp_path: Path) -> None:
    assert rows(Store(tmp_path), table) == []


def test_nothing_is_written_for_no_rows(tmp_path: Path) -> None:
    store = Store(tmp_path)
    assert store.add(ISSUES, ID, []) == 0
    assert store.files(ISSUES, ID) == []


def test_of_a_thing_in_two_states_the_newer_counts_in_whatever_order_they_came(tmp_path: Path) -> None:
    old, new = issue(1, ANN, "2024-01-01"), issue(1, ANN, "2024-01-01", "2024-02-01")
    for name, order in (("a", (old, new)), ("b", (new, old))):
        store = Store(tmp_path / name)
        for row in order:
            store.add(ISSUES, ID, [row])
        found = rows(store, ISSUES)
        assert len(found) == 1
        assert found[0][3] is not None


def test_of_two_readings_of_the_same_state_the_later_counts(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.add(ISSUES, ID, [issue(1, ANN, "2024-01-01")])
    store.add(ISSUES, ID, [issue(1, BEN, "2024-01-01")])
    assert [row[4] for row in rows(store, ISSUES)] == ["ben"]


def test_a_file_half_written_is_not_seen(tmp_path: Path) -> None:
    store = small_store(tmp_path)
    (store.home(PULLS, ID) / "incoming" / "00000099.part").write_bytes(b"PAR1")
    assert len(rows(store, PULLS)) == 3


def test_files_are_numbered_on_by_the_next_process(tmp_path: Path) -> None:
    small_store(tmp_path)
    Store(tmp_path).add(PULLS, ID, [pull(9, ANN, "2024-02-07")])
    assert [path.stem for path in Store(tmp_path).files(PULLS, ID)] == ["00000001", "00000002"]


def test_times_of_other_zones_are_kept_as_utc(tmp_path: Path) -> None:
    store = Store(tmp_path)
    there = at("2024-01-01").astimezone(timezone(timedelta(hours=8)))
    store.add(ISSUES, ID, [{**issue(1, ANN, "2024-01-01"), "created_at": there}])
    assert str(rows(store, ISSUES)[0][1]) == "2024-01-01 12:00:00"
