"""Issues, and REST's pull requests among them, on their way into the store."""

from __future__ import annotations

from pathlib import Path

import httpx

from ingest.sources.github.counting import Window, counted
from ingest.sources.github.parts.issues import PART, fetch_issues
from ingest.web.replies import Json
from tests.ingest.sources.github.stored import ID, github_of, reading_of

OPENED, CLOSED = "2024-01-10T00:00:00Z", "2024-02-10T00:00:00Z"
ANN: Json = {"login": "ann", "id": 1, "type": "User", "__typename": "User", "databaseId": 1}
BEN: Json = {"login": "ben", "id": 2, "type": "User", "__typename": "User", "databaseId": 2}


def by_rest(_: httpx.Request) -> Json:
    row: dict[str, Json] = {"created_at": OPENED, "updated_at": CLOSED, "closed_at": CLOSED, "user": ANN}
    pull: Json = {"merged_at": CLOSED}
    return [
        {**row, "number": 1, "closed_by": BEN},
        {**row, "number": 2, "pull_request": pull, "labels": [{"name": "x"}]},
    ]


def by_graphql(_: httpx.Request) -> Json:
    row: Json = {
        "number": 1, "createdAt": OPENED, "updatedAt": CLOSED, "closedAt": CLOSED, "author": ANN,
        "timelineItems": {"nodes": [{"createdAt": CLOSED, "actor": BEN}]},
    }  # fmt: skip
    page: Json = {"totalCount": 1, "pageInfo": {"hasNextPage": False, "endCursor": "c"}, "nodes": [row]}
    return {"data": {"repository": {"issues": page}}}


def counts_of(folder: Path, *, token: bool) -> dict[tuple[str, str], dict[str, int]]:
    """What the answers come to."""
    reading = reading_of(github_of(by_graphql if token else by_rest, token=token), folder)
    fetch_issues(reading)
    assert reading.cursor.text(PART, "since") == CLOSED
    with counted(reading.store, ID, Window()) as counts:
        return {(pair.developer, pair.month): dict(pair.counts) for pair in counts.pairs("acme/engine", ID)}


def test_rest_lists_pull_requests_among_issues(tmp_path: Path) -> None:
    assert counts_of(tmp_path, token=False) == {
        ("ann", "2024-01"): {"opened_issues": 1, "opened_prs": 1},
        ("ann", "2024-02"): {"merged_prs": 1},
        ("ben", "2024-02"): {"closed_issues": 1},
    }


def test_graphql_knows_who_closed(tmp_path: Path) -> None:
    assert counts_of(tmp_path, token=True) == {
        ("ann", "2024-01"): {"opened_issues": 1},
        ("ben", "2024-02"): {"closed_issues": 1},
    }


def test_the_other_way_of_asking_begins_anew(tmp_path: Path) -> None:
    counts_of(tmp_path, token=False)
    asked: list[bytes] = []

    def answer(request: httpx.Request) -> Json:
        asked.append(request.content)
        return by_graphql(request)

    fetch_issues(reading_of(github_of(answer, token=True), tmp_path))
    assert b'"since":null' in asked[0].replace(b" ", b"")
