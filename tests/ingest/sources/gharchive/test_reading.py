"""One input into the store: what is kept of it, and what is told."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from graph.errors import StorageError
from ingest.sources.gharchive.extract import COLUMNS
from ingest.sources.gharchive.reading import Reader
from ingest.sources.gharchive.selection import Selection
from tests.ingest.sources.gharchive.archive import ANN, BEN, ONE, TWO, event, merged, push, text, write

CHOICES = [
    (Selection("all"), 3),
    (Selection("organizations", ("team",)), 2),
    (Selection("repositories", ("team/one",)), 1),
    (Selection("repositories", (), (20, 30)), 2),
    (Selection("repositories", ("team/one",), (20,)), 2),
    (Selection("repositories", ("nobody/none",)), 0),
]


@pytest.mark.parametrize(("selection", "kept"), CHOICES)
def test_events_of_the_selection_are_kept_and_all_are_counted(tmp_path: Path, selection: Selection, kept: int) -> None:
    hour = write(tmp_path / "1.json.gz", [push(what=what) for what in (ONE, TWO, (30, "Other/Three"))])
    with Reader(selection, tmp_path / "work") as reader:
        told = reader.read(hour, tmp_path / "events.parquet")
    assert (told.events, told.kept) == (3, kept)
    assert pq.read_metadata(tmp_path / "events.parquet").num_rows == kept
    assert pq.read_schema(tmp_path / "events.parquet").names == list(COLUMNS)


def test_faults_are_counted_each_as_what_it_is(tmp_path: Path) -> None:
    nobody, nowhere, never = push(n=2), push(n=3), push(n=4)
    nobody["actor"], nowhere["repo"], never["created_at"] = {}, {"id": 1, "name": "no name"}, "2021-02-30T00:00:00Z"
    lines = text([push(ANN), push(ANN), nobody, nowhere, never, merged(1, ANN, BEN)]) + b"<html>\n"
    with Reader(Selection("all"), tmp_path / "work") as reader:
        told = reader.read(write(tmp_path / "1.json.gz", lines), tmp_path / "events.parquet")
    assert (told.lines, told.events, told.doubles, told.no_event) == (7, 5, 1, 1)
    assert (told.no_actor, told.no_repository, told.no_time) == (1, 1, 1)
    assert (told.kept, told.merged) == (2, 1)


def test_an_input_leaves_nothing_for_the_next(tmp_path: Path) -> None:
    with Reader(Selection("all"), tmp_path / "work") as reader:
        for number in (3, 1):
            hour = write(tmp_path / f"{number}.json.gz", [push(n=at) for at in range(number)])
            assert reader.read(hour, tmp_path / "events.parquet").events == number
    assert not list(tmp_path.glob("*.part"))


def test_types_that_count_for_nothing_are_told_and_not_kept(tmp_path: Path) -> None:
    hour = write(tmp_path / "1.json.gz", [event("ForkEvent"), push()])
    with Reader(Selection("all"), tmp_path / "work") as reader:
        told = reader.read(hour, tmp_path / "events.parquet")
    assert (told.types, told.kept) == ({"ForkEvent": 1, "PushEvent": 1}, 1)


def test_a_file_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with (
        Reader(Selection("all"), tmp_path / "work") as reader,
        pytest.raises(StorageError, match=r"1\.json\.gz cannot"),
    ):
        reader.read(tmp_path / "1.json.gz", tmp_path / "events.parquet")
