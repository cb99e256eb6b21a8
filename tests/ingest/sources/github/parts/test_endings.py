"""Who closed and who merged, out of the events of a repository."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from ingest.sources.github.models import Happening
from ingest.sources.github.parts.endings import ending_rows, fetch_endings, know_endings
from ingest.web.replies import Json, RefusedError
from tests.ingest.sources.github.stored import reading_of, service_of
from tests.ingest.web.answering import Service


def event(number: int, kind: str, issue: int, minute: int, actor: str | None = "ann") -> dict[str, Json]:
    """An event as REST writes it."""
    who: Json = {"login": actor, "id": 1, "type": "User"} if actor else None
    when = f"2024-01-01T00:{minute:02d}:00Z"
    return {"id": number, "event": kind, "created_at": when, "actor": who, "issue": {"number": issue}}


def test_the_last_of_each_kind_counts_and_other_events_do_not() -> None:
    told = [
        event(4, "closed", 1, 9, "ben"), event(3, "labeled", 1, 8), event(2, "closed", 1, 7), event(1, "merged", 2, 6),
        event(5, "closed", 3, 9, None),
    ]  # fmt: skip
    rows = ending_rows(Happening.model_validate(row) for row in told)
    assert {(row["number"], row["kind"], row["actor"]) for row in rows} == {(1, "closed", "ben"), (2, "merged", "ann")}


def test_pages_go_down_to_what_is_known(tmp_path: Path) -> None:
    pages: dict[int, list[dict[str, Json]]] = {
        1: [event(200 - n, "closed", n + 1, 50) for n in range(100)],
        2: [event(1, "closed", 300, 10)],
    }

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json=pages[int(request.url.params["page"])])

    service = Service(answer)
    reading = reading_of(service_of(service), tmp_path)
    fetch_endings(reading)
    assert len(service.asked) == 2
    pages[1] = [event(999, "closed", 400, 55), *pages[1][:98], event(1, "closed", 300, 10)]
    fetch_endings(reading)
    assert len(service.asked) == 3
    assert reading.cursor.text("endings", "since") == "2024-01-01T00:55:00Z"


def test_an_end_that_github_sets_is_noted(tmp_path: Path) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.params["page"] == "2":
            return httpx.Response(422, json={"message": "pagination is limited for this resource"})
        return httpx.Response(200, json=[event(n, "closed", n + 1, 50) for n in range(1, 101)])

    reading = reading_of(service_of(Service(answer)), tmp_path)
    fetch_endings(reading)
    assert reading.cursor.of("endings")["cut"] is True


def test_a_refusal_of_the_first_page_is_an_error(tmp_path: Path) -> None:
    reading = reading_of(service_of(Service(lambda _: httpx.Response(422))), tmp_path)
    with pytest.raises(RefusedError):
        fetch_endings(reading)


def test_what_graphql_told_is_not_asked_for_again_and_no_longer_cut(tmp_path: Path) -> None:
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.params["page"])
        return httpx.Response(200, json=[event(200 - n, "closed", n + 1, 50) for n in range(100)])

    reading = reading_of(service_of(Service(answer)), tmp_path)
    reading.cursor.put("endings", cut=True, mode="", **{"from": "2024-02-01T00:00:00Z"})
    reading.cursor.put("issues", **{"from": "", "mode": "graphql", "since": "2024-01-01T00:55:00Z"})
    reading.cursor.put("pulls", **{"from": "", "mode": "reviews", "since": "2024-01-01T00:58:00Z"})
    know_endings(reading.cursor)
    assert reading.cursor.of("endings") == {"from": "", "mode": "", "since": "2024-01-01T00:55:00Z"}
    fetch_endings(reading)
    assert asked == ["1"]
    assert "cut" not in reading.cursor.of("endings")


def test_lists_without_a_row_tell_of_no_time(tmp_path: Path) -> None:
    cursor = reading_of(service_of(Service([])), tmp_path).cursor
    cursor.put("issues", **{"from": "", "mode": "graphql", "since": ""})
    know_endings(cursor)
    assert cursor.of("endings") == {"from": "", "mode": "", "since": ""}
