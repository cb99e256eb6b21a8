"""Streams that break off; what both clients answer is in test_offered.py."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from api import doors
from api.client import ADDRESS, AsyncClient, Client
from api.events import Event
from graph.errors import NotFoundError, SourceError

LINE = "id: {0}\nevent: line\ndata: {0}\n\n"
OVER = 'event: state\ndata: {"state": "done"}\n\n'
SAID = [Event("1", 1), Event("2", 2), Event(job={"state": "done"})]
Server = Callable[[httpx.Request], httpx.Response]


def breaking(*replies: str | None) -> tuple[Server, list[str]]:
    """A server that sends one of `replies` after the other and leaves, or is not there; and what it was asked for."""
    left, behind = list(replies), []

    def answer(request: httpx.Request) -> httpx.Response:
        behind.append(request.headers["last-event-id"])
        text = left.pop(0)
        if text is None:
            raise httpx.ConnectError("nobody there", request=request)
        return httpx.Response(200, text=text)

    return answer, behind


def at_once(server: Server, tries: int) -> list[Event]:
    with Client(tries=tries) as atlas:
        atlas._web = httpx.Client(base_url=ADDRESS, transport=httpx.MockTransport(server))
        return list(atlas.follow("0"))


def awaited(server: Server, tries: int) -> list[Event]:
    async def heard() -> list[Event]:
        async with AsyncClient(tries=tries) as atlas:
            atlas._web = httpx.AsyncClient(base_url=ADDRESS, transport=httpx.MockTransport(server))
            return [event async for event in atlas.follow("0")]

    with ThreadPoolExecutor(1) as apart:  # tests in a browser leave a loop in this thread
        return apart.submit(asyncio.run, heard()).result()


@pytest.mark.parametrize("follow", [at_once, awaited])
def test_a_stream_that_breaks_off_goes_on_behind_its_last_line(
    follow: Callable[[Server, int], list[Event]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doors, "PAUSE", 0.0)
    server, behind = breaking(LINE.format(1), None, LINE.format(2)[:-9], LINE.format(2) + OVER)
    assert follow(server, 4) == SAID
    assert behind == ["0", "1", "1", "1"]
    server, behind = breaking(LINE.format(1), None, None, "")
    with pytest.raises(SourceError, match="nothing answers"):
        follow(server, 3)
    assert behind == ["0", "1", "1"]


@pytest.mark.parametrize("follow", [at_once, awaited])
def test_a_job_that_there_is_not_is_not_waited_for(follow: Callable[[Server, int], list[Event]]) -> None:
    with pytest.raises(NotFoundError, match="there is no job"):
        follow(lambda _: httpx.Response(404, json={"detail": "there is no job '0'"}), 5)


def test_a_method_tells_what_it_does() -> None:
    with Client() as atlas:
        assert "by month" in str(inspect.getdoc(atlas.series))
        assert list(inspect.signature(atlas.node).parameters) == ["kind", "name"]
    assert isinstance(Client.series, doors.Door)
