import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.requests import Request

from api.web.freshness import fresh, holds, mark


def request(tag: str = "") -> Request:
    return Request({"type": "http", "headers": [(b"if-none-match", tag.encode())]})


@given(st.dictionaries(st.text(), st.integers()))
def test_a_mark_does_not_depend_on_order(parts: dict[str, int]) -> None:
    assert mark("v", parts) == mark("v", dict(reversed(parts.items())))


def test_marks_of_different_things_differ() -> None:
    assert len({mark("v"), mark("w"), mark("v", 1), mark("v", {"a": 1}), mark("v", {"a": "1"})}) == 5


@pytest.mark.parametrize("header", ['W/"abc"', '"abc"', '"x", W/"abc"', "*"])
def test_what_a_client_holds_is_found(header: str) -> None:
    assert holds(header, 'W/"abc"')


@pytest.mark.parametrize("header", ["", '"ab"', "abc", '"x", "y"'])
def test_what_it_does_not_hold_is_not(header: str) -> None:
    assert not holds(header, 'W/"abc"')


def test_nothing_is_made_for_who_has_it() -> None:
    made: list[bytes] = []

    def make() -> bytes:
        made.append(b"x")
        return b"x"

    assert fresh(request('W/"abc"'), 'W/"abc"', make, "text/plain").status_code == 304
    assert made == []
    answer = fresh(request('W/"old"'), 'W/"abc"', make, "text/plain")
    assert (answer.status_code, answer.headers["etag"], answer.headers["cache-control"]) == (200, 'W/"abc"', "no-cache")
