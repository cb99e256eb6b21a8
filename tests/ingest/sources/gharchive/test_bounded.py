"""DuckDB within a fixed memory."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from ingest.sources.gharchive import bounded as module
from ingest.sources.gharchive.bounded import bounded

WIDE = "SELECT count(*) FROM (SELECT DISTINCT md5(range::VARCHAR) || md5((range + 1)::VARCHAR) FROM range({rows}))"


def test_it_holds_what_it_is_told_and_no_more(tmp_path: Path) -> None:
    with bounded(tmp_path / "spill", 1) as store:
        query = "SELECT current_setting('memory_limit'), current_setting('temp_directory'), current_setting('threads')"
        assert store.execute(query).fetchall() == [("366.2 MiB", str(tmp_path / "spill"), 1)]


def test_what_does_not_fit_goes_to_the_folder_and_is_gone_afterwards(tmp_path: Path) -> None:
    with bounded(tmp_path / "spill") as store:
        store.execute("SET memory_limit = '48MB'")
        assert store.execute(WIDE.format(rows=1_000_000)).fetchall() == [(1_000_000,)]
    assert not list(tmp_path.rglob("*.*"))


def test_without_a_folder_the_same_does_not_fit(tmp_path: Path) -> None:
    with bounded(tmp_path / "spill") as store:
        store.execute("SET memory_limit = '48MB'; SET temp_directory = ''")
        with pytest.raises(duckdb.OutOfMemoryException):
            store.execute(WIDE.format(rows=1_000_000)).fetchall()


def test_nothing_else_of_the_source_opens_a_database_but_what_reads_within_limits_of_its_own() -> None:
    modules = Path(module.__file__).parent.glob("*.py")
    assert sorted(path.stem for path in modules if "duckdb.connect(" in path.read_text()) == ["bounded", "reading"]
