"""The Parquet file of `aggregate`: of what is named in one call, with what it rests on; and nothing is left behind."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from ingest.desk import Desk, Step
from ingest.sources.gharchive import aggregate
from ingest.sources.gharchive.output import COLUMNS, PREFIX
from ingest.sources.gharchive.store import PASSING
from tests.ingest.sources.gharchive.archive import ANN, BEN, ONE, TWO, cut, merged_lately, opened, push, text, write
from tests.ingest.sources.gharchive.conftest import MakeDesk
from tests.ingest.sources.gharchive.loads import load


def told(output: Path) -> dict[str, object]:
    """The metadata of the file; lists are read."""
    held = {key.decode(): value.decode() for key, value in pq.read_schema(output).metadata.items()}
    words = {key.removeprefix(PREFIX): value for key, value in held.items() if key.startswith(PREFIX)}
    return {key: json.loads(value) if value.startswith("[") else value for key, value in words.items()}


def test_only_what_is_named_is_counted_whatever_was_loaded_or_aggregated_before(
    tmp_path: Path, desk: Desk, samples: Path
) -> None:
    large = samples / "2015-01-01-0.json.gz"
    small = write(tmp_path / "2015-01-01-1.json.gz", [push(ANN, ONE, "2015-01-01T01:00:00Z", n=at) for at in range(9)])
    load(desk, large)
    before = {path: path.stat().st_mtime_ns for path in desk.folder.rglob("*") if path.is_file()}
    assert aggregate([str(large)], desk, tmp_path / "large.parquet", all=True) == 3902
    assert aggregate([str(small)], desk, tmp_path / "small.parquet", all=True) == 1
    assert [row["pushes"] for row in pq.read_table(tmp_path / "small.parquet").to_pylist()] == [9]
    assert {path: path.stat().st_mtime_ns for path in desk.folder.rglob("*") if path.is_file()} == before


def test_what_was_aggregated_is_not_loaded(tmp_path: Path, desk: Desk) -> None:
    one, other = (write(tmp_path / f"2021-07-21-{hour}.json.gz", [push(n=hour)]) for hour in (6, 7))
    aggregate([str(one)], desk, tmp_path / "pairs.parquet", all=True)
    assert "2021-07: 1 event, 1 pair of developer and repository" in load(desk, other)[0].notes


def test_who_opened_a_pull_request_is_looked_up_in_what_is_named_alone(tmp_path: Path, desk: Desk) -> None:
    before = write(tmp_path / "2025-11-30-1.json.gz", [opened(4, ANN, at="2025-11-30T01:00:00Z")])
    after = write(tmp_path / "2025-12-02-2.json.gz", [merged_lately(4, BEN)])
    load(desk, before)
    rows = {}
    for name, files in (("alone", [after]), ("both", [before, after])):
        aggregate([str(file) for file in files], desk, tmp_path / f"{name}.parquet", all=True)
        table = pq.read_table(tmp_path / f"{name}.parquet").to_pylist()
        rows[name] = {row["developer"] for row in table if row["merged_prs"]}
    assert rows == {"alone": set(), "both": {"ann"}}


def test_faults_and_gaps_are_told_as_a_load_tells_them(tmp_path: Path, make_desk: MakeDesk) -> None:
    said: list[str] = []
    desk = replace(make_desk(), warn=said.append)
    files = [
        write(tmp_path / "2021-07-21-6.json.gz", b"<html>\n" + text([push(), push()])),
        write(tmp_path / "2021-07-21-7.json.gz", [push(BEN, TWO, n=at) for at in range(300)]),
    ]
    files[1].write_bytes(cut(files[1].read_bytes()))
    aggregate([str(file) for file in files], desk, tmp_path / "pairs.parquet", all=True)
    [july] = load(make_desk(tmp_path / "other"), *files)
    by_load = [note for note in july.notes if "answers take another source" not in note]
    assert said == [f"GH Archive 2021-07, all repositories: {words}" for words in (*by_load, *july.origin.gaps)]
    for fault in ("1 event that came twice", "1 line that is not an event", "1 file that breaks off"):
        assert any(fault in one for one in said)
    assert any("2 of 744 hours were read, 1 of them not as a whole; nothing is known of" in one for one in said)


def test_the_file_tells_what_it_rests_on(tmp_path: Path, desk: Desk) -> None:
    chosen = tmp_path / "list.txt"
    chosen.write_text("team/one\nteam/two\n")
    hours = [write(tmp_path / f"2021-07-21-{hour}.json.gz", [push(n=hour)]) for hour in (6, 7, 9)]
    later = write(tmp_path / "2021-10-01-0.json.gz", [push(at="2021-10-01T00:00:00Z")])
    aggregate([str(one) for one in (*hours, later)], desk, tmp_path / "pairs.parquet", repositories=chosen)
    found = told(tmp_path / "pairs.parquet")
    assert found["selection"] == "2 repositories"
    assert found["months"] == ["2021-07", "2021-10"]
    assert found["hours_read"] == ["2021-07-21T06 to 2021-07-21T07", "2021-07-21T09", "2021-10-01T00"]
    assert "2021-10: the archive is known to have lost events of this month" in str(found["gaps"])
    assert pq.read_table(tmp_path / "pairs.parquet").column_names == list(COLUMNS)


def test_a_run_that_was_broken_off_goes_on_and_leaves_nothing(tmp_path: Path, make_desk: MakeDesk) -> None:
    files = [str(write(tmp_path / f"2021-07-21-{hour}.json.gz", [push(n=hour)])) for hour in range(6)]
    room = make_desk().folder / "gharchive" / PASSING
    kept: list[set[tuple[str, int]]] = []

    def events() -> set[tuple[str, int]]:
        [ledger] = room.rglob("ledger.sqlite")
        with closing(sqlite3.connect(ledger)) as held:  # what is under way is not in it yet, and is read again
            paths = [
                ledger.parent / "events" / f"{hash_}.parquet" for (hash_,) in held.execute("SELECT hash FROM input")
            ]
        return {(path.name, path.stat().st_mtime_ns) for path in paths}

    def breaking(step: Step) -> None:
        if step.done == 3:
            kept.append(events())
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        aggregate(files, replace(make_desk(), report=breaking), tmp_path / "pairs.parquet", all=True)
    assert len(kept[0]) == 3
    going_on = replace(make_desk(), report=lambda _: kept.append(events()))
    assert aggregate(files, going_on, tmp_path / "pairs.parquet", all=True) == 1
    assert kept[0] <= kept[-1]
    assert len(kept[-1]) == 6
    assert not list(room.iterdir())
    assert [row["pushes"] for row in pq.read_table(tmp_path / "pairs.parquet").to_pylist()] == [6]


def test_a_file_that_changed_since_a_run_was_broken_off_counts_as_it_is_now(
    tmp_path: Path, make_desk: MakeDesk
) -> None:
    hour = write(tmp_path / "2021-07-21-6.json.gz", [push(n=at) for at in range(5)])

    def breaking(_: Step) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        aggregate([str(hour)], replace(make_desk(), report=breaking), tmp_path / "pairs.parquet", all=True)
    write(hour, [push(n=9)])
    aggregate([str(hour)], make_desk(), tmp_path / "pairs.parquet", all=True)
    assert [row["pushes"] for row in pq.read_table(tmp_path / "pairs.parquet").to_pylist()] == [1]
