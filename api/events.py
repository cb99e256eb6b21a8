"""What a job says, read from the server-sent events of the API."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from api.jobs.store import OVER
from graph.errors import SourceError

LAST = "Last-Event-ID"
"""The header that asks for what comes behind a line."""


@dataclass(frozen=True, slots=True)
class Event:
    """A line that a job said, with its number; or, where `job` is not empty, how far the job is now."""

    text: str = ""
    number: int = 0
    job: Mapping[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Heard:
    """Reads a stream; it knows the last line of the job, so that another stream goes on behind it."""

    last: int = 0
    is_over: bool = False
    rest: bytes = b""
    told: dict[str, str] = field(default_factory=dict)

    def begin(self) -> dict[str, str]:
        """The headers of a request for what was not heard yet; what the last stream left half-said is forgotten."""
        self.rest, self.told = b"", {}
        return {LAST: str(self.last)}

    def take(self, piece: bytes) -> Iterator[Event]:
        """The events that end within `piece`. Comments keep the connection alive, and say nothing."""
        *lines, self.rest = (self.rest + piece).split(b"\n")
        for line in lines:
            event = self._take(line.decode().removesuffix("\r"))
            if event is not None:
                yield event

    def end(self) -> None:
        """Nothing, where the job is over; SourceError where the stream ended before it."""
        if not self.is_over:
            raise SourceError("the stream of events ended before the job did")

    def _take(self, line: str) -> Event | None:
        if line:
            name, _, value = line.partition(":")
            value = value.removeprefix(" ")
            self.told[name] = f"{self.told[name]}\n{value}" if name in self.told else value
            return None
        told, self.told = self.told, {}
        if told.get("event") == "line":
            self.last = int(told["id"])
            return Event(told.get("data", ""), self.last)
        if told.get("event") != "state":
            return None
        job = json.loads(told["data"])
        self.is_over = job["state"] in OVER
        return Event(job=job)
