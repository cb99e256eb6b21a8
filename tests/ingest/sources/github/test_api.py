"""GitHub as this source asks it: errors inside good answers, pages that shrink, lists by page."""

from __future__ import annotations

import httpx
import pytest

from graph.errors import RateLimitedError, SourceError
from ingest.sources.github import queries
from ingest.sources.github.api import GitHub, Page, below, connection, listed
from ingest.web.replies import AbsentError, FleetingError, Json, RefusedError
from tests.ingest.sources.github.stored import service_of
from tests.ingest.web.answering import Clock, Service


def answering(*answers: Json, clock: Clock | None = None) -> GitHub:
    """GitHub that gives these answers in turn."""
    return service_of(Service([httpx.Response(200, json=answer) for answer in answers]), token=True, clock=clock)


def failing(kind: str, message: str = "no") -> dict[str, Json]:
    return {"data": None, "errors": [{"type": kind, "message": message}]}


def test_a_question_is_answered_with_its_data() -> None:
    assert answering({"data": {"x": 1}}).ask("query", {}) == {"x": 1}


def test_what_is_not_found_is_absent_where_nothing_else_is_there() -> None:
    with pytest.raises(AbsentError, match="Could not resolve"):
        answering({**failing("NOT_FOUND", "Could not resolve"), "data": {"repository": None}}).ask("query", {})


def test_one_of_several_may_be_missing() -> None:
    told: Json = {"data": {"u0": {"login": "ann"}, "u1": None}, "errors": [{"type": "NOT_FOUND", "message": "no u1"}]}
    assert answering(told).ask("query", {})["u0"] == {"login": "ann"}


def test_what_may_not_be_seen_is_said_and_left_out() -> None:
    warned: list[str] = []
    github = answering({"data": {"a": 1, "b": None}, "errors": [{"type": "FORBIDDEN", "message": "not for you"}]})
    github.warn = warned.append
    assert github.ask("query", {})["a"] == 1
    assert warned == ["GitHub left something out: not for you"]


def test_a_question_that_cannot_be_asked_is_refused() -> None:
    with pytest.raises(RefusedError, match="Field 'x' does not exist"):
        answering(failing("undefinedField", "Field 'x' does not exist")).ask("query", {})


def test_a_used_up_limit_inside_a_good_answer_is_waited_for() -> None:
    clock = Clock()
    assert answering(failing("RATE_LIMITED"), {"data": {"x": 1}}, clock=clock).ask("query", {}) == {"x": 1}
    assert sum(clock.slept) == 60


def test_a_used_up_limit_that_resets_much_later_is_an_error() -> None:
    headers = {"x-ratelimit-limit": "5000", "x-ratelimit-remaining": "0", "x-ratelimit-resource": "graphql"}
    headers["x-ratelimit-reset"] = str(int(Clock().now) + 1800)
    service = Service([httpx.Response(200, json=failing("RATE_LIMITED"), headers=headers)])
    with pytest.raises(RateLimitedError) as caught:
        service_of(service, token=True).ask("query", {})
    assert caught.value.retry_after == 1800


def test_an_answer_without_data_is_tried_again() -> None:
    assert answering({}, {"data": {"x": 1}}).ask("query", {}) == {"x": 1}


def test_a_page_that_is_too_large_is_halved_and_stays_so() -> None:
    asked: list[int] = []

    def ask(size: int) -> dict[str, Json]:
        asked.append(size)
        if size > 20:
            raise FleetingError("502", 502)
        return {}

    github = answering()
    github.shrinking("pulls", 50, ask)
    github.shrinking("pulls", 50, ask)
    assert asked == [50, 25, 12, 12]


def test_a_page_of_one_that_fails_is_the_end() -> None:
    def ask(_: int) -> dict[str, Json]:
        raise FleetingError("502", 502)

    with pytest.raises(SourceError, match="even for pages of one"):
        answering().shrinking("pulls", 50, ask)


def test_a_page_of_a_list_asks_for_as_much_as_there_may_be() -> None:
    service = Service([httpx.Response(200, json=[{"id": 1}])])
    page = service_of(service).page("/x", {"state": "all"}, 2)
    assert (page.rows, page.more, page.after) == ([{"id": 1}], False, "3")
    assert dict(service.asked[0].url.params) == {"per_page": "100", "state": "all", "page": "2"}
    assert service.asked[0].headers["accept"] == queries.JSON
    assert service.asked[0].headers["x-github-api-version"] == queries.VERSION


def test_a_connection_is_a_page() -> None:
    data: Json = {"a": {"nodes": [1, None, 2], "totalCount": 9, "pageInfo": {"hasNextPage": True, "endCursor": "c"}}}
    assert connection(data, "a") == Page([1, 2], more=True, after="c", address=queries.GRAPHQL, total=9)


@pytest.mark.parametrize("data", [{}, {"a": None}, {"a": {"nodes": None}}, {"a": []}])
def test_a_connection_that_is_none_is_named(data: Json) -> None:
    with pytest.raises(SourceError, match=r"answers without a\.nodes"):
        connection(data, "a")


def test_what_stands_below_names_is_found_or_nothing() -> None:
    data: Json = {"a": {"b": [1]}}
    assert (below(data, "a", "b"), below(data, "a", "c", "d"), below([], "a")) == ([1], None, None)
    assert (listed(data, "a", "b"), listed(data, "a")) == ([1], [])
