"""Answers of services: which are taken, and which error each of the others is."""

from __future__ import annotations

from contextlib import suppress

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import AtlasError, RateLimitedError, SourceError
from ingest.web.replies import (
    LONGEST_WORDS,
    SECONDARY_WAIT,
    AbsentError,
    FleetingError,
    RefusedError,
    Reply,
    read_reply,
    retry_after,
    seconds_since_1970,
)

NOW = 1_800_000_000.0
ASKED = httpx.Request("GET", "https://me:secret@service.test/x?token=1")


def answer(code: int, **told: object) -> httpx.Response:
    made = httpx.Response(code, **told)  # type: ignore[arg-type] # what httpx takes
    made.request = ASKED
    return made


@pytest.mark.parametrize(
    ("made", "kind"),
    [
        (answer(404), AbsentError),
        (answer(410), AbsentError),
        (answer(451), AbsentError),
        (answer(401), RefusedError),
        (answer(403), RefusedError),
        (answer(409), RefusedError),
        (answer(422), RefusedError),
        (answer(202), FleetingError),
        (answer(502), FleetingError),
        (answer(200, text="{"), FleetingError),
        (answer(200, text="[" * 100_000), FleetingError),
        (answer(418), SourceError),
        (answer(403, json={"message": "You have exceeded a secondary rate limit"}), RateLimitedError),
        (answer(403, json={"message": "You have triggered an abuse detection mechanism"}), RateLimitedError),
        (answer(403, headers={"retry-after": "5"}), RateLimitedError),
        (answer(429), RateLimitedError),
    ],
)
def test_each_status_is_its_own_error(made: httpx.Response, kind: type[AtlasError]) -> None:
    with pytest.raises(kind):
        read_reply(made, "Service", NOW)


def test_addresses_in_errors_hold_no_secrets() -> None:
    with pytest.raises(AbsentError) as caught:
        read_reply(answer(404), "Service", NOW)
    assert str(caught.value) == "Service: https://service.test/x is not there (404)"


def test_words_of_a_service_are_cut() -> None:
    with pytest.raises(RefusedError) as caught:
        read_reply(answer(422, json={"message": "x" * 5000}), "Service", NOW)
    assert len(str(caught.value)) < LONGEST_WORDS + 100


def test_no_content_is_nothing() -> None:
    assert read_reply(answer(204), "Service", NOW).data is None


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("7", 7), ("0", 1), ("soon", SECONDARY_WAIT), ("Fri, 15 Jan 2027 08:00:10 GMT", 10), ("", SECONDARY_WAIT)],
)
def test_a_wait_is_a_number_or_a_date(text: str, seconds: float) -> None:
    assert retry_after(text, NOW) == seconds


def test_resets_in_milliseconds_are_understood() -> None:
    assert seconds_since_1970("1507651200000") == seconds_since_1970("1507651200") == 1507651200
    assert seconds_since_1970("never") == 0


@pytest.mark.parametrize(("data", "word"), [({}, "an object"), (None, "nothing"), ("x", "a str"), (3, "a int")])
def test_a_list_that_is_none_is_named(data: object, word: str) -> None:
    reply = Reply(data, 200, "https://service.test/x")  # type: ignore[arg-type] # what an answer may hold
    with pytest.raises(SourceError, match=word):
        _ = reply.rows


def test_a_list_of_something_else_is_no_list_of_objects() -> None:
    with pytest.raises(SourceError, match="list of objects"):
        _ = Reply([1, 2], 200, "https://service.test/x").rows


@given(st.integers(200, 599), st.binary(max_size=200), st.dictionaries(
    st.sampled_from(["retry-after", "x-ratelimit-remaining", "x-ratelimit-reset", "link", "content-type"]),
    st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=30),
))  # fmt: skip
def test_any_answer_is_taken_or_one_of_our_errors(code: int, body: bytes, headers: dict[str, str]) -> None:
    with suppress(AtlasError):
        assert read_reply(answer(code, content=body, headers=headers), "Service", NOW).status == code
