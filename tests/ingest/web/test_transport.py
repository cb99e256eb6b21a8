"""The way to the wire: who gets the token, and what a cache may hold."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from graph.errors import BadInputError
from ingest.web.transport import CACHE_FILE, TokenTransport, asked_anew, cached, checked_token, same_host, wire
from tests.ingest.web.answering import TOKEN, Service

PAGE = 4096
"""Bytes of a page of SQLite."""
HOME = httpx.URL("https://service.test")


@pytest.mark.parametrize("address", ["http://service.test", "https://service.test:8443", "https://other.test"])
def test_another_scheme_port_or_host_is_another_host(address: str) -> None:
    assert not same_host(httpx.URL(address), HOME)
    assert same_host(httpx.URL(f"{HOME}/path?q=1"), HOME)


def test_the_request_that_callers_hold_stays_without_the_token() -> None:
    service = Service([httpx.Response(200)])
    request = httpx.Request("GET", "https://service.test/x")
    TokenTransport(httpx.MockTransport(service), HOME, lambda: TOKEN).handle_request(request)
    assert "authorization" not in request.headers
    assert service.asked[0].headers["authorization"] == f"Bearer {TOKEN}"


@pytest.mark.parametrize(("given", "right"), [(None, None), ("", None), (" ", None), (f" {TOKEN}\n", TOKEN)])
def test_space_around_a_token_is_dropped(given: str | None, right: str | None) -> None:
    assert checked_token(given) == right


def test_a_token_with_a_line_break_is_refused() -> None:
    with pytest.raises(BadInputError):
        checked_token("a\nb")


def test_cookies_are_not_kept(tmp_path: Path) -> None:
    answer = httpx.Response(200, json=1, headers={"ETag": '"1"', "Set-Cookie": "session=tasty-cookie"})
    transport = cached(httpx.MockTransport(Service([answer])), tmp_path)
    with httpx.Client(transport=transport) as web:
        assert web.get("https://service.test/x", headers=asked_anew()).json() == 1
    assert all(b"tasty-cookie" not in path.read_bytes() for path in tmp_path.iterdir())


@pytest.mark.parametrize("whole_pages", [0, 3], ids=["no database", "torn within"])
def test_a_damaged_cache_begins_anew_and_is_told_of_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, whole_pages: int
) -> None:
    service = Service([httpx.Response(200, json=1, headers={"ETag": '"1"'})] * 2)

    def ask() -> None:
        with httpx.Client(transport=cached(httpx.MockTransport(service), tmp_path)) as web:
            assert web.get("https://service.test/x", headers=asked_anew()).json() == 1

    ask()
    file = tmp_path / CACHE_FILE
    written = file.read_bytes()
    file.write_bytes(written[: whole_pages * PAGE].ljust(len(written), b"\xaa"))
    ask()
    assert [record.getMessage() for record in caplog.records] == [f"the cache {file} was damaged and begins anew"]


def test_the_system_s_proxy_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("urllib.request.getproxies", lambda: {"https": "http://proxy.test:3128"})
    transport = wire(HOME)
    assert type(transport._pool).__name__ == "HTTPProxy"  # type: ignore[attr-defined] # nothing else tells
    transport.close()
