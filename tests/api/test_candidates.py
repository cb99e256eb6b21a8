"""Candidates round after round, with a review list that decides."""

from __future__ import annotations

from pathlib import Path

import pytest

from api.candidates import merged, search
from api.review import COLUMNS, Review, Row
from graph.database import Database
from graph.errors import BadRowError
from ingest import records
from tests.cypher.queries.projects.around import SEEDS, make
from tests.cypher.queries.told import Told

LIST = Path("list.csv")
ASKED = {"seeds": SEEDS}


@pytest.fixture
def seeds(database: Database) -> Database:
    return make(database)


def listed(*rows: tuple[str, str, str]) -> Review:
    """A review list with these repositories, verdicts and words."""
    told = [{"repository": name, "verdict": verdict, "why": why, "round": "9"} for name, verdict, why in rows]
    return Review(LIST, COLUMNS, tuple(Row(cells, line) for line, cells in enumerate(told, start=2)))


def cells(rows: list[Row], *names: str) -> list[tuple[str, ...]]:
    return [tuple(row.cells[name] for name in names) for row in rows]


def test_what_passes_brings_the_next_until_nothing_new_passes(seeds: Database) -> None:
    found = search(seeds, ASKED, listed())
    rounds = [[candidate.row["repository"] for candidate in new] for new in found.rounds(10)]
    assert (rounds, found.settled) == ([["near/first"], ["near/second"]], True)
    rows = merged(listed(), found)
    assert cells(rows, "repository", "verdict", "why", "round", "shared") == [
        ("near/first", "open", "", "1", "3"), ("near/second", "open", "", "2", "3"),
    ]  # fmt: skip
    assert rows[0].cells["lift"] == "10.88"
    assert rows[0].cells["seeds"] == "seed/one 3, seed/two 1"


def test_it_stops_where_no_more_rounds_are_allowed(seeds: Database) -> None:
    found = search(seeds, ASKED, listed())
    assert (len(list(found.rounds(1))), found.settled) == (1, False)


def test_what_is_rejected_brings_nothing_and_keeps_its_words(seeds: Database) -> None:
    review = listed(("near/first", "reject", "a copy"))
    found = search(seeds, ASKED, review)
    assert (list(found.rounds(10)), found.settled) == ([], True)
    assert cells(merged(review, found), "repository", "verdict", "why", "round") == [
        ("near/first", "reject", "a copy", "9")
    ]


def test_what_is_accepted_counts_as_a_seed_from_the_start(seeds: Database) -> None:
    review = listed(("near/first", "accept", "core"))
    found = search(seeds, ASKED, review)
    assert [[candidate.row["repository"] for candidate in new] for new in found.rounds(10)] == [["near/second"]]
    assert cells(merged(review, found), "repository", "verdict", "why", "round") == [
        ("near/first", "accept", "core", "9"), ("near/second", "open", "", "1"),
    ]  # fmt: skip


def test_open_rows_are_renewed_and_lose_their_round_where_they_pass_no_more(seeds: Database) -> None:
    review = listed(
        ("far/away", "open", "ask ann"), ("Near/First", "open", "looks good"), ("not/loaded", "accept", "?")
    )
    found = search(seeds, ASKED, review)
    assert len(list(found.rounds(10))) == 2
    assert cells(merged(review, found), "repository", "why", "round") == [
        ("far/away", "ask ann", ""), ("Near/First", "looks good", "1"), ("not/loaded", "?", "9"),
        ("near/second", "", "2"),
    ]  # fmt: skip


def test_a_former_name_is_the_same_repository(seeds: Database) -> None:
    told = Told("renames", "reference")
    told.others.append(records.repository("near/first", told.where, former=("near/before",)))
    told.load(seeds)
    review = listed(("near/before", "reject", "renamed"))
    assert list(search(seeds, ASKED, review).rounds(10)) == []
    with pytest.raises(BadRowError, match=r"list.csv:3: verdict: found accept, expected reject as in line 2"):
        search(seeds, ASKED, listed(("near/before", "reject", ""), ("near/first", "accept", "")))
