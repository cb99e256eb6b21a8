import httpx
import pytest

from api import calls
from graph.errors import (
    AtlasError,
    BadInputError,
    GraphUnavailableError,
    LockedError,
    NotAllowedError,
    NotFoundError,
    OutdatedError,
    QueryTimeoutError,
    SourceError,
    StorageError,
    TooManyError,
    UnknownCallerError,
)

ASKED = httpx.Request("GET", "http://atlas/api/v1/queries")


def reply(status: int, body: object = None, text: str = "", **headers: str) -> httpx.Response:
    more = {"text": text} if text else {"json": body}
    return httpx.Response(status, request=ASKED, headers=headers, **more)


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (401, UnknownCallerError), (403, NotAllowedError), (404, NotFoundError), (405, BadInputError),
        (406, BadInputError), (410, OutdatedError), (422, BadInputError), (423, LockedError), (429, TooManyError),
        (500, AtlasError), (502, SourceError), (503, GraphUnavailableError), (504, QueryTimeoutError),
        (507, StorageError),
    ],
)  # fmt: skip
def test_a_problem_is_the_error_that_the_server_had(status: int, kind: type[AtlasError]) -> None:
    with pytest.raises(AtlasError, match=r"^what was wrong$") as caught:
        calls.read(reply(status, {"detail": "what was wrong", "hint": "what to do"}))
    assert (type(caught.value), caught.value.hint) == (kind, "what to do")


def test_an_answer_of_another_server_is_named_with_its_address() -> None:
    with pytest.raises(SourceError, match=r"^http://atlas/api/v1/queries answers no JSON$"):
        calls.read(reply(200, text="<html>"))
    with pytest.raises(AtlasError, match="answers 502 Bad Gateway"):
        calls.read(reply(502, text="<html>"))


@pytest.mark.parametrize(
    ("answer", "seconds"),
    [
        (reply(200), None),
        (reply(404), None),
        (reply(429, **{"retry-after": "2"}), 2.0),
        (reply(503), 0.0),
        (reply(429, **{"retry-after": "3600"}), None),
    ],
)
def test_a_busy_server_says_how_long_to_wait(answer: httpx.Response, seconds: float | None) -> None:
    assert calls.wait_for(answer) == seconds


def test_what_is_not_given_is_not_sent() -> None:
    call = calls.question("shared-developers", {"bots": False, "source": None})
    assert (call.method, call.path, call.params) == ("GET", "/api/v1/queries/shared-developers", {"bots": False})


def test_an_export_has_its_format_and_columns() -> None:
    assert calls.export("developers", "csv", ["key", "bot"]).params == {"format": "csv", "fields": "key,bot"}
    assert calls.export("developers", "jsonl", []).params == {"format": "jsonl"}


def test_a_statement_is_sent_as_it_is() -> None:
    call = calls.statement("RETURN $n", {"n": 1}, 5)
    assert (call.method, call.body) == ("POST", {"statement": "RETURN $n", "parameters": {"n": 1}, "limit": 5})


def test_the_next_page_is_followed_as_it_is() -> None:
    assert calls.following({"next": "/api/v1/queries/q?cursor=abc"}) == calls.Call("/api/v1/queries/q?cursor=abc")
    assert calls.following({"next": None}) is None
