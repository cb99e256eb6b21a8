"""The client for remote sources: tries, pages, limits, cache, redirects, and a token that stays in one header."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import httpx
import pytest

from graph.errors import AtlasError, BadInputError, RateLimitedError, SourceError
from ingest.http import TRIES, Client, base_address
from ingest.web.replies import AbsentError, FleetingError, RefusedError
from tests.ingest.web.answering import ADDRESS, NOW, TOKEN, Clock, Service, client_of, rows


def test_an_answer_is_its_json() -> None:
    service = Service([httpx.Response(200, json={"id": 7})])
    with client_of(service) as client:
        assert client.fetch("/things/7", {"page": 2}).object == {"id": 7}
    assert str(service.asked[0].url) == f"{ADDRESS}/things/7?page=2"
    assert client.calls == 1


@pytest.mark.parametrize("code", [202, 408, 500, 502, 503, 504])
def test_what_may_mend_is_tried_again(code: int) -> None:
    clock = Clock()
    service = Service([httpx.Response(code), httpx.ConnectError("refused"), httpx.Response(200, json=[])])
    assert client_of(service, clock=clock).fetch("/x").rows == []
    assert len(clock.slept) == 2


def test_what_does_not_mend_is_given_up_after_some_tries() -> None:
    service = Service(lambda _: httpx.Response(503))
    with pytest.raises(FleetingError, match="/x answers 503"):
        client_of(service).fetch("/x")
    assert len(service.asked) == TRIES


@pytest.mark.parametrize("code", [404, 410, 451])
def test_what_is_not_there_is_told_at_once(code: int) -> None:
    service = Service([httpx.Response(code, json={"message": "no"})])
    with pytest.raises(AbsentError) as caught:
        client_of(service).fetch("/x")
    assert caught.value.code == code


@pytest.mark.parametrize("code", [400, 401, 403, 409, 422])
def test_a_refusal_tells_its_status_and_the_service_s_words(code: int) -> None:
    service = Service([httpx.Response(code, json={"message": "Not like\nthis"})])
    with pytest.raises(RefusedError, match="Not like this") as caught:
        client_of(service).fetch("/x")
    assert caught.value.code == code


def test_a_body_that_is_no_json_is_tried_again_and_then_named() -> None:
    service = Service(lambda _: httpx.Response(200, text="<html>", headers={"content-type": "text/html"}))
    with pytest.raises(FleetingError, match="no JSON but text/html of 6 bytes"):
        client_of(service).fetch("/x")


def test_pages_are_followed_by_their_links_wherever_these_lead_on_the_same_host() -> None:
    service = Service([rows(1, next=f"{ADDRESS}/repositories/9/x?page=2", last=f"{ADDRESS}/x?page=2"), rows(2)])
    found = [row["id"] for reply in client_of(service).pages("/repos/a/b/x") for row in reply.rows]
    assert found == [1, 2]
    assert service.asked[1].url.path == "/repositories/9/x"


def test_a_link_to_another_host_is_asked_of_our_own() -> None:
    service = Service([rows(1, next="https://elsewhere.test/x?page=2"), rows(2)])
    assert len(list(client_of(service, token=TOKEN).pages("/x"))) == 2
    assert service.asked[1].url.host == "service.test"


def test_a_page_that_is_lost_is_no_end() -> None:
    service = Service([rows(1, next=f"{ADDRESS}/x?page=2", last=f"{ADDRESS}/x?page=3"), rows(2)])
    with pytest.raises(SourceError, match="breaks off at page 2 of 3"):
        list(client_of(service).pages("/x"))


def test_pages_in_a_circle_are_no_list_without_end() -> None:
    service = Service(lambda _: rows(1, next=f"{ADDRESS}/x?page=2"))
    with pytest.raises(SourceError, match="circle"):
        list(client_of(service).pages("/x"))


def test_a_short_wait_that_is_asked_for_is_waited() -> None:
    clock = Clock()
    service = Service([httpx.Response(429, headers={"Retry-After": "7"}), httpx.Response(200, json=[])])
    client_of(service, clock=clock).fetch("/x")
    assert sum(clock.slept) == 7


def test_a_long_wait_is_an_error_that_tells_how_long() -> None:
    headers = {"x-ratelimit-limit": "60", "x-ratelimit-remaining": "0", "x-ratelimit-reset": str(int(NOW) + 1800)}
    client = client_of(Service([httpx.Response(403, headers=headers)]))
    for _ in range(2):  # the second is not even asked
        with pytest.raises(RateLimitedError) as caught:
            client.fetch("/x")
        assert caught.value.retry_after == 1800
    assert client.calls == 1


def test_the_last_call_of_a_limit_is_the_last_before_the_wait() -> None:
    headers = {"x-ratelimit-limit": "60", "x-ratelimit-remaining": "0", "x-ratelimit-reset": str(int(NOW) + 50)}
    clock = Clock()
    client = client_of(Service(lambda _: httpx.Response(200, json=[], headers=headers)), clock=clock)
    client.fetch("/x")
    assert clock.slept == []
    client.fetch("/x")
    assert clock.slept == [50]


def test_a_permanent_redirect_is_followed_and_told() -> None:
    service = Service([httpx.Response(301, headers={"Location": f"{ADDRESS}/new"}), httpx.Response(200, json={})])
    reply = client_of(service).fetch("/old")
    assert (reply.moved, reply.address) == (True, f"{ADDRESS}/new")


@pytest.mark.parametrize("code", [307, 308])
def test_a_redirected_question_keeps_its_body(code: int) -> None:
    service = Service([httpx.Response(code, headers={"Location": "/new"}), httpx.Response(200, json={})])
    client_of(service).post("/old", {"query": "q"})
    assert json.loads(service.asked[1].content) == {"query": "q"}


def test_redirects_without_end_are_an_error() -> None:
    service = Service(lambda request: httpx.Response(302, headers={"Location": f"{request.url.path}x"}))
    with pytest.raises(SourceError, match="without end"):
        client_of(service).fetch("/x")


def test_another_host_does_not_get_the_token() -> None:
    service = Service([httpx.Response(302, headers={"Location": "https://other.test/x"}), httpx.Response(200, json=1)])
    client_of(service, token=TOKEN).fetch("/x")
    assert [request.headers.get("authorization") for request in service.asked] == [f"Bearer {TOKEN}", None]


def test_what_is_kept_costs_nothing_while_it_holds(tmp_path: Path) -> None:
    fresh = httpx.Response(200, json={"id": 1}, headers={"ETag": '"1"', "Cache-Control": "private, max-age=60"})
    service = Service([fresh, httpx.Response(304, headers={"ETag": '"1"'})])
    with client_of(service, cache=tmp_path, token=TOKEN) as client:
        assert [client.fetch("/x", keep=True).object for _ in range(2)] == [{"id": 1}] * 2
    assert service.asked[1].headers["if-none-match"] == '"1"'


def test_what_is_kept_is_still_kept_for_the_next_client_and_replaced_when_it_changed(tmp_path: Path) -> None:
    first = Service([httpx.Response(200, json={"id": 1}, headers={"ETag": '"1"', "Cache-Control": "max-age=60"})])
    with client_of(first, cache=tmp_path) as client:
        client.fetch("/x", keep=True)
    second = Service([httpx.Response(200, json={"id": 2}, headers={"ETag": '"2"'})])
    with client_of(second, cache=tmp_path) as client:
        assert client.fetch("/x", keep=True).object == {"id": 2}
    assert second.asked[0].headers["if-none-match"] == '"1"'


def test_what_is_not_to_be_kept_is_not_kept(tmp_path: Path) -> None:
    service = Service(lambda _: httpx.Response(200, json={"word": "private-words"}, headers={"ETag": '"1"'}))
    with client_of(service, cache=tmp_path) as client:
        client.fetch("/x")
        client.fetch("/x")
    assert all("if-none-match" not in request.headers for request in service.asked)
    assert all(b"private-words" not in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())


def test_the_token_is_nowhere_but_in_one_header(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/bad":
            return httpx.Response(401, json={"message": f"Bad credentials {TOKEN}"})
        return httpx.Response(200, json={"id": 1}, headers={"ETag": '"1"', "Vary": "Accept, Authorization"})

    caplog.set_level(logging.DEBUG)
    service = Service(answer)
    with client_of(service, cache=tmp_path, token=TOKEN) as client:
        client.fetch("/x", keep=True)
        client.fetch("/x", keep=True)
        with pytest.raises(RefusedError) as caught:
            client.fetch("/bad")
    assert all(request.headers["authorization"] == f"Bearer {TOKEN}" for request in service.asked)
    assert TOKEN not in caplog.text
    assert TOKEN not in _everything(caught.value)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert files
    assert all(TOKEN.encode() not in path.read_bytes() for path in files)


def _everything(error: BaseException | None) -> str:
    """All that an error and what caused it would show."""
    told = ""
    while error is not None:
        told += f"{error!r} {vars(error)} {getattr(error, 'hint', '')}"
        error = error.__cause__ or error.__context__
    return told


@pytest.mark.parametrize("token", ["two words", "line\nbreak", "schlüssel"])
def test_a_token_that_cannot_be_one_is_refused_without_being_shown(token: str) -> None:
    with pytest.raises(BadInputError, match="GITHUB_TOKEN") as caught:
        client_of(Service([rows(1)]), token=token).fetch("/x")
    assert token not in str(caught.value)


def test_an_empty_token_is_none() -> None:
    client = client_of(Service([rows(1)]), token="  ")  # noqa: S106 - none
    assert not client.has_token
    client.fetch("/x")


def test_a_check_may_refuse_a_good_answer_which_is_tried_again() -> None:
    service = Service([httpx.Response(200, json={"broken": True}), httpx.Response(200, json={})])

    def check(reply: object) -> None:
        if getattr(reply, "data", None):
            raise FleetingError("broken")

    assert client_of(service).post("/x", {}, check=check).object == {}


def test_a_stopped_client_asks_nothing_any_more() -> None:
    service = Service([rows(1)])
    client = client_of(service)
    client.stop()
    with pytest.raises(SourceError, match="stopped"):
        client.fetch("/x")
    assert service.asked == []


@pytest.mark.parametrize("address", ["", "service.test", "ftp://service.test", "https://", "http://[::bad"])
def test_an_address_that_is_none_is_named(address: str) -> None:
    with pytest.raises(BadInputError, match="address of Service"):
        base_address("Service", address)


def test_user_and_password_of_an_address_are_dropped() -> None:
    assert str(base_address("Service", "https://me:secret@service.test/api/")) == "https://service.test/api"


def test_a_path_below_a_base_address_keeps_it() -> None:
    client = Client("Service", "http://mirror.test/github/")
    assert client.address("/repos/a/b") == "http://mirror.test/github/repos/a/b"
    assert client.address("https://api.test/github/x?page=2") == "http://mirror.test/github/x?page=2"
    client.close()


def test_every_error_is_one_of_ours() -> None:
    for failure in (httpx.ReadTimeout("slow"), httpx.RemoteProtocolError("cut"), httpx.ReadError("")):
        with pytest.raises(AtlasError, match="/x cannot be fetched"):
            client_of(Service([failure] * TRIES)).fetch("/x")
