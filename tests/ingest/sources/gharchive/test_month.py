"""A month as one sorted file: made once, made anew when inputs change, each fact beside it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ingest.desk import Desk
from ingest.sources.gharchive.month import Month, make_month, pairs_of
from ingest.sources.gharchive.opening import Session, Wish, session
from ingest.sources.gharchive.selection import Selection
from tests.ingest.sources.gharchive.archive import ANN, BEN, ONE, TWO, merged_lately, push, timeline, write

ALL = Selection("all")


@contextmanager
def opened(desk: Desk, *files: Path, selection: Selection = ALL) -> Iterator[Session]:
    with session(Wish(tuple(map(str, files)), selection), desk) as at:
        yield at


def made(desk: Desk, *files: Path, selection: Selection = ALL) -> Month:
    with opened(desk, *files, selection=selection) as at:
        return make_month(at.store, at.engine, at.months[-1], selection)


def test_rows_are_sorted_by_repository_then_developer_those_without_an_id_last(tmp_path: Path, desk: Desk) -> None:
    old = timeline(push((0, "zoe"), ONE))
    month = made(desk, write(tmp_path / "2021-07-21-6.json.gz", [push(BEN, TWO), old, push(BEN, ONE), push(ANN, ONE)]))
    assert [(row["repository"], row["developer"]) for row in pairs_of(month.path)] == [
        ("team/one", "ann"), ("team/one", "ben"), ("team/one", "zoe"), ("team/two", "ben"),
    ]  # fmt: skip


def test_a_month_is_made_once_and_anew_when_there_is_more_of_it(tmp_path: Path, desk: Desk) -> None:
    one = write(tmp_path / "2021-07-21-6.json.gz", [push()])
    first = made(desk, one)
    written = first.path.stat().st_mtime_ns
    assert made(desk, one) == first
    assert first.path.stat().st_mtime_ns == written
    second = made(desk, write(tmp_path / "2021-07-21-7.json.gz", [push(BEN)]))
    assert (second.path != first.path, first.path.exists(), second.rows) == (True, False, 2)
    assert json.loads(second.path.with_suffix(".json").read_text())["content"] == second.content


def test_doubles_and_merged_pull_requests_of_nobody_are_counted(tmp_path: Path, desk: Desk) -> None:
    twice = push(at="2025-12-02T01:00:00Z")
    files = [
        write(tmp_path / "2025-12-02-1.json.gz", [twice]),
        write(tmp_path / "2025-12-02-2.json.gz", [twice, merged_lately(5, BEN)]),
    ]
    month = made(desk, *files)
    assert (month.doubles, month.unknown) == (1, 1)


def test_a_list_tells_the_repositories_that_were_seen_with_all_their_names(tmp_path: Path, desk: Desk) -> None:
    selection = Selection("repositories", (), (10, 20))
    hour = write(
        tmp_path / "2021-07-21-6.json.gz", [push(n=1), push(ANN, (10, "Team/Uno"), "2021-07-21T06:30:00Z"), push(n=3)]
    )
    assert made(desk, hour, selection=selection).seen == ((10, "Team/Uno", ("team/one", "team/uno")),)
    assert made(desk, hour).seen == ()


def test_a_month_without_an_event_of_the_selection_is_empty_and_whole(tmp_path: Path, desk: Desk) -> None:
    month = made(
        desk, write(tmp_path / "2021-07-21-6.json.gz", [push()]), selection=Selection("organizations", ("nobody",))
    )
    assert (month.rows, list(pairs_of(month.path))) == (0, [])
