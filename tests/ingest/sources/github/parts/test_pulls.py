"""Pull requests from the newest change down, and again for what changed meanwhile."""

from __future__ import annotations

import json
from pathlib import Path

import httpx
import pytest

from ingest.sources.github.counting import Window, counted
from ingest.sources.github.parts.pulls import MOST_PASSES, PART, fetch_pulls
from ingest.sources.github.plan import Plan
from ingest.sources.github.reading import Reading
from ingest.web.replies import Json
from tests.ingest.sources.github.stored import ID, reading_of, service_of
from tests.ingest.web.answering import Service

SIZE = 2
ANN: Json = {"login": "ann", "__typename": "User", "databaseId": 1}
BEN: Json = {"login": "ben", "__typename": "User", "databaseId": 2}


def row(number: int, minute: int) -> dict[str, Json]:
    """A merged pull request with one review."""
    when = f"2024-01-01T00:{minute:02d}:00Z"
    review: Json = {"databaseId": number * 10, "state": "APPROVED", "submittedAt": when, "author": BEN}
    page: Json = {"nodes": [review], "pageInfo": {"hasNextPage": number == 7, "endCursor": "r"}}
    return {
        "number": number, "createdAt": when, "updatedAt": when, "mergedAt": when, "author": ANN, "mergedBy": BEN,
        "labels": {"nodes": [{"name": "x"}]}, "reviews": page,
    }  # fmt: skip


class Pulls:
    """A repository's pull requests, asked as GitHub is; `moved` changes some after the first page."""

    def __init__(self, count: int) -> None:
        self.rows = {n: row(n, n) for n in range(1, count + 1)}
        self.asked: list[dict[str, Json]] = []
        self.moved: dict[int, int] = {}
        self.refused: set[str] = set()

    def __call__(self, request: httpx.Request) -> httpx.Response:
        asked = json.loads(request.content)
        self.asked.append(asked["variables"])
        if "pullRequest(" in asked["query"]:
            late = row(70, 30)["reviews"]
            return httpx.Response(200, json={"data": {"repository": {"pullRequest": {"reviews": late}}}})
        after = asked["variables"]["after"] or "9999"
        if after in self.refused:
            self.refused.clear()
            return httpx.Response(200, json={"data": None, "errors": [{"type": "INVALID_CURSOR_ARGUMENTS"}]})
        found = sorted(self.rows.values(), key=lambda one: str(one["updatedAt"]), reverse=True)
        below = [one for one in found if str(one["updatedAt"]) < after or after == "9999"]
        shown = below[:SIZE]
        for number, minute in self.moved.items():
            self.rows[number] = row(number, minute)
        end: Json = {"hasNextPage": len(below) > SIZE, "endCursor": shown[-1]["updatedAt"] if shown else None}
        page: Json = {"nodes": list(shown), "pageInfo": end, "totalCount": len(found)}
        return httpx.Response(200, json={"data": {"repository": {"pullRequests": page}}})


def read(pulls: Pulls, folder: Path) -> Reading:
    """The reading of all that there is."""
    plan = Plan((), parts=frozenset({"pulls", "reviews"}))
    reading = reading_of(service_of(Service(pulls), token=True), folder, plan=plan)
    fetch_pulls(reading)
    return reading


def counts(reading: Reading) -> dict[str, int]:
    """All counts of the one month."""
    with counted(reading.store, ID, Window()) as found:
        total: dict[str, int] = {}
        for pair in found.pairs("acme/engine", ID):
            for name, count in pair.counts.items():
                total[name] = total.get(name, 0) + count
    return total


def test_all_are_read_with_mergers_and_reviews(tmp_path: Path) -> None:
    found = counts(read(Pulls(5), tmp_path))
    assert found == {"opened_prs": 5, "merged_prs": 5, "merged_others": 5, "reviews": 5}


def test_reviews_beyond_the_first_page_are_asked_for(tmp_path: Path) -> None:
    assert counts(read(Pulls(7), tmp_path))["reviews"] == 8


def test_a_second_reading_stops_at_what_is_known(tmp_path: Path) -> None:
    pulls = Pulls(9)
    read(pulls, tmp_path)
    pulls.asked.clear()
    pulls.rows[10] = row(10, 50)
    assert counts(read(pulls, tmp_path))["opened_prs"] == 10
    assert len(pulls.asked) == 4  # two pages down to what is known, reviews of one, and a look at the top


def test_what_changes_on_the_way_down_is_found_at_the_top(tmp_path: Path) -> None:
    pulls = Pulls(6)
    pulls.moved = {1: 40}
    assert counts(read(pulls, tmp_path))["opened_prs"] == 6


def test_a_repository_that_never_rests_is_left_after_some_passes(tmp_path: Path) -> None:
    pulls = Pulls(3)
    minute = iter(range(10, 60))
    busy = pulls.__call__

    def restless(request: httpx.Request) -> httpx.Response:
        pulls.rows[3] = row(3, next(minute))
        return busy(request)

    reading = reading_of(service_of(Service(restless), token=True), tmp_path, plan=Plan((), parts=frozenset({"pulls"})))
    fetch_pulls(reading)
    assert len(pulls.asked) <= MOST_PASSES * 3


@pytest.mark.parametrize("refused", [False, True])
def test_a_way_down_that_was_broken_off_goes_on_or_begins_anew(refused: bool, tmp_path: Path) -> None:  # noqa: FBT001
    pulls = Pulls(6)
    reading = reading_of(service_of(Service(pulls), token=True), tmp_path)
    top, after = str(pulls.rows[6]["updatedAt"]), str(pulls.rows[3]["updatedAt"])
    reading.cursor.put(PART, **{"from": "", "mode": "reviews", "after": after, "top": top})
    pulls.refused = {after} if refused else set()
    fetch_pulls(reading)
    assert pulls.asked[0]["after"] == after
    assert reading.cursor.text(PART, "since") == top
    assert reading.cursor.text(PART, "after") == ""
