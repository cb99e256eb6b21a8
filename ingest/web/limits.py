"""How many calls a service still allows, as its answers tell."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ingest.web.replies import seconds_since_1970

if TYPE_CHECKING:
    import httpx

CORE = "core"


@dataclass(frozen=True, slots=True)
class Limit:
    """Calls (or points) of one kind: how many in all, how many left, and when it starts anew (seconds since 1970)."""

    total: int
    left: int
    reset: float

    def wait(self, now: float) -> float:
        """Seconds until another call is allowed; 0 where one is allowed now."""
        return max(self.reset - now, 0.0) if self.left <= 0 else 0.0


@dataclass(slots=True)
class Limits:
    """The limits of one service by kind (`core`, `graphql`, `search`), and the time before which it wants no call."""

    _by_kind: dict[str, Limit] = field(default_factory=dict)
    _closed_until: float = 0.0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def learn(self, answer: httpx.Response) -> None:
        """Keep what the headers of `answer` tell."""
        headers = answer.headers
        total, left = headers.get("x-ratelimit-limit", ""), headers.get("x-ratelimit-remaining", "")
        if not (total.isdigit() and left.isdigit()):
            return
        reset = seconds_since_1970(headers.get("x-ratelimit-reset", ""))
        self.set(headers.get("x-ratelimit-resource", CORE), Limit(int(total), int(left), reset))

    def set(self, kind: str, limit: Limit) -> None:
        """Keep the limit of one kind."""
        with self._lock:
            self._by_kind[kind] = limit

    def close_for(self, seconds: float, now: float) -> None:
        """The service wants no call for so many seconds from `now`."""
        with self._lock:
            self._closed_until = max(self._closed_until, now + seconds)

    def of(self, kind: str = CORE) -> Limit | None:
        """What is known of one kind."""
        with self._lock:
            return self._by_kind.get(kind)

    def wait(self, kind: str, now: float) -> float:
        """Seconds until a call of this kind is allowed."""
        limit = self.of(kind)
        return max(limit.wait(now) if limit else 0.0, self._closed_until - now, 0.0)
