"""Where the people of the seeds work besides."""

from __future__ import annotations

import httpx

from ingest.sources.github.neighbours import MOST_NEIGHBOURS, MOST_PEOPLE, merged_in, neighbours
from ingest.web.replies import Json
from tests.ingest.sources.github.stored import github_of, service_of
from tests.ingest.web.answering import Service

WORK = {"ann": ["acme/engine", "x/shared", "x/shared", "x/ann"], "ben": ["x/shared", "x/ben", "x/ben"], "cid": []}


def answer(request: httpx.Request) -> Json:
    login = request.url.params["q"].split()[0].removeprefix("author:")
    return {"items": [{"repository_url": f"https://x.test/repos/{name}"} for name in WORK[login]]}


def test_where_most_people_are_comes_first_then_where_most_was_merged() -> None:
    found = neighbours(github_of(answer), ["ann", "ben", "cid"], ["Acme/Engine"])
    assert found == ["x/shared", "x/ben", "x/ann"]


def test_the_search_asks_for_merged_public_work_since_a_day() -> None:
    service = Service(lambda _: httpx.Response(200, json={"items": []}))
    merged_in(service_of(service), "ann", "2025-02-01")
    assert service.asked[0].url.params["q"] == "author:ann type:pr is:merged is:public merged:>=2025-02-01"


def test_who_cannot_be_searched_for_has_none() -> None:
    assert merged_in(service_of(Service([httpx.Response(422)])), "gone") == []


def test_an_answer_without_items_has_none() -> None:
    assert merged_in(github_of(lambda _: {"total_count": 0}), "ann") == []


def test_people_and_repositories_are_bounded() -> None:
    asked: list[str] = []

    def many(request: httpx.Request) -> Json:
        asked.append(str(request.url))
        return {"items": [{"repository_url": f"https://x.test/repos/x/r{n}"} for n in range(MOST_NEIGHBOURS * 2)]}

    found = neighbours(github_of(many), [f"dev-{n}" for n in range(MOST_PEOPLE * 2)], [])
    assert (len(found), len(asked)) == (MOST_NEIGHBOURS, MOST_PEOPLE)
