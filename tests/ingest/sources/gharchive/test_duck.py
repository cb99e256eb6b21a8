"""The engine of one machine: few inputs at a time, and tables through files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq

from ingest.sources.gharchive.duck import Duck
from ingest.sources.gharchive.engines import Job, open_engine
from ingest.sources.gharchive.selection import Selection
from tests.ingest.sources.gharchive.archive import push, write

ALL = Selection("all")


def jobs(tmp_path: Path, number: int) -> list[Job]:
    return [
        Job(
            str(at),
            write(tmp_path / f"{at}.json.gz", [push(n=one) for one in range(at + 1)]),
            tmp_path / f"{at}.parquet",
        )
        for at in range(number)
    ]


def test_every_input_is_read_and_told_of_its_own_job(tmp_path: Path) -> None:
    with Duck(tmp_path / "work", readers=2) as duck:
        told = {job.hash: summary.events for job, summary in duck.read(jobs(tmp_path, 5), ALL, tmp_path / "work")}
    assert told == {str(at): at + 1 for at in range(5)}
    assert [pq.read_metadata(tmp_path / f"{at}.parquet").num_rows for at in range(5)] == [1, 2, 3, 4, 5]


def test_no_more_inputs_are_taken_up_than_there_are_readers(tmp_path: Path) -> None:
    taken = []

    def asked() -> Iterator[Job]:
        for job in jobs(tmp_path, 9):
            taken.append(job.hash)
            yield job

    with Duck(tmp_path / "work", readers=2) as duck:
        read = duck.read(asked(), ALL, tmp_path / "work")
        next(read)
        assert len(taken) <= 4
        read.close()  # type: ignore[attr-defined]


def test_a_table_is_written_and_read_again(tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    [job] = jobs(tmp_path, 1)
    with open_engine("duckdb", tmp_path / "work", "", None) as duck:
        list(duck.read([job], ALL, tmp_path / "work"))
        events = duck.table([job.target])
        [path] = duck.write(events.filter(events["actor"] == "ann").select("actor", "repository"), tmp_path / "it's")
    assert pq.read_table(path).to_pylist() == [{"actor": "ann", "repository": "team/one"}]
