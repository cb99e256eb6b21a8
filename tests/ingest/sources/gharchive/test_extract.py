"""Events out of lines: fast where they are as today, with care where they are not, the same from both."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pyarrow as pa
import pytest

from ingest.sources.gharchive.extract import CAREFUL, COLUMNS, EVENTS, LINES, quoted
from tests.ingest.sources.gharchive.archive import ANN, BEN, ONE, Event, merged, opened, push, text, timeline

Rows = list[dict[str, object]]


def told(statement: str, *lines: bytes) -> Rows:
    with duckdb.connect() as store:
        store.execute("SET TimeZone = 'UTC'")
        store.register(LINES, pa.table({"line": pa.array([line.decode() for line in lines], pa.string())}))
        rows = store.execute(statement).fetchall()
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows]


@pytest.mark.parametrize("event", [push(), opened(3, ANN, title="x"), merged(4, ANN, BEN)])
def test_events_of_today_are_the_same_fast_and_with_care(event: Event) -> None:
    assert told(EVENTS, text([event])) == told(CAREFUL, text([event]))


def test_a_merged_pull_request_tells_its_number_and_who_opened_it() -> None:
    [row] = told(EVENTS, text([merged(4, ANN, BEN)]))
    assert (row["number"], row["merged"], row["author"], row["author_id"], row["account_type"]) == (
        4, True, "ann", 1, "User",
    )  # fmt: skip
    assert (row["actor"], row["repository_id"], row["repository"], row["action"]) == ("ben", *ONE, "closed")


def test_an_event_of_the_timeline_is_told_in_the_same_columns() -> None:
    [row] = told(CAREFUL, text([timeline(push())]))
    assert (row["actor"], row["actor_id"], row["repository"], row["moment"]) == (
        "ann", None, "team/one", "2021-07-21T06:00:00Z",
    )  # fmt: skip
    assert len(str(row["id"])) == 32  # it has none: the hash of its line


def test_what_is_no_event_is_a_row_of_nothing_and_a_blank_line_is_none() -> None:
    [row] = told(CAREFUL, b"<html>", b" \t")
    assert (row["type"], row["moment"], row["actor"]) == (None, None, None)


def test_paths_are_quoted() -> None:
    assert quoted(Path("it's")) == "'it''s'"
