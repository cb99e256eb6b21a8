"""A service of a test: it answers what it is told, one answer after the other, and a clock that nobody waits for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from ingest.http import Client, Pace

ADDRESS = "https://service.test"
TOKEN = "ghp_ForTestsOnly0123456789abcdefghij"  # noqa: S105 - opens nothing
NOW = 1_800_000_000.0

Answers = Iterable[httpx.Response | Exception] | Callable[[httpx.Request], httpx.Response]


@dataclass(slots=True)
class Clock:
    """Time that passes only while somebody sleeps."""

    now: float = NOW
    slept: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    def pace(self, patience: float = 120.0) -> Pace:
        return Pace(patience=patience, sleep=self.sleep, clock=lambda: self.now)


@dataclass(slots=True)
class Service:
    """Answers in turn, or by a function; `asked` are the requests as they came to the wire."""

    answers: Answers
    asked: list[httpx.Request] = field(default_factory=list)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        # A copy: the cache takes its own headers off the request afterwards.
        self.asked.append(httpx.Request(request.method, request.url, headers=request.headers, content=request.read()))
        if callable(self.answers):
            return self.answers(request)
        held = list(self.answers)
        self.answers = held[1:]
        if isinstance(held[0], Exception):
            raise held[0]
        return held[0]


def client_of(
    service: Service, *, token: str | None = None, cache: Path | None = None, clock: Clock | None = None,
    patience: float = 120.0,
) -> Client:  # fmt: skip
    """A client whose wire is `service`."""
    pace = (clock or Clock()).pace(patience)
    return Client(
        "Service", ADDRESS, token=lambda: token, cache=cache, pace=pace, transport=httpx.MockTransport(service)
    )


def rows(*numbers: int, **links: str) -> httpx.Response:
    """A page of a list, with links by rel."""
    told = ", ".join(f'<{link}>; rel="{rel}"' for rel, link in links.items())
    return httpx.Response(200, json=[{"id": number} for number in numbers], headers={"Link": told} if told else {})
