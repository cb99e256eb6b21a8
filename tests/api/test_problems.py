from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest
from fastapi import FastAPI
from starlette.requests import Request

from api.problems import install, wants_page
from api.safety.rules import Rules
from graph.errors import (
    AtlasError,
    BadInputError,
    GraphUnavailableError,
    LockedError,
    NotFoundError,
    QueryTimeoutError,
    RateLimitedError,
    SourceError,
    StorageError,
)
from tests.api.conftest import serving
from tests.api.safety.keeping import kept

BROWSER = {"accept": "text/html,application/xhtml+xml"}


@contextmanager
def failing(error: Exception) -> Iterator[httpx.Client]:
    """A client of an application that fails with `error`."""
    app = FastAPI()
    install(app)

    def fail() -> None:
        raise error

    def typed(number: int) -> int:
        return number

    app.add_api_route("/api/fail", fail)
    app.add_api_route("/fail", fail)
    app.add_api_route("/api/typed", typed)
    with serving(app) as address, httpx.Client(base_url=address) as client:
        yield client


def answer_to(error: Exception, path: str = "/api/fail", **parameters: str) -> httpx.Response:
    with failing(error) as client:
        return client.get(path, params=parameters)


@pytest.mark.parametrize(
    "error",
    [
        AtlasError("a"),
        BadInputError("a"),
        NotFoundError("a"),
        QueryTimeoutError("a"),
        GraphUnavailableError("a"),
        SourceError("a"),
        RateLimitedError("a", 7),
        StorageError("a"),
        LockedError("a"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_each_error_of_the_tree_has_its_status(error: AtlasError) -> None:
    answer = answer_to(error)
    assert answer.status_code == error.status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json() == {
        "type": answer.json()["type"],
        "title": error.title,
        "status": error.status,
        "detail": str(error),
        "instance": "/api/fail",
    }


def test_a_hint_is_a_member_of_its_own() -> None:
    answer = answer_to(BadInputError("wrong", hint="do this"))
    assert (answer.json()["detail"], answer.json()["hint"]) == ("wrong", "do this")


def test_who_has_to_wait_is_told_how_long() -> None:
    assert answer_to(RateLimitedError("a source", 7.4)).headers["retry-after"] == "7"


def test_an_unexpected_failure_keeps_its_words_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    answer = answer_to(RuntimeError("secret of the house"))
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "secret of the house" in caplog.text
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_wrong_typed_parameter_is_one_sentence() -> None:
    answer = answer_to(ValueError(), "/api/typed", number="x")
    assert answer.status_code == 422
    assert answer.json()["detail"].startswith("number: ")


def test_a_browser_gets_a_page_where_pages_are() -> None:
    with failing(NotFoundError("there is no <b>such</b> thing", hint="look elsewhere")) as client:
        page = client.get("/fail", headers=BROWSER)
        program = client.get("/api/fail", headers=BROWSER)
    assert page.headers["content-type"].startswith("text/html")
    assert "&lt;b&gt;such" in page.text
    assert "look elsewhere" in page.text.lower()
    assert program.headers["content-type"] == "application/problem+json"


def test_only_pages_asked_for_by_a_browser_are_pages() -> None:
    def request(path: str, accept: str) -> Request:
        return Request({"type": "http", "path": path, "query_string": b"", "headers": [(b"accept", accept.encode())]})

    assert wants_page(request("/queries", "text/html"))
    assert not wants_page(request("/queries", "*/*"))
    assert not wants_page(request("/readyz", "text/html"))


def test_nothing_there_and_wrong_method_are_problems(web: httpx.Client) -> None:
    missing = web.get("/api/v1/nothing")
    assert (missing.status_code, missing.json()["detail"]) == (404, "there is nothing at /api/v1/nothing")
    wrong = web.post("/api/v1/queries")
    assert (wrong.status_code, wrong.json()["title"]) == (405, "Method Not Allowed")
    assert wrong.headers["allow"] == "GET"


def test_a_missing_page_is_a_page(web: httpx.Client) -> None:
    answer = web.get("/nothing-here", headers=BROWSER)
    assert (answer.status_code, answer.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert "search above" in answer.text.lower()


def test_a_missing_page_advises_no_command(web: httpx.Client) -> None:
    page = web.get("/repositories/nobody/nothing-of-the-kind", headers=BROWSER)
    assert (page.status_code, "search above" in page.text.lower(), "ossatlas query" in page.text) == (404, True, False)
    program = web.get("/api/v1/queries/no-such-query")
    assert "ossatlas queries" in program.json()["hint"]


@pytest.mark.usefixtures("database")
def test_a_page_of_an_empty_graph_names_the_command_that_fills_it(server: str) -> None:
    page = httpx.get(f"{server}/repositories/nobody/nothing-of-the-kind", headers=BROWSER)
    assert (page.status_code, "ossatlas demo" in page.text) == (404, True)


@pytest.mark.parametrize(
    ("body", "kind", "status", "words"),
    [
        (b'{"statement": "RETURN 1"}', "text/plain", 422, "Content-Type: found text/plain, expected application/json"),
        (b'{"statement": "RETURN 1"}', "", 422, "Content-Type: found nothing, expected application/json"),
        (b"", "application/json", 422, "the request has no body: expected JSON"),
        (b"[1]", "application/json", 422, "the body: "),
        (b'{"statement": "RETURN 1"', "application/json", 422, "is no JSON: expecting ',' delimiter at character 24"),
        (b'{"limit": 0}', "application/json", 422, "statement: field required; limit: "),
        (b'{"statement": "\xff"}', "application/json", 400, "parsing the body"),
    ],
)  # fmt: skip
def test_a_body_that_cannot_be_taken_is_told_in_a_sentence(body: bytes, kind: str, status: int, words: str) -> None:
    with kept(Rules()) as web:
        headers = {"content-type": kind} if kind else {}
        answer = web.post("/api/v1/cypher", content=body, headers=headers)
    assert (answer.status_code, words in answer.json()["detail"]) == (status, True), answer.text
