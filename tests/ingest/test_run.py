from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from graph.database import Database
from graph.errors import BadRowError
from graph.load import BATCH, prepare
from graph.rows import Tally
from graph.unload import unload
from ingest.run import LARGE, is_large, load
from ingest.source import Dataset
from tests.ingest.sources.tables.reading import open_dataset, write

TABLE = "login,repository,month,commits\nann,a/b,2025-04,3\nbob,a/b,2025-13,1\ncid,a/b,2025-02,2\n"


def test_a_table_comes_into_the_graph_with_its_refused_rows_counted(database: Database, tmp_path: Path) -> None:
    prepare(database)
    seen: list[int] = []

    def report(tally: Tally) -> None:
        seen.append(tally.rows_in)

    dataset = open_dataset(write(tmp_path, "t.csv", TABLE))
    loaded = load(database, dataset, report=report)
    assert (loaded.rows_in, loaded.rows_taken, loaded.rows_refused) == (3, 2, 1)
    assert loaded.refused == ("t.csv:3: month: found 2025-13, expected a month such as 2025-04",)
    assert loaded.rows_in == dataset.rows
    assert seen == [3]
    found = database.read("MATCH (d:Developer)-[c:CONTRIBUTED_TO]->() RETURN d.login, c.commits ORDER BY d.login")
    assert [tuple(row) for row in found.rows] == [("ann", 3), ("cid", 2)]


def test_the_first_refused_row_stops_a_strict_load(database: Database, tmp_path: Path) -> None:
    prepare(database)
    with pytest.raises(BadRowError, match="found 2025-13"):
        load(database, open_dataset(write(tmp_path, "t.csv", TABLE)), strict=True)
    assert database.read("MATCH (s:Snapshot) RETURN count(s)").rows == [[0]]


def test_a_strict_load_that_stops_after_a_commit_tells_how_to_take_it_back(database: Database, tmp_path: Path) -> None:
    prepare(database)
    many = "".join(f"ann,a/r{number},2025-04,1\n" for number in range(BATCH))
    table = f"login,repository,month,commits\n{many}bob,a/b,2025-13,1\n"
    with pytest.raises(BadRowError, match="found 2025-13") as caught:
        load(database, open_dataset(write(tmp_path, "t.csv", table)), strict=True)
    [[rows, state]] = database.read("MATCH (s:Snapshot) RETURN s.rows_in, s.state").rows
    assert rows
    assert state == "loading"
    assert caught.value.hint.startswith(f"{rows} rows before it are in the graph; `ossatlas unload 't:t:")


def test_a_second_time_changes_nothing(database: Database, tmp_path: Path) -> None:
    prepare(database)
    table = open_dataset(write(tmp_path, "t.csv", TABLE))
    assert [load(database, table).already for _ in range(2)] == [False, True]


def test_a_refresh_takes_the_older_reading_back(database: Database, tmp_path: Path) -> None:
    prepare(database)
    load(database, open_dataset(write(tmp_path, "t.csv", TABLE)))
    newer = TABLE.replace("ann,a/b,2025-04,3", "dan,a/b,2025-04,4")
    load(database, open_dataset(write(tmp_path, "t.csv", newer)), refresh=True)
    found = database.read("MATCH (d:Developer)-[c:CONTRIBUTED_TO]->() RETURN d.login, c.commits ORDER BY d.login")
    assert [tuple(row) for row in found.rows] == [("cid", 2), ("dan", 4)]
    assert database.read("MATCH (s:Snapshot) RETURN count(s)").rows == [[1]]


def test_of_two_readings_the_newer_stays_in_whatever_order_they_come(database: Database, tmp_path: Path) -> None:
    prepare(database)
    old = reading(tmp_path, "2025-04-01", TABLE)
    new = reading(tmp_path, "2025-05-01", TABLE.replace("ann", "dan"))
    for order in ((old, new), (new, old), (new, old, new)):
        told = [load(database, dataset).newer for dataset in order]
        found = database.read("MATCH (d:Developer)-[:CONTRIBUTED_TO]->() RETURN d.login ORDER BY d.login").rows
        assert found == [["cid"], ["dan"]]
        assert ("2025-05-01" in told) == (order[0] is new)
        unload(database, "t")


def reading(folder: Path, day: str, table: str) -> Dataset:
    """A reading that stands for a day, and takes the place of older ones."""
    (folder / day).mkdir()
    return replace(open_dataset(write(folder / day, "t.csv", table), as_of=day), replaces=True)


def test_datasets_are_large_by_all_the_rows_that_are_known_of(tmp_path: Path) -> None:
    dataset = open_dataset(write(tmp_path, "t.csv", TABLE))
    half = replace(dataset, rows=LARGE // 2 + 1)
    assert not is_large([half, replace(dataset, rows=None)])
    assert is_large([half, half])
