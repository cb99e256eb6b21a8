"""Accounts that did too much for a person, by all repositories of a month that are known."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from ingest.bots import MOST_ACTIONS
from ingest.desk import Desk
from ingest.sources.gharchive import aggregate
from tests.ingest.sources.gharchive.archive import ANN, BEN, ONE, TWO, Actor, Event, event, push, write
from tests.ingest.sources.gharchive.loads import edges, load


def comments(who: Actor, number: int) -> list[Event]:
    """Comments in two repositories by turns."""
    return [
        event("IssueCommentEvent", who, (ONE, TWO)[at % 2], action="created", comment={"id": at})
        for at in range(number)
    ]


def bots(desk: Desk, hour: Path) -> dict[object, object]:
    """Login and evidence of every developer who is told of."""
    told = edges(load(desk, hour, all=True))
    return {one.start.props["login"]: one.start.props.get("bot_reason") for one in told}


@pytest.mark.parametrize(("number", "reason"), [(MOST_ACTIONS, None), (MOST_ACTIONS + 2, "3,002 actions in 2021-07")])
def test_an_account_is_a_machine_by_what_it_did_in_all_repositories(
    desk: Desk, tmp_path: Path, number: int, reason: str | None
) -> None:
    hour = write(tmp_path / "2021-07-21-6.json.gz", [*comments(ANN, number), push(BEN)])
    told = bots(desk, hour)
    assert told["ben"] is None
    assert told["ann"] == (f"{reason}, more than 3,000" if reason else None)


def test_pushes_come_in_heaps_from_people_as_well(desk: Desk, tmp_path: Path) -> None:
    hour = write(tmp_path / "2021-07-21-6.json.gz", [push(ANN, size=at) for at in range(2 * MOST_ACTIONS)])
    assert bots(desk, hour) == {"ann": None}


def test_the_file_of_pairs_tells_the_same(desk: Desk, tmp_path: Path) -> None:
    hour = write(tmp_path / "2021-07-21-6.json.gz", [*comments(ANN, 2 * MOST_ACTIONS), push(BEN)])
    aggregate([str(hour)], desk, tmp_path / "pairs.parquet", all=True)
    rows = pq.read_table(tmp_path / "pairs.parquet").to_pylist()
    assert {row["developer"]: row["bot_reason"] for row in rows} == {
        "ann": "6,000 actions in 2021-07, more than 3,000",
        "ben": "",
    }
