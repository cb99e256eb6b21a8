"""Forks with commits of their own."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import httpx

from ingest.sources.github.parts.forks import MOST_FORKS, PARENT, PART, fetch_forks, fetch_parent
from ingest.web.replies import Json
from tests.ingest.sources.github.stored import FACTS, reading_of, service_of
from tests.ingest.web.answering import Service

MADE, PUSHED = "2024-01-01T00:00:00Z", "2024-02-01T00:00:00Z"


def fork(number: int, pushed: str = PUSHED) -> Json:
    owner: Json = {"login": f"dev-{number}", "id": number, "type": "User"}
    told: dict[str, Json] = {"id": number, "full_name": f"dev-{number}/engine", "owner": owner, "created_at": MADE}
    return {**told, "pushed_at": pushed, "default_branch": "feat/x"}


def answering(forks: list[Json]) -> Service:
    """Forks that are ahead by their number; number 4 has no common history."""

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/forks"):
            return httpx.Response(200, json=forks)
        number = int(request.url.path.split("dev-")[1].split(":")[0])
        return httpx.Response(404) if number == 4 else httpx.Response(200, json={"ahead_by": number - 1})

    return Service(answer)


def rows(service: Service, folder: Path) -> Json:
    reading = reading_of(service_of(service), folder)
    with ThreadPoolExecutor(2) as pool:
        fetch_forks(reading, pool)
    return reading.cursor.of(PART)["rows"]


def test_forks_that_are_ahead_are_kept(tmp_path: Path) -> None:
    service = answering([fork(1), fork(2), fork(3, MADE), fork(4)])
    assert rows(service, tmp_path) == [[2, "dev-2/engine", 1]]
    assert len(service.asked) == 4  # the one that was never pushed to is not compared
    assert service.asked[1].url.raw_path.startswith(b"/repositories/7/compare/main...dev-1:feat%2Fx")


def test_what_was_not_pushed_to_is_not_compared_again(tmp_path: Path) -> None:
    rows(answering([fork(2), fork(5)]), tmp_path)
    again = answering([fork(2), fork(5, "2024-03-01T00:00:00Z")])
    assert rows(again, tmp_path) == [[2, "dev-2/engine", 1], [5, "dev-5/engine", 4]]
    assert len(again.asked) == 2


def test_comparisons_are_bounded(tmp_path: Path) -> None:
    service = answering([fork(n) for n in range(10, 110)])
    rows(service, tmp_path)
    assert len(service.asked) == MOST_FORKS + 1


def test_a_fork_knows_how_far_it_is_ahead_of_what_it_came_from(tmp_path: Path) -> None:
    service = Service([httpx.Response(200, json={"ahead_by": 3})])
    facts = replace(FACTS, parent="base/engine", parent_id=9, parent_branch="trunk")
    reading = reading_of(service_of(service), tmp_path, facts=facts)
    fetch_parent(reading)
    assert reading.cursor.of(PARENT) == {"ahead": 3}
    assert service.asked[0].url.path == "/repositories/9/compare/trunk...acme:main"
